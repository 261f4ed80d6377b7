import { newId } from '@ww/shared/id';
import { expect } from 'vitest';
import type { Actor } from './actors.ts';
import { dataOf, errorOf, type Answer } from './client.ts';
import { eventsOf } from './log.ts';
import type { AgendaItem, MeetingSeen, SpeakerSeen } from './meeting-views.ts';
import { didMeeting, giveMeeting, meetingFor, newPoint, type MeetingMutation } from './meetings.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

/** A point of the agenda as it is seen. */
export function pointOf({ items }: Pick<MeetingSeen, 'items'>, id: string | undefined): AgendaItem {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error('this point is not on the agenda');
  return found;
}

export const orderOf = ({ items }: Pick<MeetingSeen, 'items'>) => items.map(({ id }) => id);
export const statesOf = ({ items }: Pick<MeetingSeen, 'items'>) => items.map(({ state }) => state);
export const currentOf = ({ items }: Pick<MeetingSeen, 'items'>) => items.find(({ state }) => state === 'CURRENT') ?? null;

/** What a member proposes for the agenda; it waits for an answer. */
export async function proposal(member: Actor, meetingId: string, over: object = {}): Promise<AgendaItem> {
  const point = newPoint(meetingId, over);
  return pointOf(await didMeeting(member, 'proposeItem', point), point.id);
}

/** A hand that is up. */
export async function aHand(member: Actor, meetingId: string, over: object = {}): Promise<SpeakerSeen> {
  const id = newId();
  const { speakers } = await didMeeting(member, 'raiseHand', { id, meetingId, ...over });
  const found = speakers.find((speaker) => speaker.id === id);
  if (!found) throw new Error('this hand is not up');
  return found;
}

/** What became of a hand; the instants as the API would write them. */
export async function spokenOf(world: World, id: string): Promise<{ state: string; from: string | null; to: string | null }> {
  const [row] = await world.orm.em
    .fork()
    .execute<{ state: string; from: Date | string | null; to: Date | string | null }[]>(
      'select state, spoke_from as "from", spoke_to as "to" from speaker where id = ?',
      [id],
    );
  const told = (instant: Date | string | null | undefined) => (instant ? new Date(instant).toISOString() : null);
  return { state: row?.state ?? 'GONE', from: told(row?.from), to: told(row?.to) };
}

/** A vote that is open. */
export async function aVote(leader: Actor, meetingId: string, text = 'Zbieramy koce do końca grudnia.'): Promise<{ id: string }> {
  const id = newId();
  await didMeeting(leader, 'putArrangement', { id, meetingId, text });
  return { id };
}

/** Something given out in a meeting. */
export async function anAction(leader: Actor, meetingId: string, ownerId: string | null, over: object = {}): Promise<{ id: string }> {
  const id = newId();
  await didMeeting(leader, 'addAction', { id, meetingId, text: 'Zamówić kartony', ownerId, due: '2026-12-11', ...over });
  return { id };
}

interface Written {
  action: string;
  reason?: string | null;
  toName?: string | null;
  /** Of what it is written down, where it is not the meeting. */
  about?: { type: string; id: string };
}

const entries = (world: World) =>
  world.orm.em
    .fork()
    .execute<{ id: string }[]>(
      `select id, action, actor_id, subject_type, subject_id, district, outcome, reason, to_name from audit_entry`,
    );

/** Gives a command that must succeed, and checks that it is told once to whoever follows the meeting and written down once. */
export async function recorded(
  world: World,
  by: Actor,
  mutation: MeetingMutation,
  input: object,
  { meeting, action, reason = null, toName = null, about = { type: 'meeting', id: meeting } }: Written & { meeting: string },
): Promise<MeetingSeen> {
  const [known, { row }, told] = [await entries(world), await meetingFor(by, meeting), (await eventsOf(world, meeting)).length];
  const seen = await didMeeting(by, mutation, input);
  expect(seen.row.version).toBe(row.version + 1);
  const events = (await eventsOf(world, meeting)).slice(told);
  expect(events.at(-1)).toMatchObject({ topic: 'meeting', scope: seen.row.district, version: seen.row.version });
  const written = (await entries(world)).filter(({ id }) => !known.some((entry) => entry.id === id));
  expect(written).toMatchObject([
    {
      ...{ action, actor_id: by.personId, subject_type: about.type, subject_id: about.id, district: seen.row.district },
      ...{ outcome: 'DONE', reason, to_name: toName },
    },
  ]);
  return seen;
}

/** Gives the same command twice under one key: it is done once, and answered alike. */
export async function expectOnce(world: World, by: Actor, mutation: MeetingMutation, input: object): Promise<MeetingSeen> {
  const keyed = { key: newId(), ...input };
  const first = dataOf(await giveMeeting(by, mutation, keyed)).done;
  const before = await snapshotOf(world);
  expect({ ...dataOf(await giveMeeting(by, mutation, keyed)).done, cursor: '' }).toEqual({ ...first, cursor: '' });
  expect(await snapshotOf(world)).toBe(before);
  return first;
}

/** The error of a command that must fail and change nothing. */
export async function refusal(world: World, by: Actor, mutation: MeetingMutation, input: object): Promise<ReturnType<typeof errorOf>> {
  const before = await snapshotOf(world);
  const answer: Answer<unknown> = await giveMeeting(by, mutation, input);
  const error = errorOf(answer);
  expect(await snapshotOf(world)).toBe(before);
  return error;
}

/** As `refusal`, where it is a conflict: who won, when, and how it stands. */
export async function conflictOf(world: World, by: Actor, mutation: MeetingMutation, input: object): Promise<object | undefined> {
  const { code, conflict } = await refusal(world, by, mutation, input);
  expect(code).toBe('CONFLICT');
  return conflict;
}
