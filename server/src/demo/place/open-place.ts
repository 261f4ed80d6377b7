import type { RoomFacts } from '@ww/shared/place/booking';
import { hoursOf, isHoliday, type OpeningDay, type PlaceClock } from '@ww/shared/place/clock';
import { newId } from '@ww/shared/id';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';
import { weekdayOf } from '@ww/shared/spans';
import { CLOSED_DAY, EARLY_CLOSING, FAIR, SHORT_CLOSING } from './bookings.ts';
import { MAL_WLOCHY } from './places.ts';
import type { DemoPlaceData } from './terms.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long the demo's places have been open. */
const OLD_DAYS = 400;
/** Since when the present hours hold, where there were others. */
const EARLIER_DAYS = 60;
const LOOKED_AT = 90;

export interface DemoRoomFacts extends RoomFacts {
  name: string;
}

export interface DemoClosure {
  id: string;
  from: Date;
  to: Date;
  reason: 'STAFF' | 'FAILURE';
  closedAt: Date;
  reopenedAt: Date | null;
}

/** A place on the day on which the demo begins. */
export interface DemoPlace {
  id: string;
  data: DemoPlaceData;
  rooms: readonly DemoRoomFacts[];
  /** Without closures. */
  planned: PlaceClock;
  /** With what was, and will be, closed suddenly. */
  clock: PlaceClock;
  closures: readonly DemoClosure[];
  /** The usual open day that is on or comes next is 0; it is never one that differs. */
  dayOf: (index: number) => string;
  now: Date;
}

/** A minute of a day of Warsaw's wall clock. */
export const momentOf = (day: string, minute: number): Date =>
  fromWarsaw(Temporal.PlainDate.from(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 }));

const dayFrom = (now: Date, days: number): string => inWarsaw(now).toPlainDate().add({ days }).toString();

export function placeOf(data: DemoPlaceData, now: Date): DemoPlace {
  const since = dayFrom(now, -EARLIER_DAYS);
  const old = dayFrom(now, -OLD_DAYS);
  const weeks = data.weeklyBefore
    ? [
        { from: old, until: dayFrom(now, -EARLIER_DAYS - 1), weekly: data.weeklyBefore },
        { from: since, until: null, weekly: data.weekly },
      ]
    : [{ from: old, until: null, weekly: data.weekly }];
  const usual: PlaceClock = { weeks, days: [], closures: [], closedOnHolidays: true };
  const dayOf = daysOf(usual, now);
  const isOurs = data.slug === MAL_WLOCHY;
  const planned = { ...usual, days: isOurs ? differing(now, dayOf) : [] };
  const closures = isOurs ? closuresOf(now, dayOf) : [];
  return {
    ...{ id: newId(now.getTime() - OLD_DAYS * DAY), data, planned, closures, dayOf, now },
    clock: { ...planned, closures: closures.map(({ from, to, reopenedAt }) => ({ from, to: reopenedAt ?? to })) },
    rooms: data.rooms.map(({ name, capacity, equipment, stepFree, buffers: [setupMinutes, cleaningMinutes] }) => ({
      ...{ id: newId(now.getTime() - OLD_DAYS * DAY), name, capacity, equipment, stepFree, setupMinutes, cleaningMinutes },
    })),
  };
}

/** @throws RangeError for a day too far away. */
function daysOf(clock: PlaceClock, now: Date): (index: number) => string {
  const days = Array.from({ length: 2 * LOOKED_AT }, (_, at) => dayFrom(now, at - LOOKED_AT)).filter(
    (day) => hoursOf(clock, day).length > 0,
  );
  const closes = (day: string) => momentOf(day, Math.max(...hoursOf(clock, day).map(({ to }) => to)));
  const first = days.findIndex((day) => closes(day) > now);
  return (index) => {
    const day = days[first + index];
    if (day === undefined) throw new RangeError(`no open day ${String(index)}`);
    return day;
  };
}

function differing(now: Date, dayOf: (index: number) => string): OpeningDay[] {
  const fair = Array.from({ length: 21 }, (_, more) => dayFrom(now, FAIR.ahead + more)).find(
    (day) => weekdayOf(day) === 6 && !isHoliday(day),
  );
  return [{ day: dayOf(CLOSED_DAY), hours: [] }, ...(fair === undefined ? [] : [{ day: fair, hours: [FAIR.hours] }])];
}

function closuresOf(now: Date, dayOf: (index: number) => string): DemoClosure[] {
  const early = dayOf(EARLY_CLOSING.day);
  const short = dayOf(SHORT_CLOSING.day);
  const from = momentOf(short, SHORT_CLOSING.from);
  const closedAt = new Date(now.getTime() - 2 * HOUR);
  return [
    {
      ...{ id: newId(from.getTime()), from, to: momentOf(short, SHORT_CLOSING.to), reason: 'FAILURE', closedAt: from },
      reopenedAt: momentOf(short, SHORT_CLOSING.reopened),
    },
    {
      ...{ id: newId(closedAt.getTime()), from: momentOf(early, EARLY_CLOSING.from), to: momentOf(early, EARLY_CLOSING.to) },
      ...{ reason: 'STAFF', closedAt, reopenedAt: null },
    },
  ];
}
