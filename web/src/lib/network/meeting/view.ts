import { NETWORK_INPUT } from '@ww/shared/network/input';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { isBefore } from '#lib/live/order.ts';
import type { MeetingState } from '@ww/shared/network/terms';

type Granted = Parameters<typeof actorOf>[0];
interface Dated {
  cursor: string;
  row: { version: number };
}
interface Led {
  row: { district: string };
  deputies: readonly { personId: string }[];
}

/** Whether `next` was read before `known`: the answer to a command and the live line may overtake one another. */
export function isOlder(next: Dated, known: Dated): boolean {
  if (next.row.version !== known.row.version) return next.row.version < known.row.version;
  return isBefore(next.cursor, known.cursor);
}

/** Whether somebody may lead it: a coordinator of its district, or who is named as a deputy. */
export const mayLead = (me: Granted, { row, deputies }: Led): boolean =>
  can(actorOf(me), 'meeting.lead', { district: row.district }) || deputies.some(({ personId }) => personId === me.personId);

/** Whether somebody prepares it: calls, amends, publishes, cancels, answers proposals. */
export const mayCall = (me: Granted, district: string): boolean => can(actorOf(me), 'meeting.call', { district });

/** Whether somebody may sign up: who is in the Network by an organisation. */
export const mayAnswer = (me: Granted, district: string): boolean => can(actorOf(me), 'meeting.answer', { district });

interface Timed {
  id: string;
  state: MeetingState;
  startsAt: string;
}

const isAhead = ({ state }: Pick<Timed, 'state'>): boolean => state !== 'ENDED' && state !== 'CANCELLED';

/** Whether it is looked for among those ahead: one that was called off is, until it would have been over. */
export const isShownAhead = (row: Pick<Timed, 'state'> & { endsAt: string }, now: number): boolean =>
  isAhead(row) || (row.state === 'CANCELLED' && now < Date.parse(row.endsAt));

/** The next one at the top. */
export const bySooner = (a: Pick<Timed, 'startsAt'>, b: Pick<Timed, 'startsAt'>): number => Date.parse(a.startsAt) - Date.parse(b.startsAt);

/** Those ahead first, the next one at the top; then those that are over, the last one first. */
export function byTime(a: Timed, b: Timed): number {
  if (isAhead(a) !== isAhead(b)) return isAhead(a) ? -1 : 1;
  const order = a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.id < b.id ? -1 : 1;
  return isAhead(a) ? order : -order;
}

/** Whether people may be checked in: from some time before the start until it is over. */
export const takesArrivals = ({ state, startsAt }: Pick<Timed, 'state' | 'startsAt'>, now: number): boolean =>
  state === 'RUNNING' || (state === 'PUBLISHED' && now >= Date.parse(startsAt) - NETWORK_INPUT.earlyMinutes * 60_000);
