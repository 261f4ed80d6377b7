import * as v from 'valibot';
import {
  choice,
  choices,
  day,
  district,
  email,
  instant,
  lines,
  oneLine,
  optionalDay,
  optionalEmail,
  optionalLine,
  optionalLines,
  optionalPhone,
  phone,
  rule,
  uuid,
  version,
  wholeNumber,
} from '../fields.ts';
import {
  APPROVALS,
  CLOSURE_REASONS,
  ENTERED_KINDS,
  EQUIPMENT,
  FOOD_KINDS,
  FOOD_UNITS,
  PURPOSES,
  SHELF_KINDS,
  VISITOR_KINDS,
} from './terms.ts';

/** Limits of texts in characters, of lists in entries, of times in minutes or days. */
export const PLACE_INPUT = {
  name: 120,
  address: 200,
  rules: 20_000,
  reason: 300,
  words: 1000,
  group: 120,
  food: 60,
  capacity: { min: 1, max: 500 },
  buffer: { min: 0, max: 120 },
  people: { min: 1, max: 500 },
  shortest: { min: 15, max: 240 },
  longest: { min: 30, max: 720 },
  ahead: { min: 1, max: 365 },
  perMonth: { min: 1, max: 100 },
  /** Openings on one day. */
  hours: 4,
  homeMadeDays: { min: 0, max: 14 },
  coldMax: { min: 0, max: 12 },
  amount: { min: 1, max: 999 },
  degrees: { min: -30, max: 40 },
  rank: { min: 0, max: 99 },
} as const;

const target = { key: uuid, id: uuid };
const ranged = ({ min, max }: { min: number; max: number }) => wholeNumber(min, max);

// --- the place, its rooms and its house rules ---

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const OpenPlace = v.object({
  ...target,
  slug: v.pipe(v.string(rule('required')), v.maxLength(60, rule('tooLong')), v.regex(SLUG, rule('malformed'))),
  name: oneLine(PLACE_INPUT.name),
  district,
  address: oneLine(PLACE_INPUT.address),
  phone,
});
export const AmendPlace = v.object({
  ...target,
  version,
  name: oneLine(PLACE_INPUT.name),
  address: oneLine(PLACE_INPUT.address),
  phone,
  shortestMinutes: ranged(PLACE_INPUT.shortest),
  longestMinutes: ranged(PLACE_INPUT.longest),
  daysAhead: ranged(PLACE_INPUT.ahead),
  perMonth: ranged(PLACE_INPUT.perMonth),
  approval: choice(APPROVALS),
  closedOnHolidays: v.boolean(),
});
const room = {
  name: oneLine(PLACE_INPUT.name),
  capacity: ranged(PLACE_INPUT.capacity),
  equipment: choices(EQUIPMENT),
  stepFree: v.boolean(),
  setupMinutes: ranged(PLACE_INPUT.buffer),
  cleaningMinutes: ranged(PLACE_INPUT.buffer),
  rank: ranged(PLACE_INPUT.rank),
};
export const AddRoom = v.object({ ...target, placeId: uuid, ...room });
export const AmendRoom = v.object({ ...target, version, ...room });
/** No new bookings; refused while something is still to take place in it. */
export const RetireRoom = v.object({ ...target, version });
/** `id` is the place's. */
export const PublishRules = v.object({ ...target, version, text: lines(PLACE_INPUT.rules) });

// --- who looks after it ---

/** `id` is the invitation's. */
export const InvitePlaceStaff = v.object({ ...target, placeId: uuid, name: oneLine(PLACE_INPUT.name), email });
export const RemovePlaceStaff = v.object({ key: uuid, grantId: uuid });

// --- the clock ---

const DAY_MINUTES = 1440;
const minute = wholeNumber(0, DAY_MINUTES);
const dayHours = v.object({ from: minute, to: minute });
/** `id` is the week's. From a day that has a week already, it takes that one's place. */
export const SetHours = v.object({
  ...target,
  placeId: uuid,
  from: day,
  until: optionalDay,
  weekly: v.pipe(
    v.array(v.object({ weekday: wholeNumber(1, 7), from: minute, to: minute })),
    v.maxLength(7 * PLACE_INPUT.hours, rule('tooLong')),
  ),
});
/** `id` is the place's: hours on one day that differ, none for closed; null for as usual again. */
export const SetOpeningDay = v.object({
  ...target,
  day,
  hours: v.nullable(v.pipe(v.array(dayHours), v.maxLength(PLACE_INPUT.hours, rule('tooLong')))),
});
export const ClosePlace = v.object({ ...target, placeId: uuid, from: instant, to: instant, reason: choice(CLOSURE_REASONS) });
/** `id` is the closure's. */
export const ReopenPlace = v.object(target);

// --- bookings ---

