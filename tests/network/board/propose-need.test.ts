import { proposeNeed } from '@ww/server/network/board/commands/propose-need';
import { timerContext } from '@ww/server/platform/timer-context';
import { newId } from '@ww/shared/id';
import { warsawDay } from '@ww/shared/week';
import { describe, expect, it } from 'vitest';
import {
  anActivity,
  anEntry,
  boardAfter,
  boardFor,
  coordinatorOf,
  entryOf,
  itemsOf,
  plantMeeting,
  type Entry,
} from '../../support/board.ts';
import type { Actor } from '../../support/actors.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMember } from '../../support/network.ts';
import { useTimedWorld } from '../../support/timed-world.ts';
import { runOut } from './proposed.ts';

describe('a need that nobody answers', () => {
  const { world, pass, until, queueAt, settled } = useTimedWorld();

  /** Seconds until its time. */
  const left = ({ proposeAt }: Entry) => (Date.parse(proposeAt ?? '') - world.clock.now().getTime()) / 1000;
  const timerSet = ({ id }: Entry) =>
    until(
      () => world.orm.em.fork().execute<object[]>('select 1 from jobs.job j join board_entry e on e.timer_id = j.id where e.id = ?', [id]),
      (rows) => rows.length > 0,
    );
  /** Without days, so that the need lasts whatever the day of the test. */
  const lasting = { fromDay: null, toDay: null };
  async function begin() {
    // the queue's clock looks for work at every interval on its way: a day is long enough
    await world.orm.em.fork().execute(`update network set unanswered_days = 1, version = 2 where district = 'wlochy'`);
    const member = await aMember(world);
    const anna = await coordinatorOf(world);
    const need = await anEntry(member, lasting);
    await timerSet(need);
    return { member, anna, need };
  }
  async function callMeeting(by: Actor): Promise<string> {
    const id = newId();
    const meeting = { id, district: 'wlochy', title: 'Spotkanie Sieci', place: 'Rejonowa 6/8', startsAt: world.clock.in(10 * 86_400) };
    const called = await by.send('mutation ($input: CallMeetingInput!) { callMeeting(input: $input) { __typename } }', {
      input: { key: newId(), ...meeting, minutes: 90, seats: 30 },
    });
    expect(called.errors).toBeUndefined();
    return id;
  }
  const proposed = (id: string) =>
    until(
      () => itemsOf(world, id),
      (items) => items.length > 0,
    );

  it('is proposed for the next meeting at eight on its day, not before, once, by nobody', async () => {
    const { member, anna, need } = await begin();
    await plantMeeting(world, anna, { startsAt: world.clock.in(60 * 86_400) });
    const meeting = await plantMeeting(world, anna, { startsAt: world.clock.in(30 * 86_400) });
    await plantMeeting(world, anna, { startsAt: world.clock.in(20 * 86_400), state: 'CANCELLED' });
    await plantMeeting(world, anna, { startsAt: world.clock.in(3600) });
    await plantMeeting(world, anna, { startsAt: world.clock.in(20 * 86_400), district: 'ochota' });

    await pass(left(need) - 1);
    expect(await itemsOf(world, need.id)).toEqual([]);
    await pass(1);
    const items = await proposed(need.id);

    expect(items).toMatchObject([
      { meetingId: meeting, title: need.title, kind: 'RESOURCES_NEEDS', state: 'PROPOSED', minutes: 10, version: 1 },
    ]);
    expect(entryOf(await boardFor(member.actor), need.id)).toMatchObject({ state: 'OPEN', proposedOn: meeting });
    expect(await eventsOf(world, meeting)).toMatchObject([{ topic: 'meeting', scope: 'wlochy', version: 2 }]);
    expect((await auditOf(world, need.id)).at(-1)).toMatchObject({
      action: 'board.propose',
      actor_id: null,
      outcome: 'DONE',
      district: 'wlochy',
    });
    await settled();
    await runOut(world, need.id, newId());
    expect(await itemsOf(world, need.id)).toEqual(items);
  });

  it('goes behind what is on the agenda already, also on that of a draft, whose name nobody is told', async () => {
    const { member, anna, need } = await begin();
    const other = await anEntry(member, lasting);
    await plantMeeting(world, anna, { state: 'DRAFT' });
    await pass(left(need));
    await proposed(need.id);
    await proposed(other.id);
    const ranks = await world.orm.em.fork().execute<{ rank: string }[]>('select rank from agenda_item order by rank');
    expect(new Set(ranks.map(({ rank }) => rank)).size).toBe(2);
    expect(entryOf(await boardFor(member.actor), need.id).proposedOn).toBeNull();
  });

  it('waits while the queue is early, and is proposed when its time has come', async () => {
    const { anna, need } = await begin();
    await plantMeeting(world, anna);
    await pass(left(need) - 60);
    await queueAt(120);
    expect(await itemsOf(world, need.id)).toEqual([]);
    await pass(60);
    await until(
      () => itemsOf(world, need.id),
      (items) => items.length > 0,
    );
  });

  it('is not proposed once it is closed or matched', async () => {
    const { member, anna, need: closed } = await begin();
    await plantMeeting(world, anna);
    const { need: matched } = await anActivity(member, await aMember(world));
    await boardAfter(member.actor, 'closeEntry', { id: closed.id });
    await pass(left(closed) + 3600);
    await settled();
    expect(await itemsOf(world, closed.id)).toEqual([]);
    expect(await itemsOf(world, matched.id)).toEqual([]);
  });

  it('of an organisation that has left is not proposed', async () => {
    const { member, anna, need } = await begin();
    await plantMeeting(world, anna);
    await world.orm.em.fork().execute(`update network_member set state = 'LEFT' where id = ?`, [member.membershipId]);
    await pass(left(need) + 60);
    await settled();
    expect(await itemsOf(world, need.id)).toEqual([]);
  });

  it('is not proposed once its last day has passed, by the timer or to a meeting that is called later', async () => {
    const { member, anna } = await begin();
    await plantMeeting(world, anna);
    const passing = await anEntry(member, { fromDay: null, toDay: warsawDay(world.clock.now()) });
    await timerSet(passing);
    await pass(left(passing) + 60);
    await settled();
    expect(await itemsOf(world, passing.id)).toEqual([]);
    await callMeeting(anna);
    expect(await itemsOf(world, passing.id)).toEqual([]);
  });

  it('waits for a meeting that is not called yet, and is on its agenda when it is', async () => {
    const { anna, need } = await begin();
    await pass(left(need) + 60);
    await settled();
    expect(await itemsOf(world, need.id)).toEqual([]);

    const id = await callMeeting(anna);

    expect(await itemsOf(world, need.id)).toMatchObject([{ meetingId: id, state: 'PROPOSED', title: need.title }]);
  });

  it('is not proposed before its time, nor by a timer that is not its own', async () => {
    const { anna, need } = await begin();
    await plantMeeting(world, anna);
    await expect(runOut(world, need.id)).rejects.toThrow('has not waited long enough');
    await proposeNeed(timerContext(world.app.services), { key: newId(), id: need.id });
    expect(await itemsOf(world, need.id)).toEqual([]);
  });
});
