import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import type { Kind } from '@ww/shared/request/kinds';
import { OfferPool } from '@ww/shared/volunteer/input';
import { checkPool } from '@ww/shared/volunteer/profile';
import { meant } from '#lib/availability/hours-draft.ts';

/** A pool as it is typed. */
export interface PoolValues {
  headcount: string;
  kinds: Kind[];
  districts: string[];
  /** Numbers of weekdays, as their check boxes name them. */
  weekdays: string[];
  from: string;
  to: string;
  fromDay: string;
  toDay: string;
}

export const emptyPool = (districts: readonly string[], today: string): PoolValues => ({
  ...{ headcount: '', kinds: [], districts: [...districts], weekdays: [], from: '09:00', to: '16:00', fromDay: today, toDay: '' },
});

/** What is sent. */
export const poolInput = ({ headcount, weekdays, from, to, ...rest }: PoolValues) => {
  const hours = meant({ from, to });
  return {
    ...rest,
    headcount: headcount.trim() === '' ? NaN : Number(headcount),
    weekdays: weekdays.map(Number),
    fromMinute: hours.from,
    toMinute: hours.to,
  };
};

/** The local check, the same that the server makes. */
export function checkPoolValues(values: PoolValues, today: string): readonly FieldError[] {
  const id = newId();
  const input = poolInput(values);
  const checked = check(OfferPool, { key: id, id, organisationId: id, ...input });
  return checked.ok ? checkPool(input, today) : checked.errors;
}
