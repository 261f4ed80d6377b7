import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { checkAbsence } from '@ww/shared/volunteer/availability';
import { AddAbsence, VOLUNTEER_INPUT } from '@ww/shared/volunteer/input';
import { warsawDay } from '@ww/shared/week';
import { invalid } from '../../platform/errors.ts';
import { volunteerCommand } from '../volunteer-command.ts';

/** Days away. @throws AppError `INVALID`: `absenceOrder`, `absenceInPast`, `absenceTooLong`; `tooLong` when there are too many. */
export const addAbsence = volunteerCommand(
  'availability.write',
  AddAbsence,
  async (tx, volunteer, { id, from, to }) => {
    const today = warsawDay(tx.now);
    const wrong = checkAbsence({ from, to }, today);
    if (wrong.length > 0) throw invalid(wrong);
    const [ahead] = await tx.em.execute<{ count: number }[]>(
      'select count(*)::int as count from volunteer_absence where volunteer_id = ? and to_day >= ?',
      [volunteer.id, today],
    );
    if ((ahead?.count ?? 0) >= VOLUNTEER_INPUT.absences)
      throw invalid([{ path: 'from', rule: 'tooLong', limit: VOLUNTEER_INPUT.absences }]);
    await tx.em
      .execute('insert into volunteer_absence (id, volunteer_id, from_day, to_day) values (?, ?, ?, ?)', [id, volunteer.id, from, to])
      .catch((error: unknown) => {
        throw error instanceof UniqueConstraintViolationException ? invalid([{ path: 'id', rule: 'taken' }]) : error;
      });
    return undefined;
  },
  ({ volunteerId }) => volunteerId,
);
