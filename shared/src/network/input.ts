import * as v from 'valibot';
import {
  choice,
  day,
  district,
  empty,
  instant,
  lines,
  optionalDay,
  optionalEmail,
  optionalLine,
  optionalLines,
  optionalPhone,
  oneLine,
  rule,
  uuid,
  version,
  wholeNumber,
} from '../fields.ts';
import { BALLOTS, BOARD_KINDS, BOARD_SIDES, CHOSEN_ITEM_KINDS } from './terms.ts';

/** Limits of texts in characters, of lists in entries, of times in minutes or days. */
export const NETWORK_INPUT = {
  title: 120,
  place: 200,
  link: 500,
  words: 1000,
  note: 4000,
  name: 120,
  needs: 500,
  reason: 300,
  seats: { min: 1, max: 500 },
  /** Of a meeting. */
  minutes: { min: 15, max: 480 },
  itemMinutes: { min: 1, max: 180 },
  extend: { min: 1, max: 60 },
  deputies: 10,
  /** Days after which a need nobody answered is proposed for the agenda. */
  unansweredDays: { min: 1, max: 90, usual: 14 },
  amount: { min: 1, max: 9999 },
  owners: 6,
  /** That people put on one agenda; needs of the board and what is still to be done come on top. */
  items: 60,
  /** Of one person in one meeting, that wait for an answer. */
  proposals: 10,
  /** Items of which notes may be sent at once. */
  noted: 200,
  /** Before the planned start, when a meeting may begin and people may check in. */
  earlyMinutes: 120,
} as const;

const target = { key: uuid, id: uuid };
const ranged = ({ min, max }: { min: number; max: number }) => wholeNumber(min, max);

// --- the Network and its members ---

export const SetNetwork = v.object({ key: uuid, district, enabled: v.boolean(), unansweredDays: ranged(NETWORK_INPUT.unansweredDays) });
/** `id` is the membership's; where these two have met before, theirs is taken. */
export const InviteOrganisation = v.object({ ...target, district, organisationId: uuid });
export const AskToJoin = v.object({ ...target, district, organisationId: uuid });
/** The organisation answers an invitation, or the coordinator somebody who asked. */
export const AnswerMembership = v.object({ ...target, accepted: v.boolean() });
/** The organisation leaves, or the coordinator ends it. */
export const EndMembership = v.object(target);
export const DescribeMember = v.object({
  ...target,
  version,
  does: optionalLines(NETWORK_INPUT.words),
  contactName: optionalLine(NETWORK_INPUT.name),
  contactEmail: optionalEmail,
  contactPhone: optionalPhone,
});
export const RevealMember = v.object(target);

// --- meetings ---

const link = v.pipe(
  v.string(rule('required')),
  v.trim(),
  v.maxLength(NETWORK_INPUT.link, rule('tooLong')),
  // a URL's parser lets a new line in the middle pass; a letter and a calendar would not
  v.check((typed) => !/[\s\p{C}]/u.test(typed) && URL.canParse(typed) && new URL(typed).protocol === 'https:', rule('link')),
);
/** Whatever follows from it (the end, a deadline) must still be an instant that the database counts. */
const moment = v.pipe(instant, v.maxValue(new Date('2200-01-01T00:00:00Z'), rule('malformed')));
const details = {
  title: oneLine(NETWORK_INPUT.title),
  place: optionalLine(NETWORK_INPUT.place),
  startsAt: moment,
  minutes: ranged(NETWORK_INPUT.minutes),
  seats: ranged(NETWORK_INPUT.seats),
  /** By itself the end of the day before. */
  signUpUntil: v.nullish(moment, null),
};
/** `link`: null for none, left out to keep the one that is there. */
const linkField = { link: v.optional(v.nullable(v.union([empty, link], rule('link')))) };
/** `roomId`: a room of a MAL of the district, taken in the same step. */
export const CallMeeting = v.object({ ...target, district, ...details, ...linkField, roomId: v.nullish(uuid, null) });
/** `losing`: the sign-ups that the caller was shown and agreed to move to the waiting list. */
export const AmendMeeting = v.object({
  ...target,
  version,
  ...details,
  ...linkField,
  /** Null gives the room back, left out it moves along. */
  roomId: v.optional(v.nullable(uuid)),
  losing: v.nullish(v.pipe(v.array(uuid), v.maxLength(NETWORK_INPUT.seats.max, rule('tooLong'))), []),
});
export const PublishMeeting = v.object(target);
export const CancelMeeting = v.object({ ...target, reason: oneLine(NETWORK_INPUT.reason) });
export const SetDeputies = v.object({
  ...target,
  people: v.pipe(v.array(uuid), v.maxLength(NETWORK_INPUT.deputies, rule('tooLong'))),
});
/** `id` is the meeting's. */
export const AnswerMeeting = v.object({
  ...target,
  coming: v.boolean(),
  organisationId: uuid,
  interpreter: v.optional(v.boolean(), false),
  /** Left out to keep what was said before. */
  needs: v.optional(v.nullable(v.union([empty, lines(NETWORK_INPUT.needs)]))),
});
export const RevealLink = v.object(target);
/** `id` is the sign-up's. */
export const RevealNeeds = v.object(target);
/** Somebody who signed up, by person; or a guest, by name. */
export const CheckIn = v.object({
  ...target,
  meetingId: uuid,
  personId: v.nullish(uuid, null),
  name: optionalLine(NETWORK_INPUT.name),
  organisation: optionalLine(NETWORK_INPUT.name),
  remote: v.optional(v.boolean(), false),
});
export const CheckInMyself = v.object({ ...target, meetingId: uuid, remote: v.optional(v.boolean(), false) });
export const UndoCheckIn = v.object(target);

