import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { resident, signIn, type Actor } from '../support/actors.ts';
import { LiveClient } from '../support/live-client.ts';
import { LIVE_QUEUE, touch, type QueueFrame } from '../support/live-queue.ts';
import { aRequest, aSubmitted, change } from '../support/requests.ts';
import { watchSql } from '../support/sql-watch.ts';
import { useWorld } from '../support/world.ts';
import { newId } from '@ww/shared/id';
import { dataOf } from '../support/client.ts';

const ROW_READ = /^select .* from "help_request" .*where .*"id" = /s;

describe('equal subscriptions', () => {
  const world = useWorld();

  async function follow(by: Actor, district = 'wlochy') {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    return client.subscribe<QueueFrame>(LIVE_QUEUE, { district });
  }

  it('of one audience are read once, and everyone gets the same under their own id', async () => {
    const members = await Promise.all(Array.from({ length: 20 }, () => signIn(world, 'TEAM_MEMBER', 'wlochy')));
    const { id } = await aRequest(world, await signIn(world, 'TEAM_MEMBER', 'wlochy'));
    await world.app.services.feed.wake();
    const lists = await Promise.all(members.map((member) => follow(member)));
    await vi.waitFor(() => expect(world.app.hub.size).toBe(20));
    const sql = watchSql(world.orm);

    await touch(world, [id]);
    const frames = await Promise.all(lists.map((list) => list.take(1)));

    expect(sql.count(ROW_READ)).toBe(1);
    for (const frame of frames) expect(frame).toEqual(frames[0]);
  });

  it('of two audiences are read apart', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aRequest(world, anna);
    await world.app.services.feed.wake();
    const lists = [await follow(anna), await follow(anna), await follow(marta)];
    await vi.waitFor(() => expect(world.app.hub.size).toBe(3));
    const sql = watchSql(world.orm);

    await touch(world, [id]);
    await Promise.all(lists.map((list) => list.take(1)));

    expect(sql.count(ROW_READ)).toBe(2);
  });

  it('hold no person: nothing of what the first subscriber may see besides reaches the second', async () => {
    const both = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    await world.orm.em
      .fork()
      .execute(`insert into role_grant (id, person_id, role, scope, created_at) values (?, ?, 'TEAM_MEMBER', 'ochota', now())`, [
        newId(),
        both.personId,
      ]);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    await world.app.services.feed.wake();
    const lists = [await follow(both), await follow(anna)];
    await vi.waitFor(() => expect(world.app.hub.size).toBe(2));

    await world.orm.em.fork().execute(`update help_request set district = 'ochota', number = 900 where id = ?`, [id]);
    await touch(world, [id]);

    for (const list of lists) expect((await list.take(1))[0]?.queueChanges).toMatchObject({ kind: 'REMOVE', id, row: null });
  });

  it('removes a row that is gone', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const list = await follow(anna);
    const gone = newId();
    await vi.waitFor(() => expect(world.app.hub.size).toBe(1));

    await touch(world, [gone]);

    expect((await list.take(1))[0]?.queueChanges).toMatchObject({ kind: 'REMOVE', id: gone, row: null });
  });

  it('hear nothing of another district', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'ochota');
    const list = await follow(anna);
    await vi.waitFor(() => expect(world.app.hub.size).toBe(1));

    await aRequest(world, pawel, { district: 'ochota' });
    const { id } = await aRequest(world, anna);

    expect((await list.take(1))[0]?.queueChanges.id).toBe(id);
    expect(list.frames).toHaveLength(1);
  });

  it('end without a trace when their sockets close', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const client = await LiveClient.open(world, anna);
    for (let index = 0; index < 5; index++) client.subscribe(LIVE_QUEUE, { district: 'wlochy' });
    await vi.waitFor(() => expect(world.app.hub.size).toBe(5));

    client.close();

    await vi.waitFor(() => expect(world.app.hub.size).toBe(0));
  });
});

describe('the other subscriptions', () => {
  const world = useWorld();

  async function open(by: Actor) {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    return client;
  }

  it('countsChanges gathers a burst in a district into one count', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const client = await open(anna);
    const counts = client.subscribe<{ countsChanges: object }>(
      'subscription { countsChanges { kind id row { district open fresh suppressed } } }',
    );
    await vi.waitFor(() => expect(world.app.hub.size).toBe(1));

    for (let index = 0; index < 4; index++) await aRequest(world, anna);
    await counts.take(1);
    await new Promise((resolve) => setTimeout(resolve, 500));

    expect(counts.frames.length).toBeLessThan(4);
    expect(counts.frames.at(-1)?.data).toEqual({
      countsChanges: { kind: 'UPSERT', id: 'wlochy', row: { district: 'wlochy', open: 4, fresh: 4, suppressed: false } },
    });
  });

  it('countsChanges of the analyst leaves out small counts, and shares nothing with staff', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const analyst = await signIn(world, 'CITY_ANALYST');
    const LIVE = 'subscription { countsChanges { row { open suppressed } } }';
    const [seen, suppressed] = [(await open(anna)).subscribe(LIVE), (await open(analyst)).subscribe(LIVE)];
    await vi.waitFor(() => expect(world.app.hub.size).toBe(2));

    await aRequest(world, anna);

    expect(await seen.take(1)).toEqual([{ countsChanges: { row: { open: 1, suppressed: false } } }]);
    expect(await suppressed.take(1)).toEqual([{ countsChanges: { row: { open: null, suppressed: true } } }]);
  });

  it('ownRequestChanges tells the steps of the request of a code, and replays them', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id, code } = await aSubmitted(world, resident(world));
    await world.app.services.feed.wake();
    const OWN =
      'subscription ($code: String!, $after: String) { ownRequestChanges(code: $code, after: $after) { kind steps { state canAmend version } } }';
    const client = await open(resident(world));
    const cursor = world.app.services.feed.cursor;
    const steps = client.subscribe(OWN, { code });
    await vi.waitFor(() => expect(world.app.hub.size).toBe(1));

    dataOf(await anna.send(change('claimRequest', 'OnRequestInput'), { input: { key: newId(), id } }));

    const told = [{ ownRequestChanges: { kind: 'UPSERT', steps: { state: 'ACCEPTED', canAmend: true, version: 2 } } }];
    expect(await steps.take(1)).toEqual(told);
    expect(await client.subscribe(OWN, { code, after: cursor }).take(1)).toEqual(told);
  });

  it('presence shows who has the queue open at once, and who left', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const SHOW = 'mutation ($district: ID!, $leaving: Boolean) { showPresence(district: $district, leaving: $leaving) }';
    const presence = (await open(anna)).subscribe<{ presence: { lookers: object[] } }>(
      'subscription { presence(district: "wlochy") { lookers { displayName } } }',
    );
    expect(await presence.take(1)).toEqual([{ presence: { lookers: [] } }]);

    dataOf(await pawel.send(SHOW, { district: 'wlochy' }));
    expect((await presence.take(2))[1]).toEqual({ presence: { lookers: [{ displayName: pawel.name }] } });
    dataOf(await pawel.send(SHOW, { district: 'wlochy', leaving: true }));

    expect((await presence.take(3))[2]).toEqual({ presence: { lookers: [] } });
  });

  it('presence says nothing while nothing changes', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const presence = (await open(anna)).subscribe('subscription { presence(district: "wlochy") { lookers { displayName } } }');
    await presence.take(1);

    world.app.hub.nudge();
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect(presence.frames).toHaveLength(1);
  });
});
