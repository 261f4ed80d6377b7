import * as v from 'valibot';
import { DISTRICT_SLUGS } from '../district.ts';
import {
  choice,
  choices,
  day,
  district,
  email,
  instant,
  optionalDay,
  optionalEmail,
  optionalPhone,
  rule,
  someChoices,
  text,
  uuid,
  version,
  wholeNumber,
} from '../fields.ts';
import { KINDS, REVEAL_REASONS } from '../request/kinds.ts';
import { OVERRIDABLE_GATES } from './gates.ts';
import { CONTACTS, DECLINE_REASONS, LANGUAGES, RETURN_REASONS, VOLUNTEER_LIMITS, WAVE } from './terms.ts';

/** Limits of texts in characters, of lists in entries, of times in days, hours or minutes. */
export const VOLUNTEER_INPUT = {
  name: 120,
  reason: 300,
  maxOpen: 20,
  weeklyMinutes: { min: 15, max: 3000 },
  headcount: 500,
  weeklyHours: 50,
  exceptionDays: 100,
  absences: 50,
  dutyHours: 16,
  candidates: 20,
  taskMinutes: 720,
} as const;

const target = { key: uuid, id: uuid };
const districts = someChoices(DISTRICT_SLUGS);
const kinds = someChoices(KINDS);
const minute = wholeNumber(0, 1440);

export const RegisterOrganisation = v.object({
  ...target,
  name: text(VOLUNTEER_INPUT.name),
  /** Whose coordinator registers it. */
  district,
  districts,
  coordinatorName: text(VOLUNTEER_INPUT.name),
  coordinatorEmail: email,
});

const profile = {
  name: text(VOLUNTEER_INPUT.name),
  email: optionalEmail,
  phone: optionalPhone,
  contact: choice(CONTACTS),
  districts,
  kinds,
  languages: choices(LANGUAGES),
  limits: choices(VOLUNTEER_LIMITS),
  maxOpen: wholeNumber(1, VOLUNTEER_INPUT.maxOpen),
  weeklyMinutes: v.nullish(wholeNumber(VOLUNTEER_INPUT.weeklyMinutes.min, VOLUNTEER_INPUT.weeklyMinutes.max), null),
  /** First day of the volunteering; the agreement is due once it lasts over 30 days. */
  since: day,
  agreementOn: optionalDay,
  insuredUntil: optionalDay,
  /** The eighteenth birthday of someone who is a minor; nothing for an adult. */
  adultOn: optionalDay,
  guardianConsentOn: optionalDay,
};
/** With `organisationId` theirs, otherwise held by the district directly. */
export const AddVolunteer = v.object({ ...target, ...profile, district, organisationId: v.nullish(uuid, null), invite: v.boolean() });
export type AddVolunteer = v.InferOutput<typeof AddVolunteer>;
export const AmendVolunteer = v.object({ ...target, version, ...profile });
export const OnVolunteer = v.object(target);
export const RevealVolunteer = v.object({ ...target, reason: choice(REVEAL_REASONS) });

export const OfferPool = v.object({
  ...target,
  organisationId: uuid,
  districts,
  kinds,
  weekdays: v.pipe(v.array(wholeNumber(1, 7)), v.minLength(1, rule('required')), v.maxLength(7, rule('tooLong'))),
  fromMinute: minute,
  toMinute: minute,
  headcount: wholeNumber(1, VOLUNTEER_INPUT.headcount),
  fromDay: day,
  toDay: day,
});
export const WithdrawPool = v.object(target);

const hours = { from: minute, to: minute };
/** The whole week and the days that differ, over what was there before. */
export const SetAvailability = v.object({
  ...target,
  version,
  weekly: v.pipe(v.array(v.object({ weekday: wholeNumber(1, 7), ...hours })), v.maxLength(VOLUNTEER_INPUT.weeklyHours, rule('tooLong'))),
  exceptions: v.pipe(
    v.array(v.object({ day, hours: v.pipe(v.array(v.object(hours)), v.maxLength(6, rule('tooLong'))) })),
    v.maxLength(VOLUNTEER_INPUT.exceptionDays, rule('tooLong')),
  ),
});
export const AddAbsence = v.object({ ...target, volunteerId: uuid, from: day, to: day });
export const RemoveAbsence = v.object({ ...target, volunteerId: uuid });
/** On duty until then; nothing ends it. */
export const SetDuty = v.object({ ...target, until: v.nullish(instant, null) });

const override = v.object({ gate: choice(OVERRIDABLE_GATES), reason: text(VOLUNTEER_INPUT.reason) });
/** The visit's window; by itself the request's due window from now on. */
const window = { from: v.nullish(instant, null), to: v.nullish(instant, null) };
export const OfferRequest = v.object({
  ...target,
  requestId: uuid,
  ...window,
  volunteerId: v.nullish(uuid, null),
  poolId: v.nullish(uuid, null),
  minutes: wholeNumber(1, WAVE.maxMinutes),
  overrides: v.pipe(v.array(override), v.maxLength(OVERRIDABLE_GATES.length, rule('tooLong'))),
});
export const StartWaves = v.object({
  ...target,
  requestId: uuid,
  ...window,
  size: wholeNumber(1, WAVE.maxSize),
  minutes: wholeNumber(1, WAVE.maxMinutes),
});
export const StopDispatch = v.object(target);
export const AdvanceDispatch = v.object(target);
export const EndDuty = v.object(target);

export const AcceptOffer = v.object(target);
export const DeclineOffer = v.object({ ...target, reason: v.nullish(choice(DECLINE_REASONS), null) });
export const FillOffer = v.object({ ...target, volunteerId: uuid });
/** What a volunteer said on the phone. */
export const RecordAnswer = v.object({ ...target, accepted: v.boolean(), reason: v.nullish(choice(DECLINE_REASONS), null) });
export const OnTask = v.object(target);
/** Minutes worked; by itself as long as it was on the way, or as planned. */
export const FinishTask = v.object({ ...target, minutes: v.nullish(wholeNumber(1, VOLUNTEER_INPUT.taskMinutes), null) });
export const ReturnTask = v.object({ ...target, reason: choice(RETURN_REASONS) });
export const UndoTask = v.object({ ...target, version });
