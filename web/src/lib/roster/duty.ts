interface OnDuty {
  volunteer: { dutyUntil: string | null; openTasks: number; maxOpen: number; lastAskedAt: string | null };
}

/** A duty ends by itself; its end may not have been told yet. `now` in milliseconds. */
export const onDutyAt = ({ volunteer }: OnDuty, now: number): boolean =>
  volunteer.dutyUntil !== null && Date.parse(volunteer.dutyUntil) > now;

const isFull = ({ openTasks, maxOpen }: OnDuty['volunteer']): boolean => openTasks >= maxOpen;

/** Whom to ask first: who can take one more, then fewest tasks, then least recently asked. */
export function leastLoaded({ volunteer: a }: OnDuty, { volunteer: b }: OnDuty): number {
  return Number(isFull(a)) - Number(isFull(b)) || a.openTasks - b.openTasks || (a.lastAskedAt ?? '').localeCompare(b.lastAskedAt ?? '');
}
