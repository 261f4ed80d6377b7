import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { checkDue, checkIntake, SubmitRequest } from '@ww/shared/request/input';
import {
  ERRANDS_OF,
  KINDS,
  REPORTER_KINDS,
  type Errand,
  type Helper,
  type Informed,
  type Kind,
  type ReporterKind,
} from '@ww/shared/request/kinds';
import type { Language } from '@ww/shared/volunteer/terms';
import { readDue, type TypedDue } from './due.ts';

/** What a resident has typed so far. */
export interface AskValues {
  reporterKind: ReporterKind | null;
  kind: Kind | null;
  errand: Errand | null;
  words: string;
  due: TypedDue;
  district: string;
  address: { street: string; house: string; flat: string; access: string };
  person: { name: string; phone: string };
  reporter: { name: string; phone: string };
  /** Whether someone else than the person opens the door. */
  otherContact: boolean;
  contact: { name: string; phone: string };
  informed: Informed | null;
  language: Language;
  helpers: Helper[];
}

/** An empty form; the address may already say what for and for whom. */
export function emptyAsk(query: { get(name: string): string | null }): AskValues {
  return {
    reporterKind: REPORTER_KINDS.find((kind) => kind === query.get('dla')) ?? null,
    kind: KINDS.find((kind) => kind === query.get('rodzaj')) ?? null,
    errand: null,
    words: '',
    due: { choice: 'soon', day: '', from: '', to: '' },
    district: '',
    address: { street: '', house: '', flat: '', access: '' },
    person: { name: '', phone: '' },
    reporter: { name: '', phone: '' },
    otherContact: false,
    contact: { name: '', phone: '' },
    informed: null,
    language: 'PL',
    helpers: [],
  };
}

/** Until someone says otherwise, whoever writes asks for themselves. */
export const asksForSelf = ({ reporterKind }: AskValues): boolean => reporterKind === null || reporterKind === 'SELF';

/** As the API takes it; the three people kept apart. Instants as `Date`, choices possibly still null. */
export function toSubmission(values: AskValues, id: string, key: string, now: Date) {
  const forSelf = asksForSelf(values);
  return {
    key,
    id,
    district: values.district,
    kind: values.kind,
    errand: values.kind && values.errand && ERRANDS_OF[values.kind].includes(values.errand) ? values.errand : null,
    words: values.words,
    due: readDue(values.due, now),
    reporterKind: values.reporterKind,
    person: values.person,
    reporter: forSelf ? null : values.reporter,
    contact: values.otherContact ? values.contact : null,
    address: values.address,
    informed: forSelf ? ('IS_CALLER' as const) : values.informed,
    language: values.language,
    helpers: values.helpers,
  };
}

/** The same check that the server makes. */
export function checkAsk(values: AskValues, id: string, now: Date): readonly FieldError[] {
  const submission = toSubmission(values, id, id, now);
  const checked = check(SubmitRequest, submission);
  if (checked.ok) return checkIntake(checked.value, now);
  // the term is told at once with the rest, not only when all else is right
  const { from, to } = submission.due;
  return [...checked.errors, ...(to ? checkDue({ from, to }, now) : [])];
}

/** The questions in their order, each with the fields it asks for. */
export const ASK_STEPS = [
  { name: 'who', fields: ['reporterKind'] },
  { name: 'what', fields: ['kind', 'errand', 'words'] },
  { name: 'when', fields: ['due'] },
  { name: 'where', fields: ['district', 'address'] },
  { name: 'people', fields: ['person', 'reporter', 'contact', 'informed', 'language'] },
  { name: 'helpers', fields: ['helpers'] },
] as const;

/** The question that holds a field. */
export const stepOf = (path: string): number =>
  ASK_STEPS.findIndex(({ fields }) => fields.some((field) => path === field || path.startsWith(`${field}.`)));
