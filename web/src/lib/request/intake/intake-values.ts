import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { checkIntake, CreateRequest } from '@ww/shared/request/input';
import { ERRANDS_OF, type Errand, type Helper, type Informed, type Kind, type ReporterKind } from '@ww/shared/request/kinds';
import type { Language } from '@ww/shared/volunteer/terms';
import { type CallDueChoice, dueOf, type OwnDue, todayUntil } from '../due.ts';

/** What has been typed during the call. */
export interface IntakeValues {
  district: string;
  reporterKind: ReporterKind;
  person: { name: string; phone: string };
  reporter: { name: string; phone: string };
  informed: Informed;
  kind: Kind;
  errand: Errand | null;
  words: string;
  dueChoice: CallDueChoice;
  ownDue: OwnDue;
  address: { street: string; house: string; flat: string; access: string };
  otherContact: boolean;
  contact: { name: string; phone: string };
  helpers: Helper[];
  language: Language;
  /** Who gets it with *Zapisz i przydziel*. */
  assignee: string;
  assign: boolean;
}

/** A fresh sheet: most calls are about shopping, today, for someone else, and whoever takes the call takes the matter. */
export function emptyIntake(district: string, personId: string, now: number): IntakeValues {
  return {
    district,
    reporterKind: 'SOMEONE_ELSE',
    person: { name: '', phone: '' },
    reporter: { name: '', phone: '' },
    informed: 'TOLD_BY_REPORTER',
    kind: 'SHOPPING',
    errand: null,
    words: '',
    dueChoice: todayUntil(now) === null ? 'tomorrow' : 'today',
    ownDue: { date: '', from: '', to: '' },
    address: { street: '', house: '', flat: '', access: '' },
    otherContact: false,
    contact: { name: '', phone: '' },
    helpers: [],
    language: 'PL',
    assignee: personId,
    assign: true,
  };
}

/** As the API takes it. What must be done at once counts as urgent. */
export function intakeInput(values: IntakeValues, id: string, key: string, now: number) {
  const forSelf = values.reporterKind === 'SELF';
  return {
    key,
    id,
    district: values.district,
    kind: values.kind,
    errand: values.errand && ERRANDS_OF[values.kind].includes(values.errand) ? values.errand : null,
    words: values.words,
    due: dueOf(values.dueChoice, values.ownDue, now) ?? { from: null, to: '' },
    reporterKind: values.reporterKind,
    person: values.person,
    reporter: forSelf ? null : values.reporter,
    contact: values.otherContact ? values.contact : null,
    address: values.address,
    informed: forSelf ? ('IS_CALLER' as const) : values.informed,
    helpers: values.helpers,
    language: values.language,
    priority: values.dueChoice === 'soon' ? ('URGENT' as const) : ('NORMAL' as const),
    assignTo: values.assign ? values.assignee : null,
  };
}

/** The same check that the server makes. */
export function checkIntakeValues(values: IntakeValues, now: number): readonly FieldError[] {
  const input = intakeInput(values, newId(), newId(), now);
  if (!input.due.to) return [{ path: 'due.to', rule: 'required' }, ...rest(values, now)];
  return rest(values, now);
}

function rest(values: IntakeValues, now: number): readonly FieldError[] {
  const { due, ...input } = intakeInput(values, newId(), newId(), now);
  const whole = { ...input, due: { from: due.from ? new Date(due.from) : null, to: due.to ? new Date(due.to) : new Date(now + 60_000) } };
  const checked = check(CreateRequest, whole);
  return checked.ok ? checkIntake(checked.value, new Date(now)) : checked.errors;
}

/** The four questions in their order, each with the fields it asks for. */
export const INTAKE_STEPS = [
  ['reporterKind', 'person', 'reporter', 'informed'],
  ['kind', 'errand', 'words', 'due'],
  ['address', 'contact', 'language'],
  ['helpers', 'district', 'assignTo'],
] as const;

/** The question a field belongs to, from 0; -1 when none. */
export const stepOfPath = (path: string): number =>
  INTAKE_STEPS.findIndex((prefixes) => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`)));

/** How far each question is answered, for the strip beside the sheet. */
export function answered(values: IntakeValues, errors: readonly FieldError[]): boolean[] {
  const wrong = new Set(errors.map(({ path }) => stepOfPath(path)));
  return INTAKE_STEPS.map((_, index) => (index === 3 ? values.helpers.length > 0 : !wrong.has(index)));
}
