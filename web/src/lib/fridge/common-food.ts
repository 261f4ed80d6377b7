import type { FoodKind, FoodUnit, ShelfKind } from '@ww/shared/place/terms';
import { m } from '#lib/paraglide/messages.js';
import { addDays } from '#lib/place/days.ts';

/** Food that is often left: one tap in place of typing. */
export interface CommonFood {
  name: () => string;
  shelf: ShelfKind;
  kind: FoodKind;
  unit: FoodUnit;
}

const food = (shelf: ShelfKind, name: () => string, kind: FoodKind, unit: FoodUnit): CommonFood => ({ name, shelf, kind, unit });

const COMMON: readonly CommonFood[] = [
  food('COLD', m.fridge_food_soup, 'COOKED', 'JARS'),
  food('COLD', m.fridge_food_dinner, 'COOKED', 'PORTIONS'),
  food('COLD', m.fridge_food_yoghurt, 'DAIRY', 'PIECES'),
  food('COLD', m.fridge_food_milk, 'DAIRY', 'LITRES'),
  food('COLD', m.fridge_food_cheese, 'COLD_MEAT', 'PACKS'),
  food('COLD', m.fridge_food_vegetables, 'VEGETABLES', 'KILOGRAMS'),
  food('DRY', m.fridge_food_bread, 'BREAD', 'LOAVES'),
  food('DRY', m.fridge_food_rolls, 'BREAD', 'PIECES'),
  food('DRY', m.fridge_food_apples, 'VEGETABLES', 'KILOGRAMS'),
  food('DRY', m.fridge_food_groats, 'DRY_GOODS', 'PACKS'),
  food('DRY', m.fridge_food_tin, 'TINS', 'PIECES'),
  food('DRY', m.fridge_food_sweets, 'SWEETS', 'PACKS'),
];

export const commonOn = (shelf: ShelfKind, refused: readonly FoodKind[]): CommonFood[] =>
  COMMON.filter((each) => each.shelf === shelf && !refused.includes(each.kind));

/** So many letters in common make a typed name one of these: Polish changes the end of a word. */
const STEM = 4;

/** What a typed name is most likely of. */
export function commonLike(typed: string): CommonFood | undefined {
  const start = typed.trim().toLowerCase().slice(0, STEM);
  return start.length < STEM ? undefined : COMMON.find(({ name }) => name().toLowerCase().startsWith(start));
}

/** Goes off soon: without a label's day it is good for a day, and no longer. */
const PERISHABLE: readonly FoodKind[] = ['DAIRY', 'COLD_MEAT', 'BABY_FOOD', 'COOKED', 'OTHER'];
const DAYS: Partial<Record<FoodKind, number>> = { BREAD: 3, VEGETABLES: 3 };

/** Until when food of a kind is said to be good unless somebody says otherwise; empty for what keeps. @param today Warsaw's day. */
export function usuallyGoodUntil(kind: FoodKind, today: string): string {
  const days = PERISHABLE.includes(kind) ? 1 : DAYS[kind];
  return days === undefined ? '' : addDays(today, days);
}
