import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { checkFood, type FridgeRules } from '@ww/shared/place/fridge';
import { PutFood } from '@ww/shared/place/input';
import type { FoodKind, FoodUnit } from '@ww/shared/place/terms';
import { wholeNumber } from '#lib/ui/whole-number.ts';
import type { Board, Shelf } from './documents.ts';
import { type CommonFood, usuallyGoodUntil } from './common-food.ts';

/** Food as it is typed. */
export interface PutValues {
  shelfId: string;
  what: string;
  kind: FoodKind;
  amount: string;
  unit: FoodUnit;
  /** Empty: it keeps. */
  bestBefore: string;
  /** Empty: not made at home. */
  madeOn: string;
  isHomeMade: boolean;
}

export const emptyFood = (shelf: Shelf, today: string): PutValues => ({
  ...{ shelfId: shelf.id, what: '', kind: 'OTHER', amount: '1', unit: 'PIECES', madeOn: today, isHomeMade: false },
  bestBefore: usuallyGoodUntil('OTHER', today),
});

/** What follows from what it is: how it is counted and how long it is good. @param today Warsaw's day. */
export const likeCommon = ({ kind, unit }: Pick<CommonFood, 'kind' | 'unit'>, today: string): Partial<PutValues> => ({
  ...{ kind, unit, madeOn: today, isHomeMade: kind === 'COOKED', bestBefore: kind === 'COOKED' ? '' : usuallyGoodUntil(kind, today) },
});

/** What is sent of what is said. */
export const foodInput = ({ isHomeMade, amount, bestBefore, madeOn, ...rest }: PutValues) => ({
  ...rest,
  amount: wholeNumber(amount),
  bestBefore: bestBefore || null,
  madeOn: isHomeMade ? madeOn || null : null,
});

export const rulesOf = ({ refused, homeMadeDays }: Pick<Board, 'refused' | 'homeMadeDays'>): FridgeRules => ({ refused, homeMadeDays });

/** The local check, the same that the server makes. @param today Warsaw's day. */
export function checkPut(values: PutValues, board: Board, today: string): readonly FieldError[] {
  if (values.isHomeMade && values.madeOn === '') return [{ path: 'madeOn', rule: 'required' }];
  const id = newId();
  const checked = check(PutFood, { key: id, id, ...foodInput(values) });
  return checked.ok ? checkFood(rulesOf(board), checked.value, today) : checked.errors;
}
