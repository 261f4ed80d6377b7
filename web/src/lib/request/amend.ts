import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { AmendRequest, checkDue } from '@ww/shared/request/input';
import type { Errand, Helper, Informed, Kind } from '@ww/shared/request/kinds';
import { formatPhone } from '@ww/shared/phone';
import type { Language } from '@ww/shared/volunteer/terms';
import type { Detail, Row } from './documents.ts';
import type { Revealed } from './mutations.ts';
import { dueOf, type OwnDue, ownDueOf } from './due.ts';

/** A request's content as it stands in the fields. */
export interface AmendValues {
  kind: Kind;
  errand: Errand | null;
  words: string;
  due: OwnDue;
  person: { name: string; phone: string };
  contact: { name: string; phone: string };
  address: { street: string; house: string; flat: string; access: string };
  informed: Informed;
  helpers: Helper[];
  language: Language;
}

export function valuesOf(row: Row, detail: Detail, data: Revealed): AmendValues {
  return {
    kind: row.kind,
    errand: row.errand,
    words: data.words,
    due: ownDueOf(row.dueFrom, row.dueTo),
    person: { name: data.person.name, phone: data.person.phone ? formatPhone(data.person.phone) : '' },
    contact: { name: data.contact?.name ?? '', phone: data.contact?.phone ? formatPhone(data.contact.phone) : '' },
    address: { street: data.address.street, house: data.address.house, flat: data.address.flat ?? '', access: data.address.access ?? '' },
    informed: detail.informed,
    helpers: [...detail.helpers],
    language: detail.language,
  };
}

/** What is sent; an untouched due window keeps its exact instants. */
export function amendInput(values: AmendValues, base: AmendValues, row: Row, version: number, key: string, now: number) {
  const sameDue = JSON.stringify(values.due) === JSON.stringify(base.due);
  const due = sameDue ? { from: row.dueFrom, to: row.dueTo } : (dueOf('other', values.due, now) ?? { from: null, to: '' });
  return { ...values, key, id: row.id, version, due, contact: values.contact.name.trim() ? values.contact : null };
}

/** The same check the server makes. An untouched due window may lie in the past: it is not being set. */
export function checkAmend(values: AmendValues, base: AmendValues, row: Row, now: number): FieldError[] {
  const input = amendInput(values, base, row, row.version, newId(), now);
  if (!input.due.to) return [{ path: 'due.to', rule: 'required' }];
  const due = { from: input.due.from ? new Date(input.due.from) : null, to: new Date(input.due.to) };
  const checked = check(AmendRequest, { ...input, due });
  return [...(checked.ok ? [] : checked.errors), ...(input.due.to === row.dueTo ? [] : checkDue(due, new Date(now)))];
}

/** Paths of the fields in which two versions differ. */
export function differences(a: AmendValues, b: AmendValues): (keyof AmendValues)[] {
  return (Object.keys(a) as (keyof AmendValues)[]).filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}
