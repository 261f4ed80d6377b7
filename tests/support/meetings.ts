import { newId } from '@ww/shared/id';
import { expect } from 'vitest';
import { signIn, type Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import { auditOf } from './log.ts';
import {
  MEETING_ROW,
  MEETING_VIEW,
  MINE_VIEW,
  MINUTES_VIEW,
  MY_ACTIONS_VIEW,
  PEOPLE_VIEW,
  type MeetingRow,
  type MeetingSeen,
  type MineSeen,
  type PeopleSeen,
} from './meeting-views.ts';
import { aMember, type Member } from './network.ts';
import type { World } from './world.ts';

/** What is done in a meeting: the type of the mutation's input and what it answers. */
const MUTATIONS = {
  callMeeting: ['CallMeetingInput', MEETING_VIEW],
  amendMeeting: ['AmendMeetingInput', MEETING_VIEW],
  publishMeeting: ['OnNetworkInput', MEETING_VIEW],
  cancelMeeting: ['CancelMeetingInput', MEETING_VIEW],
  setDeputies: ['SetDeputiesInput', MEETING_VIEW],
  answerMeeting: ['AnswerMeetingInput', MEETING_VIEW],
  checkIn: ['CheckInInput', MEETING_VIEW],
  checkInMyself: ['CheckInMyselfInput', MEETING_VIEW],
  undoCheckIn: ['OnNetworkInput', MEETING_VIEW],
  revealLink: ['OnNetworkInput', 'id link revealedAt'],
  revealNeeds: ['OnNetworkInput', 'id needs revealedAt'],
  proposeItem: ['ProposeItemInput', MEETING_VIEW],
  amendItem: ['AmendItemInput', MEETING_VIEW],
  answerItem: ['AnswerItemInput', MEETING_VIEW],
  moveItem: ['MoveItemInput', MEETING_VIEW],
  withdrawItem: ['OnNetworkInput', MEETING_VIEW],
  startMeeting: ['OnNetworkInput', MEETING_VIEW],
  takeLead: ['OnNetworkInput', MEETING_VIEW],
  nextItem: ['StepItemInput', MEETING_VIEW],
  previousItem: ['StepItemInput', MEETING_VIEW],
  resumeItem: ['ResumeItemInput', MEETING_VIEW],
  extendItem: ['ExtendItemInput', MEETING_VIEW],
  parkItem: ['StepItemInput', MEETING_VIEW],
  noteItem: ['NoteItemInput', MEETING_VIEW],
  endMeeting: ['OnNetworkInput', MEETING_VIEW],
  raiseHand: ['RaiseHandInput', MEETING_VIEW],
  lowerHand: ['OnNetworkInput', MEETING_VIEW],
  giveVoice: ['OnNetworkInput', MEETING_VIEW],
  endVoice: ['OnNetworkInput', MEETING_VIEW],
  putArrangement: ['PutArrangementInput', MEETING_VIEW],
  castBallot: ['CastBallotInput', MEETING_VIEW],
  recountArrangement: ['OnNetworkInput', MEETING_VIEW],
  saveArrangement: ['SaveArrangementInput', MEETING_VIEW],
  withdrawArrangement: ['OnNetworkInput', MEETING_VIEW],
  addAction: ['AddActionInput', MEETING_VIEW],
  amendMinutes: ['AmendMinutesInput', MINUTES_VIEW],
  approveMinutes: ['ApproveMinutesInput', MINUTES_VIEW],
  finishAction: ['FinishActionInput', MY_ACTIONS_VIEW],
} as const;
export type MeetingMutation = keyof typeof MUTATIONS;

/** The text of the mutation, its answer under the name `done`. */
export const meetingDocument = (mutation: MeetingMutation) =>
  `mutation ($input: ${MUTATIONS[mutation][0]}!) { done: ${mutation}(input: $input) { ${MUTATIONS[mutation][1]} } }`;

/** Gives the command with a key of its own unless `input` has one. */
export function giveMeeting<T = MeetingSeen>(by: Actor, mutation: MeetingMutation, input: object): Promise<Answer<{ done: T }>> {
  return by.send<{ done: T }>(meetingDocument(mutation), { input: { key: newId(), ...input } });
}

/** As `giveMeeting`, for a command that must succeed. */
export async function didMeeting<T = MeetingSeen>(by: Actor, mutation: MeetingMutation, input: object): Promise<T> {
  return dataOf(await giveMeeting<T>(by, mutation, input)).done;
}

export const MEETINGS = `query ($district: ID!) { meetings(district: $district) { cursor rows { ${MEETING_ROW} } } }`;

export async function meetingsFor(by: Actor, district = 'wlochy'): Promise<{ cursor: string; rows: MeetingRow[] }> {
  return dataOf(await by.send<{ meetings: { cursor: string; rows: MeetingRow[] } }>(MEETINGS, { district })).meetings;
}

export const MEETING = `query ($id: ID!) { meeting(id: $id) { ${MEETING_VIEW} } }`;

export async function meetingFor(by: Actor, id: string): Promise<MeetingSeen> {
  return dataOf(await by.send<{ meeting: MeetingSeen }>(MEETING, { id })).meeting;
}

/** What is seen of it, for comparing two looks: the cursor goes on with whatever happens elsewhere. */
export const apart = <T extends { cursor: string }>({ cursor: _cursor, ...seen }: T): Omit<T, 'cursor'> => seen;

/** Tomorrow at five in the afternoon, Warsaw time, as seen from the tests' noon: sign-up ends at the midnight before. */
export const MEETING_STARTS = '2026-11-27T16:00:00.000Z';

/** A meeting in a place, without a link; override what the test is about. */
export const meetingDetails = (over: object = {}) => ({
  ...{ title: 'Zasoby i potrzeby na zimę', place: 'Rejonowa 6/8', startsAt: MEETING_STARTS, minutes: 90, seats: 20, signUpUntil: null },
  ...over,
});

/** What calls such a meeting in Włochy. */
export const newMeeting = (over: object = {}) => ({ id: newId(), district: 'wlochy', ...meetingDetails(), ...over });

export const coordinatorOf = (world: World, district = 'wlochy') => signIn(world, 'DISTRICT_COORDINATOR', district);

/** A meeting that is called and not published yet. */
export async function aDraft(dkw: Actor, over: object = {}): Promise<MeetingRow> {
  return (await didMeeting(dkw, 'callMeeting', newMeeting(over))).row;
}

/** A meeting that the Network knows of: called and published. */
export async function aMeeting(dkw: Actor, over: object = {}): Promise<MeetingRow> {
  const { id } = await aDraft(dkw, over);
  return (await didMeeting(dkw, 'publishMeeting', { id })).row;
}

/** Says yes, or no, in the name of the member's own organisation. */
export function answer({ actor, organisationId }: Member, id: string, over: object = {}): Promise<Answer<{ done: MeetingSeen }>> {
  return giveMeeting(actor, 'answerMeeting', { id, coming: true, organisationId, ...over });
}

/** As `answer`, for one that must succeed. */
export async function answered(member: Member, id: string, over: object = {}): Promise<MeetingSeen> {
  return dataOf(await answer(member, id, over)).done;
}

export const MINE = `query ($id: ID!) { myMeeting(id: $id) { ${MINE_VIEW} } }`;

/** The meeting as far as it is the caller's own. */
export async function mineIn(by: Actor, id: string): Promise<MineSeen> {
  return dataOf(await by.send<{ myMeeting: MineSeen }>(MINE, { id })).myMeeting;
}

/** The caller's sign-up. */
export async function rsvpOf(by: Actor, meetingId: string): Promise<string> {
  const { rsvp } = await mineIn(by, meetingId);
  if (!rsvp) throw new Error('they did not answer');
  return rsvp.id;
}

export const LOSING_SEATS = 'query ($id: ID!, $seats: Int!) { losingSeats(id: $id, seats: $seats) { rsvpId state } }';
export const GUESTS = `query ($id: ID!) { meetingPeople(id: $id) { ${PEOPLE_VIEW} } }`;

/** Who comes, for whoever prepares the meeting. */
export async function guestsFor(by: Actor, id: string): Promise<PeopleSeen> {
  return dataOf(await by.send<{ meetingPeople: PeopleSeen }>(GUESTS, { id })).meetingPeople;
}

/** The `SEQUENCE` of its calendar part. */
export async function sequenceOf(world: World, id: string): Promise<number | undefined> {
  const [row] = await world.orm.em.fork().execute<{ sequence: number }[]>('select sequence from meeting where id = ?', [id]);
  return row?.sequence;
}

/** Expects an entry in the journal like this one; those of one instant are in no order. */
export async function wasAudited(world: World, subjectId: string, entry: object): Promise<void> {
  expect(await auditOf(world, subjectId)).toContainEqual(expect.objectContaining(entry));
}

/** A point of ten minutes; override what the test is about. */
export const newPoint = (meetingId: string, over: object = {}) => ({
  ...{ id: newId(), meetingId, title: 'Zbiórka koców', kind: 'DISCUSSION', presenter: null, minutes: 10 },
  ...over,
});

/** A meeting under way. */
export interface Running {
  id: string;
  /** Who called it and leads. */
  dkw: Actor;
  /** Members with a seat, in the order of signing up. */
  members: Member[];
  /** The agenda's points in order; the first is the current one. */
  items: string[];
}

/**
 * Leads it from the start, with so many members who have a seat and so many points of ten minutes. The clock stands at the
 * planned start.
 */
export async function running(
  world: World,
  dkw: Actor,
  { members: count = 2, points = 3, over = {} }: { members?: number; points?: number; over?: object } = {},
): Promise<Running> {
  const { id, district, startsAt } = await aMeeting(dkw, over);
  const members: Member[] = [];
  for (let each = 0; each < count; each++) members.push(await aMember(world, district));
  for (const member of members) await answered(member, id);
  for (let each = 1; each <= points; each++) await didMeeting(dkw, 'proposeItem', newPoint(id, { title: `Punkt ${String(each)}` }));
  world.clock.set(startsAt);
  const { items } = await didMeeting(dkw, 'startMeeting', { id });
  return { id, dkw, members, items: items.map((item) => item.id) };
}
