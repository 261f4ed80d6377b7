import { inWarsaw, startOfWarsawDay, WARSAW } from '@ww/shared/time';
import type { State } from '@ww/shared/request/transitions';
import type { Load } from './loads.ts';
import type { Dice } from './random.ts';

/** What made an open request pressing: its time is over, or nearly, or somebody marked it. */
type Pressing = 'OVERDUE' | 'SOON' | 'MARKED';

/** How far a request has come by now, and when it began. */
export interface Fate {
  state: State;
  at: Date;
  /** When it ended; null for an open one. */
  endedAt: Date | null;
  pressing: Pressing | null;
}

const MINUTE = 60_000;
const DAYS_KEPT = 13;
/** Hours of Warsaw's clock between which errands come to an end on the days before. */
const DESK_HOURS = { from: 9, to: 19 } as const;

/** All the requests of a district, oldest first. */
export function fatesOf(dice: Dice, load: Load, now: Date): Fate[] {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE - dice.int(0, 55) * 1000);
  const open = (state: State, minutes: number, pressing: Pressing | null = null): Fate => ({
    state,
    at: ago(minutes),
    endedAt: null,
    pressing,
  });
  const closed = (endedAt: Date): Fate => ({
    state: dice.chance(0.14) ? 'CANCELLED' : 'DONE',
    at: new Date(endedAt.getTime() - Math.min(dice.int(35, 230), longestOn(endedAt)) * MINUTE - dice.int(0, 55) * 1000),
    endedAt,
    pressing: null,
  });
  const [, , , accepted, inProgress] = load.open;
  const late = load.overdue;
  return [
    ...untakenAges(dice, load).map(({ minutes, pressing }) =>
      open(dice.chance(minutes > 60 ? 0.35 : 0.65) ? 'NEW' : 'TRIAGED', minutes, pressing),
    ),
    ...times(accepted, () => open('ACCEPTED', dice.int(14, 150))),
    ...times(inProgress, (index) =>
      index < late ? open('IN_PROGRESS', dice.int(150, 290), 'OVERDUE') : open('IN_PROGRESS', dice.int(35, 240)),
    ),
    ...times(load.closedToday, () => closed(earlierToday(dice, now))),
    ...times(load.closedBefore, () => closed(onAnEarlierDay(dice, now))),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

/** Ages of what nobody took. Exactly one is as old as the load says, the rest are younger and in their own band. */
function untakenAges(dice: Dice, { open, oldest }: Load): { minutes: number; pressing: Pressing | null }[] {
  const [urgent, waiting, fresh] = open;
  const pressing: readonly (Pressing | null)[] = ['SOON', 'OVERDUE', 'MARKED', null];
  const ages = [
    ...times(urgent, (index) => ({
      minutes: dice.int(121, Math.max(121, oldest - 9)),
      pressing: pressing[index % pressing.length] ?? null,
    })),
    ...times(waiting, () => ({ minutes: dice.int(62, Math.min(116, Math.max(62, oldest - 4))), pressing: null })),
    ...times(fresh, () => ({ minutes: dice.int(1, Math.min(56, Math.max(1, oldest - 3))), pressing: null })),
  ];
  const [first] = ages;
  if (first) first.minutes = oldest;
  return ages;
}

/** What ended in daytime was asked for after seven. In minutes. */
function longestOn(endedAt: Date): number {
  const { hour, minute } = inWarsaw(endedAt);
  return hour < 8 ? 230 : (hour - 7) * 60 + minute;
}

function earlierToday(dice: Dice, now: Date): Date {
  const start = startOfWarsawDay(now).getTime();
  const opened = start + 8 * 60 * MINUTE;
  // Somebody who looks before the desk has opened sees what was ended in the night.
  const from = now.getTime() - opened > 60 * MINUTE ? opened : start;
  // A moment is left for the last note.
  return new Date(Math.min(from + (now.getTime() - from) * (dice.int(5, 97) / 100), now.getTime() - MINUTE / 2));
}

function onAnEarlierDay(dice: Dice, now: Date): Date {
  const today = inWarsaw(now).toPlainDate();
  let day = today.subtract({ days: dice.int(1, DAYS_KEPT) });
  if (day.dayOfWeek > 5 && dice.chance(0.7)) day = day.subtract({ days: day.dayOfWeek - 5 });
  const time = { hour: dice.int(DESK_HOURS.from, DESK_HOURS.to), minute: dice.int(0, 59), second: dice.int(0, 59) };
  return new Date(day.toZonedDateTime({ timeZone: WARSAW, plainTime: time }).epochMilliseconds);
}