// --- agenda ---

const item = {
  title: oneLine(NETWORK_INPUT.title),
  kind: choice(CHOSEN_ITEM_KINDS),
  presenter: optionalLine(NETWORK_INPUT.name),
  minutes: ranged(NETWORK_INPUT.itemMinutes),
};
export const ProposeItem = v.object({ ...target, meetingId: uuid, ...item });
export const AmendItem = v.object({ ...target, version, ...item });
export const AnswerItem = v.object({ ...target, accepted: v.boolean(), answer: optionalLines(NETWORK_INPUT.reason) });
/** Behind `afterId`, or first. */
export const MoveItem = v.object({ ...target, afterId: v.nullish(uuid, null) });
export const WithdrawItem = v.object(target);

// --- live; `id` is the meeting's unless it says otherwise ---

export const OnMeeting = v.object(target);
/** `from`: the item that was seen as current, so that two who press *next* at once go on by one. */
export const StepItem = v.object({ ...target, from: v.nullish(uuid, null) });
export const ExtendItem = v.object({ ...target, from: uuid, minutes: ranged(NETWORK_INPUT.extend) });
export const OnItem = v.object({ ...target, from: uuid });
/** A parked or planned item becomes the current one. */
export const ResumeItem = v.object({ ...target, itemId: uuid, from: v.nullish(uuid, null) });
export const NoteItem = v.object({ ...target, itemId: uuid, version, note: optionalLines(NETWORK_INPUT.note) });
export const RaiseHand = v.object({ ...target, meetingId: uuid, remote: v.optional(v.boolean(), false) });
/** `id` is the speaker's. */
export const OnSpeaker = v.object(target);
export const PutArrangement = v.object({ ...target, meetingId: uuid, text: oneLine(NETWORK_INPUT.words) });
export const CastBallot = v.object({ ...target, round: version, ballot: choice(BALLOTS) });
export const OnArrangement = v.object(target);
const count = wholeNumber(0, NETWORK_INPUT.seats.max);
export const SaveArrangement = v.object({ ...target, round: version, for: count, against: count, abstained: count });
export const AddAction = v.object({
  ...target,
  meetingId: uuid,
  text: oneLine(NETWORK_INPUT.words),
  ownerId: uuid,
  due: day,
});
export const FinishAction = v.object({ ...target, done: v.boolean() });

// --- minutes; `id` is the meeting's ---

export const AmendMinutes = v.object({
  ...target,
  version,
  remarks: optionalLines(NETWORK_INPUT.note),
  items: v.pipe(
    v.array(v.object({ itemId: uuid, note: optionalLines(NETWORK_INPUT.note) })),
    v.maxLength(NETWORK_INPUT.noted, rule('tooLong')),
  ),
});
export const ApproveMinutes = v.object({ ...target, version });

// --- board ---

const entry = {
  side: choice(BOARD_SIDES),
  kind: choice(BOARD_KINDS),
  title: oneLine(NETWORK_INPUT.title),
  words: optionalLines(NETWORK_INPUT.words),
  /** How many or how much, in the words' unit. */
  amount: v.nullish(ranged(NETWORK_INPUT.amount), null),
  place: optionalLine(NETWORK_INPUT.place),
  fromDay: optionalDay,
  toDay: optionalDay,
};
/** `organisationId`: null for the district's coordinator. */
export const PostEntry = v.object({ ...target, district, organisationId: v.nullish(uuid, null), ...entry });
export const AmendEntry = v.object({ ...target, version, ...entry });
export const CloseEntry = v.object(target);
export const ProposeNeed = v.object(target);
/** `id` is the joint activity's. */
export const JoinEntries = v.object({
  ...target,
  offerId: uuid,
  needId: uuid,
  title: oneLine(NETWORK_INPUT.title),
  day: optionalDay,
  owners: v.pipe(v.array(uuid), v.minLength(1, rule('required')), v.maxLength(NETWORK_INPUT.owners, rule('tooLong'))),
});
export const FinishActivity = v.object({ ...target, done: v.boolean() });
