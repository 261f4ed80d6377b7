import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { AmendEntry } from '@ww/shared/network/input';
import type { BoardKind, BoardSide } from '@ww/shared/network/terms';
import type { Entry } from './documents.ts';

/** An entry as it is typed. */
export interface EntryValues {
  side: BoardSide;
  /** Empty until one is chosen. */
  kind: BoardKind | '';
  title: string;
  words: string;
  amount: string;
  place: string;
  fromDay: string;
  toDay: string;
  /** In whose name; empty for the district. */
  host: string;
}

export const emptyEntry = (host: string, kind: BoardKind | null): EntryValues => ({
  ...{ side: 'NEED', kind: kind ?? '', title: '', words: '', amount: '', place: '', fromDay: '', toDay: '', host },
});

export const valuesOf = ({ side, kind, title, organisation, ...entry }: Entry): EntryValues => ({
  ...{ side, kind, title, host: organisation?.id ?? '', amount: entry.amount === null ? '' : String(entry.amount) },
  ...{ words: entry.words ?? '', place: entry.place ?? '', fromDay: entry.fromDay ?? '', toDay: entry.toDay ?? '' },
});

/** What is sent of what is said; the host apart. */
export const entryInput = ({ host: _host, kind, amount, ...rest }: EntryValues) => ({
  ...rest,
  kind: kind as BoardKind,
  amount: amount.trim() === '' ? null : Number(amount),
});

/** The local check, the same that the server makes but for a last day that has passed. */
export function checkEntry(values: EntryValues): readonly FieldError[] {
  const id = newId();
  const input = entryInput(values);
  const checked = check(AmendEntry, { key: id, id, version: 1, ...input });
  if (!checked.ok) return checked.errors;
  const { fromDay, toDay } = checked.value;
  return fromDay && toDay && toDay < fromDay ? [{ path: 'toDay', rule: 'daysOrder' }] : [];
}
