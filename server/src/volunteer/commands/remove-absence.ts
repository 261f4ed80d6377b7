import { RemoveAbsence } from '@ww/shared/volunteer/input';
import { notFound } from '../../platform/errors.ts';
import { volunteerCommand } from '../volunteer-command.ts';

/** Not away after all. @throws AppError `NOT_FOUND` for an absence that is gone or another's. */
export const removeAbsence = volunteerCommand(
  'availability.write',
  RemoveAbsence,
  async (tx, volunteer, { id }) => {
    const gone = await tx.em.execute<{ id: string }[]>('delete from volunteer_absence where id = ? and volunteer_id = ? returning id', [
      id,
      volunteer.id,
    ]);
    if (gone.length === 0) throw notFound();
    return undefined;
  },
  ({ volunteerId }) => volunteerId,
);
