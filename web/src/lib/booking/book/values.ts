import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import type { PlaceFacts } from '@ww/shared/place/booking';
import { BookForOrganisation, ProveEmail, RequestBooking } from '@ww/shared/place/input';
import type { Purpose } from '@ww/shared/place/terms';
import { wrongTime } from '../facts.ts';

const MINUTE = 60_000;

/** What somebody who books has typed so far. `who`: `RESIDENT`, `GROUP`, or the id of an organisation of theirs. */
export interface BookValues {
  roomId: string;
  day: string;
  minutes: number;
  startsAt: number | null;
  purpose: Purpose | null;
  people: string;
  who: string;
  groupName: string;
  name: string;
  phone: string;
  words: string;
  email: string;
  letterCode: string;
  /** The version of the house rules that was accepted; 0 for none. */
  accepted: number;
}

/** The questions in their order, each with the fields it asks for. */
const QUESTIONS = [
  { name: 'time', fields: ['time'] },
  { name: 'what', fields: ['purpose', 'people'] },
  { name: 'who', fields: ['who', 'groupName', 'name', 'phone', 'words'] },
  { name: 'mail', fields: ['email'] },
  { name: 'code', fields: ['letterCode'] },
  { name: 'rules', fields: ['accepted'] },
] as const;
type Question = (typeof QUESTIONS)[number];

const isVisitor = ({ who }: BookValues) => who === 'RESIDENT' || who === 'GROUP' || who === '';

/** Whoever is signed in for an organisation proves no address. */
export const questionsOf = (values: BookValues): readonly Question[] =>
  isVisitor(values) ? QUESTIONS : QUESTIONS.filter(({ name }) => name !== 'mail' && name !== 'code');

interface Target {
  id: string;
  proofId: string;
}

const visit = ({ roomId, startsAt, minutes, people, purpose, words }: BookValues) => ({
  ...{ roomId, purpose, words: words.trim() || null },
  people: /^\d{1,4}$/.test(people.trim()) ? Number(people) : null,
  startsAt: startsAt === null ? null : new Date(startsAt),
  endsAt: startsAt === null ? null : new Date(startsAt + minutes * MINUTE),
});

/** As the API takes it from a visitor; instants as `Date`, choices possibly still null. */
export const toRequest = (values: BookValues, { id, proofId }: Target, key: string) => ({
  ...{ key, id, ...visit(values), proofId, code: values.letterCode, kind: values.who },
  groupName: values.who === 'GROUP' ? values.groupName : null,
  ...{ name: values.name, phone: values.phone.trim() || null, rulesVersion: values.accepted },
});

/** As the API takes it for an organisation. */
export const toOrganisation = (values: BookValues, { id }: Target, key: string) => ({
  ...{ key, id, ...visit(values), organisationId: values.who, rulesVersion: values.accepted },
});

/** Under which field of the form a broken rule of the API is shown. */
const SHOWN_AT: Record<string, string> = {
  startsAt: 'time',
  endsAt: 'time',
  roomId: 'time',
  code: 'letterCode',
  kind: 'who',
  organisationId: 'who',
  rulesVersion: 'accepted',
};
export const asShown = (errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, path: SHOWN_AT[error.path] ?? error.path }));

/** The wish for a room as far as it is typed; null while there is no time. */
export function wishOf({ roomId, startsAt, minutes, people }: BookValues) {
  return startsAt === null ? null : { roomId, startsAt, endsAt: startsAt + minutes * MINUTE, people: Number(people) || 1 };
}

/** The same check that the server makes, without what only it knows: the code and the month's limit. */
export function checkBooking(values: BookValues, target: Target, facts: PlaceFacts, rulesVersion: number): FieldError[] {
  const wish = wishOf(values);
  const time: FieldError[] = wish ? wrongTime(facts, wish) : [{ path: 'time', rule: 'choice' }];
  const checked = isVisitor(values)
    ? check(RequestBooking, toRequest(values, target, target.id))
    : check(BookForOrganisation, toOrganisation(values, target, target.id));
  const typed = checked.ok ? [] : asShown(checked.errors).filter(({ path }) => path !== 'time');
  const noGroup: FieldError[] = values.who === 'GROUP' && values.groupName.trim() === '' ? [{ path: 'groupName', rule: 'required' }] : [];
  const proof = check(ProveEmail, { key: target.id, id: target.id, email: values.email });
  const noRules: FieldError[] = values.accepted === rulesVersion ? [] : [{ path: 'accepted', rule: 'required' }];
  return [...time, ...typed, ...noGroup, ...(isVisitor(values) && !proof.ok ? proof.errors : []), ...noRules];
}
