import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { EnterBooking } from '@ww/shared/place/input';
import type { BorrowerKind, Purpose } from '@ww/shared/place/terms';
import { asDate } from './days.ts';
import { wayOf, type TimeValues } from './time-values.ts';

/** A booking as staff types it. */
export interface EnterValues extends TimeValues {
  kind: BorrowerKind;
  groupName: string;
  name: string;
  phone: string;
  email: string;
  purpose: Purpose | '';
  words: string;
  people: string;
}

export const emptyEntry = (time: TimeValues): EnterValues => ({
  ...time,
  ...{ kind: 'RESIDENT', groupName: '', name: '', phone: '', email: '', purpose: '', words: '', people: '' },
});

/** What is sent of what is typed; the place itself has no name and no phone. */
export function entryInput(
  { roomId: _room, day: _day, from: _from, to: _to, people, groupName, purpose, ...values }: EnterValues,
  time: TimeValues,
) {
  const own = values.kind === 'PLACE';
  return {
    ...values,
    ...wayOf(time),
    purpose: purpose as Purpose,
    groupName: values.kind === 'GROUP' ? groupName : '',
    ...(own ? { name: '', phone: '', email: '' } : {}),
    people: Number(people.trim() || NaN),
  };
}

/** The local check, the same that the server makes but for what depends on the calendar. */
export function checkEntry(values: EnterValues): readonly FieldError[] {
  const id = newId();
  const input = entryInput(values, values);
  const checked = check(EnterBooking, { key: id, id, ...input, startsAt: asDate(input.startsAt), endsAt: asDate(input.endsAt) });
  return checked.ok ? [] : checked.errors;
}
