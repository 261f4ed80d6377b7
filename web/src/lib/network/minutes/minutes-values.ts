import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { AmendMinutes } from '@ww/shared/network/input';

/** Of the minutes, what their writer changes and what names them. */
interface Written {
  meetingId: string;
  version: number;
  remarks: string | null;
  items: readonly { itemId: string; note: string | null }[];
}

/** What a coordinator writes in the minutes: a note to each item, in the items' order, and remarks on the whole. */
export interface MinutesValues {
  notes: string[];
  remarks: string;
}

export const valuesOf = ({ items, remarks }: Pick<Written, 'items' | 'remarks'>): MinutesValues => ({
  notes: items.map(({ note }) => note ?? ''),
  remarks: remarks ?? '',
});

const inputOf = ({ notes, remarks }: MinutesValues, { meetingId, items }: Written, version: number, key: string) => ({
  ...{ key, id: meetingId, version, remarks },
  items: items.map(({ itemId }, index) => ({ itemId, note: notes[index] ?? '' })),
});

/** Only the notes that were changed: sixty long ones are more than the server takes at once. @param version of the minutes that the writer has seen */
export function amendInput(values: MinutesValues, minutes: Written, version: number, key: string) {
  const { items, ...input } = inputOf(values, minutes, version, key);
  return { ...input, items: items.filter(({ note }, index) => note !== (minutes.items[index]?.note ?? '')) };
}

/** The same check the server makes. */
export function checkMinutes(values: MinutesValues, minutes: Written): FieldError[] {
  const checked = check(AmendMinutes, inputOf(values, minutes, minutes.version, newId()));
  return checked.ok ? [] : checked.errors;
}
