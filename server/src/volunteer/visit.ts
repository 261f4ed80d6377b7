import { MINUTES_OF } from '@ww/shared/volunteer/terms';
import { invalid } from '../platform/errors.ts';
import type { HelpRequest } from '../request/help-request.entity.ts';

/** How long an overdue request's visit may take place, from now, in hours. */
const OVERDUE_WINDOW_HOURS = 4;

/** When the visit can be and how long it is planned to take, in minutes. */
export interface Visit {
  from: Date;
  to: Date;
  minutes: number;
}

/** The visit's window: as given, or what is left of the request's due window; never too short for the visit. @throws AppError `INVALID`. */
export function visitOf(request: HelpRequest, given: { from: Date | null; to: Date | null }, now: Date): Visit {
  if (given.from && given.to && given.from >= given.to) throw invalid([{ path: 'to', rule: 'dueOrder' }]);
  if (given.to && given.to <= now) throw invalid([{ path: 'to', rule: 'dueInPast' }]);
  const minutes = MINUTES_OF[request.kind];
  const from = new Date(Math.max(now.getTime(), (given.from ?? request.dueFrom ?? now).getTime()));
  const latest = request.dueTo > from ? request.dueTo : new Date(from.getTime() + OVERDUE_WINDOW_HOURS * 3_600_000);
  const to = new Date(Math.max((given.to ?? latest).getTime(), from.getTime() + minutes * 60_000));
  return { from, to, minutes };
}