const visit = { roomId: uuid, startsAt: instant, endsAt: instant, people: ranged(PLACE_INPUT.people) };
const about = { purpose: choice(PURPOSES), words: optionalLines(PLACE_INPUT.words) };
/** `id` is the proof's: a code goes to this address, and whoever says it may book from there. */
export const ProveEmail = v.object({ ...target, email });
const proof = {
  proofId: uuid,
  code: v.pipe(v.string(rule('required')), v.trim(), v.nonEmpty(rule('required')), v.maxLength(20, rule('tooLong'))),
};
/** By a visitor without an account; `groupName` for a group. */
export const RequestBooking = v.object({
  ...target,
  ...visit,
  ...about,
  ...proof,
  kind: choice(VISITOR_KINDS),
  groupName: optionalLine(PLACE_INPUT.group),
  name: oneLine(PLACE_INPUT.name),
  phone: optionalPhone,
  rulesVersion: version,
});
/** By a coordinator, for the organisation. */
export const BookForOrganisation = v.object({ ...target, ...visit, ...about, organisationId: uuid, rulesVersion: version });
/** By staff, approved at once: somebody on the phone or at the door, or the place itself. */
export const EnterBooking = v.object({
  ...target,
  ...visit,
  ...about,
  kind: choice(ENTERED_KINDS),
  groupName: optionalLine(PLACE_INPUT.group),
  name: optionalLine(PLACE_INPUT.name),
  email: optionalEmail,
  phone: optionalPhone,
});
export const ApproveBooking = v.object({ ...target, version });
export const RefuseBooking = v.object({ ...target, version, reason: oneLine(PLACE_INPUT.reason) });
/** To another time or room, also longer or shorter. */
export const MoveBooking = v.object({ ...target, version, roomId: uuid, startsAt: instant, endsAt: instant });
export const WithdrawBooking = v.object({ ...target, reason: optionalLine(PLACE_INPUT.reason) });
export const MarkNoShow = v.object(target);
export const RevealBooking = v.object(target);
const ownCode = v.pipe(v.string(rule('required')), v.trim(), v.nonEmpty(rule('required')), v.maxLength(40, rule('tooLong')));
export const MoveOwnBooking = v.object({ key: uuid, code: ownCode, version, roomId: uuid, startsAt: instant, endsAt: instant });
export const WithdrawOwnBooking = v.object({ key: uuid, code: ownCode });

/** A search for a free room on one day; not a command. */
export const FindRoom = v.object({
  day,
  minutes: wholeNumber(PLACE_INPUT.shortest.min, PLACE_INPUT.longest.max),
  people: ranged(PLACE_INPUT.people),
  equipment: v.nullish(choices(EQUIPMENT), []),
  stepFree: v.nullish(v.boolean(), false),
});

// --- the fridge ---

/** A name of food: no number that somebody could call, no address. */
const food = v.pipe(
  oneLine(PLACE_INPUT.food),
  v.check((typed) => !/(https?:|www\.|@|\d{5,}|(\d[\s-]?){7,})/iu.test(typed), rule('plainWords')),
);
export const PutFood = v.object({
  ...target,
  shelfId: uuid,
  kind: choice(FOOD_KINDS),
  what: food,
  amount: ranged(PLACE_INPUT.amount),
  unit: choice(FOOD_UNITS),
  bestBefore: optionalDay,
  /** Of home-made food. */
  madeOn: optionalDay,
});
/** `left`: how much stays; none by itself. */
export const TakeFood = v.object({ ...target, left: v.nullish(wholeNumber(0, PLACE_INPUT.amount.max), null) });
/** `version` of what lies there after a part was taken: only that part is put back; none where all was. */
export const PutFoodBack = v.object({ ...target, version: v.nullish(version, null) });
export const DiscardFood = v.object(target);
/** `id` is the entry's; in °C, to a tenth. */
export const LogTemperature = v.object({
  ...target,
  shelfId: uuid,
  degrees: v.pipe(
    v.number(rule('required')),
    v.minValue(PLACE_INPUT.degrees.min, rule('tooSmall')),
    v.maxValue(PLACE_INPUT.degrees.max, rule('tooLarge')),
    v.transform((degrees) => Math.round(degrees * 10) / 10),
  ),
});
/** `id` is the place's. */
export const AmendFridge = v.object({
  ...target,
  version,
  hasFridge: v.boolean(),
  refused: choices(FOOD_KINDS),
  homeMadeDays: ranged(PLACE_INPUT.homeMadeDays),
  coldMax: ranged(PLACE_INPUT.coldMax),
});
const shelf = { name: oneLine(PLACE_INPUT.name), kind: choice(SHELF_KINDS), rank: ranged(PLACE_INPUT.rank) };
export const AddShelf = v.object({ ...target, placeId: uuid, ...shelf });
export const AmendShelf = v.object({ ...target, version, ...shelf });
/** Refused while something lies on it. */
export const RemoveShelf = v.object({ ...target, version });
