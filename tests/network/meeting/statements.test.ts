import { newId } from '@ww/shared/id';
import { describe, expect, it, vi } from 'vitest';
import { crowd } from '../../support/crowd.ts';
import { caughtUp } from '../../support/live-queue.ts';
import {
  MEETING,
  MEETINGS,
  aMeeting,
  answered,
  coordinatorOf,
  didMeeting,
  GUESTS,
  LOSING_SEATS,
  MINE,
  newPoint,
} from '../../support/meetings.ts';
import { statementsOf } from '../../support/statements.ts';
import { useWorld } from '../../support/world.ts';
import type { Actor } from '../../support/actors.ts';

const OURS = /\b(meeting\w*|rsvp\w*|attendance|agenda_item|speaker|arrangement|ballot|action_item|minutes|organisation|person|standing)\b/;

describe('SQL statements of meetings', () => {
  const world = useWorld();
  /** Letters that follow from what was done read our tables too. */
  async function quiet(): Promise<void> {
    await caughtUp(world);
    const nothing = (sql: string) => vi.waitFor(async () => expect(await world.orm.em.fork().execute(sql)).toEqual([]), 10_000);
    await nothing('select 1 from log_follower where position < (select max(position) from event)');
    await world.orm.em.fork().execute(`delete from jobs.job where state <> 'active'`);
    await nothing(`select 1 from jobs.job where state = 'active'`);
  }

  /** More people, points and meetings each time. */
  async function grow(anna: Actor, id: string, by: number): Promise<void> {
    const members = await crowd(world, by);
    for (const member of members) await answered(member, id);
    await didMeeting(anna, 'setDeputies', { id, people: members.slice(0, 9).map(({ actor }) => actor.personId) });
    for (let each = 0; each < by; each++) {
      await didMeeting(anna, 'proposeItem', newPoint(id));
      await didMeeting(anna, 'checkIn', { id: newId(), meetingId: id, name: 'Gość' });
      await answered((await crowd(world, 1))[0] ?? failed(), (await aMeeting(anna)).id);
    }
  }
  const failed = (): never => {
    throw new Error('nobody came');
  };

  // who asks is one of them
  it.each([
    ['meetings', 3, MEETINGS],
    ['meeting', 13, MEETING],
    ['myMeeting', 3, MINE],
    ['meetingPeople', 3, GUESTS],
    ['losingSeats', 4, LOSING_SEATS],
  ] as const)('%s: %i, however many rows there are', { timeout: 90_000 }, async (_name, expected, query) => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna, { seats: 4 });
    const variables = { id, district: 'wlochy', seats: 1 };
    await grow(anna, id, 1);
    await quiet();
    const few = await statementsOf(world, OURS, anna, query, variables);
    await grow(anna, id, 7);
    await quiet();
    expect([few, await statementsOf(world, OURS, anna, query, variables)]).toEqual([expected, expected]);
  });
});
