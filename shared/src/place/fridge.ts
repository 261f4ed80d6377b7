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

interface Named {
  is: RegExp;
  /** What is called so and is harmless: boiled or chocolate eggs, beer without alcohol, vinegar. */
  but?: RegExp;
}

/** Words that name refused food, at the beginning of a word, in Polish, English and Ukrainian; what a person picks wrongly is still caught. */
const NAMES: Partial<Record<FoodKind, Named>> = {
  ALCOHOL: {
    is: /(?<!\p{L})(wódk|(piw[oa]|win[oa]|rum|gin|beer|wine)(?!\p{L})|whisk|likier|nalewk|koniak|brandy|szampan|prosecco|alkohol|vodka|горілк|(пиво|вино)(?!\p{L})|коньяк|шампан|алкогол)/iu,
    but: /(bezalkohol|vinegar|alcohol-free|non-alcoholic|безалкоголь)/iu,
  },
  RAW_EGGS: {
    is: /(?<!\p{L})(jajka|jajek|jajko|jaja(?!\p{L})|eggs?(?!\p{L})|яйц)/iu,
    but: /(gotowan|na twardo|boiled|варен|czekolad|chocolate|шоколад|makaron|noodle|pasta)/iu,
  },
  RAW_MEAT: {
    is: /(?<!\p{L})(surow\p{L}* (\p{L}+ )?(mięs|kurcza|indy|wołow|wieprz|ryb|łoso|filet|kiełbas|kotlet)|mięso (surowe|mielone)|mielone mięso|tatar(?!\p{L})|raw (meat|chicken|pork|beef|fish)|minced meat|сире м.ясо|сира риба|фарш(?!\p{L}))/iu,
  },
  OPENED_TIN: { is: /(?<!\p{L})(otwart\p{L}+ (puszk|konserw)|puszk\p{L}+ otwart|opened? tin|open can|відкрит\p{L}+ (банк|консерв))/iu },
};

/** Whether food that is called so is of this kind. */
function isCalled(kind: FoodKind, what: string): boolean {
  const named = NAMES[kind];
  return named !== undefined && named.is.test(what) && !named.but?.test(what);
}

/** Which of the place's rules refuses this food: by its kind, or by how it is called. */
export function refusedAs({ refused }: FridgeRules, kind: FoodKind, what: string): FoodKind | null {
  if (refused.includes(kind)) return kind;
  return refused.find((each) => isCalled(each, what)) ?? null;
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
