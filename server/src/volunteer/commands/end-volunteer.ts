import { OnVolunteer } from '@ww/shared/volunteer/input';
import { RoleGrant } from '../../identity/grant.entity.ts';
import { invalid } from '../../platform/errors.ts';
import { Task } from '../dispatch.entity.ts';
import { volunteerCommand } from '../volunteer-command.ts';

/**
 * Someone helps no more: off duty, without the role, free to be added elsewhere. What they did stays.
 * @throws AppError `INVALID` on `id` (`openTasks`, with how many) while they hold tasks: these are given to others first.
 */
export const endVolunteer = volunteerCommand('volunteer.write', OnVolunteer, async (tx, volunteer) => {
  const open = await tx.em.count(Task, { volunteerId: volunteer.id, state: { $in: ['ACCEPTED', 'ON_THE_WAY'] } });
  if (open > 0) throw invalid([{ path: 'id', rule: 'openTasks', limit: open }]);
  volunteer.endedAt = tx.now;
  volunteer.endDuty();
  const { personId } = volunteer;
  if (personId) {
    await tx.em.nativeDelete(RoleGrant, { person: personId, role: 'VOLUNTEER', scope: personId });
    tx.event({ topic: 'access', subjectId: personId, scope: null, version: 1 });
    volunteer.personId = null;
  }
  return { toName: volunteer.displayName };
});
