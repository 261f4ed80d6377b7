import { newId } from '@ww/shared/id';
import { SetDuty, VOLUNTEER_INPUT } from '@ww/shared/volunteer/input';
import { invalid } from '../../platform/errors.ts';
import { volunteerCommand } from '../volunteer-command.ts';

/**
 * On duty from now until then, when a timer ends it; or off duty at once. Set again, the earlier timer is worth nothing.
 * @throws AppError `INVALID` on `until`: `dueInPast`, or `dutyTooLong` beyond 16 hours.
 */
export const setDuty = volunteerCommand('availability.write', SetDuty, (tx, volunteer, { until }) => {
  if (until === null) {
    volunteer.endDuty();
    return undefined;
  }
  if (until <= tx.now) throw invalid([{ path: 'until', rule: 'dueInPast' }]);
  const limit = VOLUNTEER_INPUT.dutyHours;
  if (until.getTime() - tx.now.getTime() > limit * 3_600_000) throw invalid([{ path: 'until', rule: 'dutyTooLong', limit }]);
  volunteer.dutyUntil = until;
  volunteer.dutyTimer = newId(tx.now.getTime());
  tx.event({ topic: 'duty', subjectId: volunteer.id, scope: null, version: volunteer.version + 1 });
  return undefined;
});
