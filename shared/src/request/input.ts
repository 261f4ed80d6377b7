import * as v from 'valibot';
import type { FieldError } from '../error-codes.ts';
import { choice, district, instant, optionalPhone, optionalText, phone, rule, text, uuid, version } from '../fields.ts';
import { LANGUAGES } from '../volunteer/terms.ts';
import { CANCEL_REASONS, ERRANDS, HELPERS, INFORMED, KINDS, PRIORITIES, REPORTER_KINDS, REVEAL_REASONS } from './kinds.ts';

/** Limits of a request's texts, in characters, and of its due window, in days ahead. */
export const LIMITS = { name: 120, words: 2000, note: 2000, street: 120, house: 12, flat: 12, access: 200, dueDaysAhead: 60 } as const;

/** A person's name and phone; who is to be reached and how. */
const Person = v.object({ name: text(LIMITS.name), phone });
const Contact = v.object({ name: text(LIMITS.name), phone: optionalPhone });
const Address = v.object({
  street: text(LIMITS.street),
  house: text(LIMITS.house),
  flat: optionalText(LIMITS.flat),
  access: optionalText(LIMITS.access),
});
/** The due window is checked against the server's clock by `checkDue`; here only its shape. */
const Due = v.object({ from: v.nullish(instant, null), to: instant });

const core = {
  key: uuid,
  id: uuid,
  district,
  kind: choice(KINDS),
  errand: v.nullish(choice(ERRANDS), null),
  words: text(LIMITS.words),
  due: Due,
  reporterKind: choice(REPORTER_KINDS),
  person: Person,
  reporter: v.nullish(Contact, null),
  contact: v.nullish(Contact, null),
  address: Address,
  informed: choice(INFORMED),
  /** What the person in need speaks. */
  language: v.nullish(choice(LANGUAGES), 'PL'),
  helpers: v.pipe(v.array(choice(HELPERS)), v.maxLength(HELPERS.length, rule('tooLong'))),
};

/** Intake on the phone by a Team member; `assignTo` is *Zapisz i przydziel*. */
export const CreateRequest = v.object({ ...core, priority: v.nullish(choice(PRIORITIES), 'NORMAL'), assignTo: v.nullish(uuid, null) });
export type CreateRequest = v.InferOutput<typeof CreateRequest>;

/** The resident's own form on the public page. */
export const SubmitRequest = v.object(core);
export type SubmitRequest = v.InferOutput<typeof SubmitRequest>;

const target = { key: uuid, id: uuid };
export const OnRequest = v.object(target);
export const TriageRequest = v.object({ ...target, priority: v.nullish(choice(PRIORITIES), null) });
export const AssignRequest = v.object({ ...target, assigneeId: uuid });
export const PrioritiseRequest = v.object({ ...target, priority: choice(PRIORITIES) });
export const CancelRequest = v.object({ ...target, reason: choice(CANCEL_REASONS) });
export const NoteRequest = v.object({ ...target, text: text(LIMITS.note) });
export const RevealRequest = v.object({ ...target, reason: choice(REVEAL_REASONS) });
export const UndoRequest = v.object({ ...target, version });

/** An edit that overwrites: it names the version it was made from, or fails `STALE`. */
const edit = {
  version,
  words: text(LIMITS.words),
  due: Due,
};
export const AmendRequest = v.object({
  ...target,
  ...edit,
  kind: choice(KINDS),
  errand: v.nullish(choice(ERRANDS), null),
  person: Person,
  contact: v.nullish(Contact, null),
  address: Address,
  helpers: core.helpers,
  informed: core.informed,
  language: v.nullish(choice(LANGUAGES)),
});
export type AmendRequest = v.InferOutput<typeof AmendRequest>;

const code = v.pipe(v.string(rule('required')), v.trim(), v.nonEmpty(rule('required')), v.maxLength(40, rule('tooLong')));
export const AmendOwnRequest = v.object({ key: uuid, code, ...edit });
export const WithdrawOwnRequest = v.object({ key: uuid, code, reason: choice(['RESIGNED', 'HELPED_OTHERWISE', 'MISTAKE']) });

/**
 * What is wrong with a due window at this moment; a missing start means at once. An end that was there before (`kept`)
 * may lie in the past.
 */
export function checkDue(due: { from: Date | null; to: Date }, now: Date, kept?: Date): FieldError[] {
  if (due.from && due.from >= due.to) return [{ path: 'due.to', rule: 'dueOrder' }];
  if (due.to.getTime() === kept?.getTime()) return [];
  if (due.to <= now) return [{ path: 'due.to', rule: 'dueInPast' }];
  if (due.to.getTime() - now.getTime() > LIMITS.dueDaysAhead * 86_400_000)
    return [{ path: 'due.to', rule: 'dueTooFar', limit: LIMITS.dueDaysAhead }];
  return [];
}

/** Rules that span fields: someone who asks for another person must say who they are; the due window must lie ahead. */
export function checkIntake(input: SubmitRequest, now: Date): FieldError[] {
  const unnamed: FieldError[] = input.reporterKind !== 'SELF' && !input.reporter ? [{ path: 'reporter.name', rule: 'required' }] : [];
  return [...unnamed, ...checkDue(input.due, now)];
}
