import type { RosterRow } from './documents.ts';

type OnDuty = { volunteer: Pick<RosterRow['volunteer'], 'dutyUntil' | 'openTasks' | 'displayName' | 'lastAskedAt'> };

/** A duty ends by itself; its end may not have been told yet. `now` in milliseconds. */
export const onDutyAt = ({ volunteer }: OnDuty, now: number): boolean =>
  volunteer.dutyUntil !== null && Date.parse(volunteer.dutyUntil) > now;

/** Whom to ask first: fewest tasks, then least recently asked. */
export function leastLoaded({ volunteer: a }: OnDuty, { volunteer: b }: OnDuty): number {
  return a.openTasks - b.openTasks || (a.lastAskedAt ?? '').localeCompare(b.lastAskedAt ?? '');
}
