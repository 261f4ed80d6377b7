import type { Gate } from './gates.ts';
import type { Language } from './terms.ts';

/** Why a candidate stands where they stand, in the order in which it counts. */
export const REASONS = [
  'GATES',
  'FREE',
  'ON_DUTY',
  'NOT_FREE',
  'BUSY',
  'NEVER_ASKED',
  'ASKED',
  'HELPED_BEFORE',
  'SPEAKS',
  'LOAD',
  'NO_ACCOUNT',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Rankable {
  id: string;
  failed: readonly Gate[];
  /** Time free of other tasks within the visit's window, long enough for it. */
  isFree: boolean;
  isOnDuty: boolean;
  lastAskedAt: Date | null;
  /** How often the volunteer has helped this person. */
  helpedBefore: number;
  /** Speaks the person's own language, where that isn't Polish. */
  speaks: Language | null;
  openTasks: number;
}

const DAY = 86_400_000;
/** Counted in days, so that what follows still matters among those asked on the same day. */
const daysSince = (at: Date | null, now: Date) =>
  at === null ? Number.MAX_SAFE_INTEGER : Math.floor((now.getTime() - at.getTime()) / DAY);

/**
 * The order in which people are asked: whom no gate stops, who has time, least recently asked, who has helped this person
 * before, who speaks the language, who has less to do. Fairness comes before convenience: in spring 2020 the few nearest
 * were asked again and again.
 */
export function rank<T extends Rankable>(candidates: readonly T[], now: Date): T[] {
  const keys = (who: T): readonly number[] => [
    who.failed.length,
    who.isFree || who.isOnDuty ? 0 : 1,
    -daysSince(who.lastAskedAt, now),
    -who.helpedBefore,
    who.speaks ? 0 : 1,
    who.openTasks,
    who.lastAskedAt?.getTime() ?? 0,
  ];
  return candidates
    .map((who) => ({ who, by: keys(who) }))
    .toSorted((a, b) => firstDifference(a.by, b.by) || (a.who.id < b.who.id ? -1 : 1))
    .map(({ who }) => who);
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
