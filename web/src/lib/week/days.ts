import { hoursOf, openSpans } from '@ww/shared/place/clock';
import { daysIn, spansOf, subtract, within, type Hours, type Span } from '@ww/shared/spans';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';
import { addDays, clockOf } from '#lib/place/days.ts';
import type { Booking, Place } from '#lib/place/documents.ts';
import type { StaffWeek } from './documents.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
/** What a week without any hours shows. */
const USUAL = { from: 8 * 60, to: 20 * 60 };
const WORKDAYS = 5;

/** The instant of Warsaw's wall clock; empty while one of the two is not typed. */
export const instantOf = (day: string, time: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{2}:\d{2}/.test(time) ? fromWarsaw(`${day}T${time}`).toISOString() : '';

/** As the schemas of input take an instant. */
export const asDate = (at: string): Date | null => (at === '' ? null : new Date(at));

/** Hours of a day before anything sudden. */
export const plannedOn = (place: Place, day: string): Span[] => spansOf(day, hoursOf(clockOf(place), day));

const touches = (day: string, from: string, to: string) => daysIn(Date.parse(from), Date.parse(to)).includes(day);

/** The days of a week with hours, or with something in them; a week without any shows its working days. */
export function shownDays({ day: monday, place, bookings }: StaffWeek): string[] {
  const all = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
  const busy = all.filter(
    (day) => plannedOn(place, day).length > 0 || bookings.some(({ startsAt, endsAt }) => touches(day, startsAt, endsAt)),
  );
  return busy.length > 0 ? busy : all.slice(0, WORKDAYS);
}

/** Minutes of Warsaw's clock from a day's midnight; what ends with the day or later ends there. */
const minutesOn = (day: string, at: number): number => {
  const local = inWarsaw(at);
  return local.toPlainDate().toString() === day ? local.hour * 60 + local.minute : DAY_MINUTES;
};

/** From which hour to which the days are drawn, in whole hours as minutes from midnight. */
export function shownHours(week: StaffWeek, days: readonly string[]): Hours {
  const held = week.bookings.map(({ startsAt, endsAt }) => ({ from: Date.parse(startsAt), to: Date.parse(endsAt) }));
  const ends = days.flatMap((day) => {
    const whole = spansOf(day, [{ from: 0, to: DAY_MINUTES }]);
    const spans = [...plannedOn(week.place, day), ...whole.flatMap(({ from, to }) => within(held, from, to))];
    return spans.map(({ from, to }) => ({ from: minutesOn(day, from), to: minutesOn(day, to) }));
  });
  if (ends.length === 0) return USUAL;
  return {
    from: Math.floor(Math.min(...ends.map(({ from }) => from)) / 60) * 60,
    to: Math.ceil(Math.max(...ends.map(({ to }) => to)) / 60) * 60,
  };
}

/** Where a day is not open within the drawn hours: by plan, or closed suddenly. */
export function shutSpans(week: StaffWeek, day: string, hours: Hours): (Span & { sudden: boolean })[] {
  const drawn = spansOf(day, [hours]);
  const planned = plannedOn(week.place, day);
  const open = week.open.map((span) => ({ from: Date.parse(span.from), to: Date.parse(span.to) }));
  return [
    ...subtract(drawn, planned).map((span) => ({ ...span, sudden: false })),
    ...subtract(planned, open).map((span) => ({ ...span, sudden: true })),
  ];
}

const SHORTEST = 30 * MINUTE;

/** A booking that begins while the place is open and only ends too late: until when it could last. */
export function shortened({ startsAt, endsAt }: Booking, place: Place): string | null {
  const from = Date.parse(startsAt);
  const [first] = openSpans(clockOf(place), from, Date.parse(endsAt));
  return first?.from === from && first.to - from >= SHORTEST && first.to < Date.parse(endsAt) ? new Date(first.to).toISOString() : null;
}
