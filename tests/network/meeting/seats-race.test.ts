import { createDice } from '@ww/server/demo/random';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { gql } from '../../support/client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { aMeeting, answer, coordinatorOf, didMeeting, meetingDetails, meetingFor } from '../../support/meetings.ts';
import { crowd } from '../../support/crowd.ts';
import type { Member } from '../../support/network.ts';
import { openSecondApp } from '../../support/second-app.ts';
import { useWorld } from '../../support/world.ts';

const SEATS = 20;
const PEOPLE = 500;

describe('twenty seats and five hundred people at once', () => {
  const world = useWorld();
  const figures: string[] = [];
  afterAll(() => {
    for (const line of figures) console.log(line);
  });

  interface Stands {
    id: string;
    person: string;
    state: string;
    place: number;
    seat: number | null;
  }
  const rsvps = (meetingId: string) =>
    world.orm.em
      .fork()
      .execute<Stands[]>('select id, person_id as person, state, place, seat from rsvp where meeting_id = ? order by place', [meetingId]);
  /** Of each sign-up, how often it was told of a change. */
  const toldOf = async (meetingId: string) => {
    const rows = await world.orm.em
      .fork()
      .execute<{ id: string; told: number; version: number }[]>(
        `select r.id, r.version, count(e.*)::int as told from rsvp r left join event e on e.topic = 'rsvp' and e.subject_id = r.id where r.meeting_id = ? group by r.id`,
        [meetingId],
      );
    expect(rows.every(({ told, version }) => told === version)).toBe(true);
    return new Map(rows.map(({ id, told }) => [id, told]));
  };

  /** Everybody at once, over HTTP; no answer may be an error of the server's own. */
  async function rush(who: readonly Member[], meetingId: string, over: object = {}): Promise<number[]> {
    return Promise.all(
      who.map(async (member) => {
        const from = performance.now();
        const { status, errors } = await answer(member, meetingId, over);
        expect([status, errors]).toEqual([200, undefined]);
        return performance.now() - from;
      }),
    );
  }

  /** Looks again and again while it goes on; returns how often. */
  async function watched(running: Promise<unknown>, look: () => Promise<void>): Promise<number> {
    let [isOver, looks] = [false, 0];
    const end = running.finally(() => void (isOver = true));
    for (; !isOver; looks++) {
      await look();
      // the embedded database answers without a pause in which anything else could happen
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await end;
    return looks;
  }

  function expectFull(all: readonly Stands[], seats = SEATS): void {
    const accepted = all.filter(({ state }) => state === 'ACCEPTED');
    const waiting = all.filter(({ state }) => state === 'WAITING');
    expect(accepted).toHaveLength(Math.min(seats, accepted.length + waiting.length));
    const taken = accepted.map(({ seat }) => seat ?? 0).toSorted((a, b) => a - b);
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.every((seat) => seat >= 1 && seat <= seats)).toBe(true);
    for (const { seat } of all.filter(({ state }) => state !== 'ACCEPTED')) expect(seat).toBeNull();
    // nobody waits in front of somebody who sits
    expect(Math.max(0, ...accepted.map(({ place }) => place))).toBeLessThan(Math.min(Infinity, ...waiting.map(({ place }) => place)));
  }

  it('are never oversold, whoever comes and goes, and the list keeps its order', { timeout: 300_000 }, async () => {
    const anna = await coordinatorOf(world);
    const people = await crowd(world, PEOPLE);
    const { id } = await aMeeting(anna, { seats: SEATS });

    const full = async () => {
      const [{ accepted, waiting } = { accepted: -1, waiting: 0 }] = await world.orm.em
        .fork()
        .execute<{ accepted: number; waiting: number }[]>(
          `select count(*) filter (where state = 'ACCEPTED')::int as accepted, count(*) filter (where state = 'WAITING')::int as waiting from rsvp where meeting_id = ?`,
          [id],
        );
      expect(accepted).toBe(Math.min(SEATS, accepted + waiting));
    };
    expect(await watched(rush(people, id), full)).toBeGreaterThan(5);

    const first = await rsvps(id);
    expectFull(first);
    expect(first.map(({ place }) => place)).toEqual(Array.from({ length: PEOPLE }, (_, index) => index + 1));
    expect(first.map(({ state }) => state)).toEqual(first.map(({ place }) => (place <= SEATS ? 'ACCEPTED' : 'WAITING')));
    expect((await meetingFor(anna, id)).row).toMatchObject({ accepted: SEATS, waiting: PEOPLE - SEATS });
    expect([...(await toldOf(id)).values()].every((told) => told === 1)).toBe(true);

    const dice = createDice(7);
    const leaving = dice.shuffle(people).slice(0, 60);
    let gone = new Set<string | null>();
    for (const part of [leaving.slice(0, 20), leaving.slice(20)]) {
      const before = await rsvps(id);
      const told = await toldOf(id);
      expect(await watched(rush(part, id, { coming: false }), full)).toBeGreaterThan(1);
      gone = gone.union(new Set(part.map(({ actor }) => actor.personId)));

      const after = await rsvps(id);
      expectFull(after);
      // who stayed and has a seat: those who signed up first among them
      const staying = first.filter(({ person }) => !gone.has(person));
      const seated = after.filter(({ state }) => state === 'ACCEPTED').map((row) => row.person);
      expect(seated).toEqual(staying.slice(0, SEATS).map((row) => row.person));
      const had = new Set(before.filter(({ state }) => state === 'ACCEPTED').map((row) => row.id));
      const now = await toldOf(id);
      for (const row of after) {
        const moved = row.state === 'ACCEPTED' && !had.has(row.id);
        const left = part.some(({ actor }) => actor.personId === row.person);
        // whoever left may have been moved up just before
        const times = (now.get(row.id) ?? 0) - (told.get(row.id) ?? 0);
        if (left) expect([1, 2]).toContain(times);
        else expect(times).toBe(moved ? 1 : 0);
      }
    }
    await caughtUp(world);
    expect(world.logs.filter((line) => /deadlock|unexpected error|"level":50/.test(line))).toEqual([]);
  });

  it('hold against comings and goings through two servers, and more seats in between', { timeout: 240_000 }, async () => {
    const anna = await coordinatorOf(world);
    const second = await openSecondApp(world);
    onTestFinished(() => second.close());
    const elsewhere = (member: Member): Member => {
      const { cookie } = member.actor;
      return { ...member, actor: { ...member.actor, send: (document, variables) => gql(second.url, document, variables, { cookie }) } };
    };
    const people = await crowd(world, 60);
    const { id } = await aMeeting(anna, { seats: SEATS });
    const dice = createDice(11);
    let [seats, version] = [SEATS, 1];
    for (let round = 0; round < 4; round++) {
      const steps = dice
        .shuffle(people)
        .slice(0, 30)
        .map((member) => answer(dice.chance(0.5) ? member : elsewhere(member), id, { coming: dice.chance(0.6) }));
      const more = dice.int(1, 5);
      const resized = didMeeting(anna, 'amendMeeting', { id, version, ...meetingDetails({ seats: seats + more }) });
      for (const { status, errors } of await Promise.all(steps)) expect([status, errors]).toEqual([200, undefined]);
      ({ seats, detailsVersion: version } = (await resized).row);
      expectFull(await rsvps(id), seats);
    }
  });

  it('answers 200 sign-ups of one second', { timeout: 120_000 }, async () => {
    const anna = await coordinatorOf(world);
    const people = await crowd(world, 200);
    const { id } = await aMeeting(anna, { seats: SEATS });
    const times: number[] = [];
    const from = performance.now();
    await Promise.all(
      people.map(async (member, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 5));
        times.push(...(await rush([member], id)));
      }),
    );
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => `${Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)} ms`;
    figures.push(
      `200 sign-ups in a second for ${SEATS} seats (${process.env.WW_TEST_DATABASE ?? ''}): all answered in ${Math.round(performance.now() - from)} ms, p50 ${at(0.5)}, p99 ${at(0.99)}`,
    );
    expectFull(await rsvps(id));
    expect((await meetingFor(anna, id)).row).toMatchObject({ accepted: SEATS, waiting: 180 });
  });

  it('are rows: the database itself gives nobody a seat that is not there, or is taken', async () => {
    const anna = await coordinatorOf(world);
    const [one, other] = await crowd(world, 2);
    const { id } = await aMeeting(anna, { seats: 1 });
    const sit = (member: Member | undefined, place: number, seat: number | null) =>
      world.orm.em.fork().execute(
        `insert into rsvp (id, meeting_id, person_id, organisation_id, state, place, seat, interpreter, interpreter_late, has_needs, answered_at, version)
         values (gen_random_uuid(), ?, ?, ?, 'ACCEPTED', ?, ?, false, false, false, now(), 1)`,
        [id, member?.actor.personId, member?.organisationId, place, seat],
      );
    await expect(sit(one, 1, 2)).rejects.toThrow(/"rsvp_seat"/);
    await expect(sit(one, 1, null)).rejects.toThrow(/"rsvp_seated"/);
    await sit(one, 1, 1);
    await expect(sit(other, 2, 1)).rejects.toThrow(/"rsvp_seat_once"/);
    await expect(sit(one, 2, 1)).rejects.toThrow(/"rsvp_(once|seat_once)"/);
    await expect(world.orm.em.fork().execute('delete from meeting_seat where meeting_id = ?', [id])).rejects.toThrow(/"rsvp_seat"/);
  });
});
