import type { FieldError } from '../error-codes.ts';
import type { FoodKind } from './terms.ts';

/** What a place's fridge allows. */
export interface FridgeRules {
  refused: readonly FoodKind[];
  /** How many days after its making home-made food stays. */
  homeMadeDays: number;
}

/** How old food is, by Warsaw's days. */
export const FRESHNESS = ['PAST', 'TODAY', 'SOON', 'LATER'] as const;
export type Freshness = (typeof FRESHNESS)[number];
const SOON_DAYS = 3;

/** Words that name refused food, at the beginning of a word, in Polish, English and Ukrainian; what a person picks wrongly is still caught. */
const NAMES: Partial<Record<FoodKind, RegExp>> = {
  ALCOHOL:
    /(?<!\p{L})(wódk|piwo(?!\p{L})|piwa(?!\p{L})|wino(?!\p{L})|wina(?!\p{L})|whisk|likier|nalewk|alkohol|vodka|beer|wine(?!\p{L})|горілк|пиво|вино(?!\p{L})|алкогол)/iu,
  RAW_EGGS: /(?<!\p{L})(jajka|jajek|jajko|jaja(?!\p{L})|eggs?(?!\p{L})|яйц)/iu,
  RAW_MEAT:
    /(surowe mięso|mięso surowe|mięso mielone|surow\p{L}+ (kurczak|wołowin|wieprzowin|ryb)|raw (meat|chicken|pork|beef|fish)|minced meat|сире м.ясо|фарш)/iu,
  OPENED_TIN: /(otwart\p{L}+ (puszk|konserw)|puszk\p{L}+ otwart|opened? tin|open can|відкрит\p{L}+ (банк|консерв))/iu,
};
/** Boiled eggs are no raw ones. */
const BOILED = /(gotowan|na twardo|boiled|варен)/iu;

/** Which of the place's rules refuses this food: by its kind, or by how it is called. */
export function refusedAs({ refused }: FridgeRules, kind: FoodKind, what: string): FoodKind | null {
  if (refused.includes(kind)) return kind;
  return refused.find((each) => NAMES[each]?.test(what) && !(each === 'RAW_EGGS' && BOILED.test(what))) ?? null;
}

interface Dated {
  bestBefore: string | null;
  madeOn: string | null;
}

/** Until which of Warsaw's days it may stay: as the label says, and home-made not longer than the place lets it. */
export function staysUntil({ homeMadeDays }: FridgeRules, { bestBefore, madeOn }: Dated): string | null {
  const made = madeOn === null ? null : Temporal.PlainDate.from(madeOn).add({ days: homeMadeDays }).toString();
  if (made === null || bestBefore === null) return made ?? bestBefore;
  return made < bestBefore ? made : bestBefore;
}

/** @param today Warsaw's day. Food without a date is `LATER`. */
export function freshnessOf(until: string | null, today: string): Freshness {
  if (until === null) return 'LATER';
  if (until < today) return 'PAST';
  if (until === today) return 'TODAY';
  return until <= Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString() ? 'SOON' : 'LATER';
}

/** What is wrong with food that somebody wants to leave, by field. @param today Warsaw's day. */
export function checkFood(rules: FridgeRules, food: Dated & { kind: FoodKind; what: string }, today: string): FieldError[] {
  const refused = refusedAs(rules, food.kind, food.what);
  if (refused !== null) return [{ path: refused === food.kind ? 'kind' : 'what', rule: 'refusedFood' }];
  if (food.madeOn !== null && food.madeOn > today) return [{ path: 'madeOn', rule: 'madeInFuture' }];
  const until = staysUntil(rules, food);
  if (until === null || until >= today) return [];
  return [{ path: food.bestBefore !== null && food.bestBefore < today ? 'bestBefore' : 'madeOn', rule: 'pastBestBefore' }];
}

/** Whether a temperature in °C is one that a cold shelf must not have. */
export const isTooWarm = (degrees: number, { coldMax }: { coldMax: number }): boolean => degrees > coldMax;
