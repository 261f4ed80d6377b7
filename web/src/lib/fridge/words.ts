import { freshnessOf, type Freshness } from '@ww/shared/place/fridge';
import { weekdayOf } from '@ww/shared/spans';
import type { FoodKind, FoodUnit, ShelfKind } from '@ww/shared/place/terms';
import { clock, dayMonth, decimal, monthYear, sameDay, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { addDays, dayOf, noonOf } from '#lib/place/days.ts';
import { openState } from '#lib/place/open.ts';
import { foodKindName } from '#lib/place/words.ts';
import type { Board, Food } from './documents.ts';

/** `25.11` */
export const dayMonthWords = (day: string): string => dayMonth(noonOf(day));

const UNTIL = {
  ...{ 1: m.fridge_until_1, 2: m.fridge_until_2, 3: m.fridge_until_3, 4: m.fridge_until_4 },
  ...{ 5: m.fridge_until_5, 6: m.fridge_until_6, 7: m.fridge_until_7 },
};
const ON = {
  ...{ 1: m.fridge_on_1, 2: m.fridge_on_2, 3: m.fridge_on_3, 4: m.fridge_on_4 },
  ...{ 5: m.fridge_on_5, 6: m.fridge_on_6, 7: m.fridge_on_7 },
};
/** So far ahead a day is told by its month alone. */
const FAR_DAYS = 180;

/** `do dziś`, `do piątku`, `do 5.12`, `do 3.2027`. @param today Warsaw's day. */
export function untilWords(until: string | null, today: string): string {
  if (until === null) return m.fridge_until_none();
  const days = Temporal.PlainDate.from(today).until(until).days;
  if (days < 0) return m.fridge_until_past();
  if (days === 0) return m.fridge_until_today();
  if (days === 1) return m.fridge_until_tomorrow();
  if (days < 7) return UNTIL[Temporal.PlainDate.from(until).dayOfWeek as keyof typeof UNTIL]();
  return m.fridge_until_day({ day: days < FAR_DAYS ? dayMonthWords(until) : monthYear(noonOf(until)) });
}

const MARK: Record<Freshness, string> = { PAST: 'urgent', TODAY: 'urgent', SOON: 'wait', LATER: 'new' };
/** The mark beside the words, by shape and colour. */
export const untilMark = (until: string | null, today: string): string => MARK[freshnessOf(until, today)];

/** Past its day: nobody is to take it any more. */
export const isPast = ({ staysUntil }: Pick<Food, 'staysUntil'>, today: string): boolean => freshnessOf(staysUntil, today) === 'PAST';

/** Until when the fridge is open now; null while it is closed, or where there is none. @param now milliseconds */
export function openUntil({ place }: Pick<Board, 'place'>, now: number): string | null {
  const state = openState(place.upcoming, now);
  return place.hasFridge && 'until' in state ? state.until : null;
}

/** `jutro o 12:00`, `we wtorek o 12:00`, `wt., 1 gru o 12:00`; null when nothing is planned. @param now milliseconds */
export function opensWords({ place }: Pick<Board, 'place'>, now: number): string | null {
  const state = openState(place.upcoming, now);
  if (!place.hasFridge || !('next' in state) || !state.next) return null;
  const { from } = state.next;
  const at = clock(from);
  if (sameDay(from, now)) return m.fridge_opens_today({ at });
  if (sameDay(from, now + 86_400_000)) return m.fridge_opens_tomorrow({ at });
  const day = dayOf(from);
  const isNear = day < addDays(dayOf(now), 7);
  return m.fridge_opens_on({ day: isNear ? ON[weekdayOf(day) as keyof typeof ON]() : shortDate(from), at });
}

export const CELSIUS = '°C';
/** `4`, `5,4`. */
export const degreesWords = (degrees: number): string => decimal(degrees);

export const unitName = (unit: FoodUnit): string => m[`fridge_unit_${unit}`]();
export const shelfKindName = (kind: ShelfKind): string => m[`place_shelf_${kind}`]();

const WHY: Partial<Record<FoodKind, () => string>> = {
  ...{ RAW_MEAT: m.fridge_why_raw_meat, RAW_EGGS: m.fridge_why_raw_eggs },
  ...{ ALCOHOL: m.fridge_why_alcohol, OPENED_TIN: m.fridge_why_opened_tin },
};
/** Which rule a food breaks, and why there is one. */
export const refusalWords = (kind: FoodKind): string => WHY[kind]?.() ?? m.fridge_why_other({ kind: foodKindName(kind) });
