import { createDice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { onOwn } from '../../support/booking-own.ts';
import { errorOf, gql, type Answer } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import {
  aBooking,
  aRequest,
  at,
  bookingsOf,
  closing,
  didPlace,
  onBooking,
  onPlace,
  othersOf,
  plantPlace,
  staffOf,
  type PlantedPlace,
} from '../../support/places.ts';
import { openSecondApp } from '../../support/second-app.ts';
import { useWorld, type World } from '../../support/world.ts';

const EXPECTED = new Set(['CONFLICT', 'STALE', 'INVALID', 'SPACE_TAKEN']);

describe('what is done with bookings at once', () => {
  const world = useWorld();

  /** Staff who speak to this server and to another one over the same database. */
  async function staffOfBoth(place: PlantedPlace, count: number): Promise<Actor[]> {
    const second = await openSecondApp(world);
    onTestFinished(() => second.close());
    const staff: Actor[] = [];
    for (let each = 0; each < count; each++) {
      const actor = await staffOf(world, place);
      const { cookie } = actor;
      staff.push(each % 2 ? { ...actor, send: (document, variables) => gql(second.url, document, variables, { cookie }) } : actor);
    }
    return staff;
  }
  const refusals = (answers: readonly Answer<unknown>[]) => answers.filter(({ errors }) => errors);
  function expectOrderly(answers: readonly Answer<unknown>[]): void {
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const answer of refusals(answers)) expect(EXPECTED).toContain(errorOf(answer).code);
    expect(world.logs.filter((line) => /deadlock|unexpected error|"level":50/.test(line))).toEqual([]);
  }
  /** No two hold one room at one time, and each change was told once. */
  async function expectApart(placeId: string): Promise<void> {
    const meeting = await world.orm.em.fork().execute(
      `select a.id from booking a join booking b on a.room_id = b.room_id and a.id < b.id and a.held_from < b.held_to and b.held_from < a.held_to
       where a.state = 'APPROVED' and b.state = 'APPROVED'`,
    );
    expect(meeting).toEqual([]);
    for (const { id, version } of await bookingsOf(world, placeId))
      expect((await eventsOf(world, id)).map((event) => event.version)).toEqual(Array.from({ length: version }, (_, index) => index + 1));
  }

  it('of six requests that meet, approved by six at once, one is; the others are told what is free', { timeout: 90_000 }, async () => {
    const place = await plantPlace(world);
    const staff = await staffOfBoth(place, 6);
    for (let round = 0; round < 4; round++) {
      const ids: string[] = [];
      for (let each = 0; each < 6; each++) {
        // each meets each of the others, by a buffer at least
        const from = new Date(Date.parse(at('2026-11-27T14:00')) + each * 900_000 + round * 7 * 86_400_000).toISOString();
        const times = { startsAt: from, endsAt: new Date(Date.parse(from) + 7_200_000).toISOString() };
        ids.push((await aRequest(world, place, times, `osoba-${newId()}@example.org`)).id);
      }
      const answers = await Promise.all(ids.map((id, at) => onBooking(staff[at] as Actor, 'approveBooking', { id, version: 1 })));
      expectOrderly(answers);
      expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
      for (const answer of refusals(answers)) {
        expect(errorOf(answer).code).toBe('SPACE_TAKEN');
        expect(othersOf(answer).length).toBeGreaterThan(0);
      }
      await expectApart(place.id);
    }
  });

  it('of approving and refusing one request at once, one counts, and the other is told who', { timeout: 90_000 }, async () => {
    const place = await plantPlace(world, { perMonth: 100 });
    const staff = await staffOfBoth(place, 4);
    for (let round = 0; round < 8; round++) {
      const { id } = await aRequest(world, place);
      const answers = await Promise.all(
        staff.map((by, each) =>
          each < 2
            ? onBooking(by, 'approveBooking', { id, version: 1 })
            : onBooking(by, 'refuseBooking', { id, version: 1, reason: 'Próba chóru.' }),
        ),
      );
      expectOrderly(answers);
      const won = answers.findIndex(({ errors }) => !errors);
      expect(refusals(answers)).toHaveLength(3);
      const state = won < 2 ? 'APPROVED' : 'REFUSED';
      for (const answer of refusals(answers))
        expect(errorOf(answer)).toMatchObject({ code: 'CONFLICT', conflict: { by: staff[won]?.name, state } });
      expect((await bookingsOf(world, place.id)).find((row) => row.id === id)).toMatchObject({ state, version: 2 });
      await world.orm.em.fork().execute(`update booking set state = 'WITHDRAWN' where id = ?`, [id]);
    }
  });

  it('two that swap their rooms or times do not wait for each other for ever', { timeout: 90_000 }, async () => {
    const place = await plantPlace(world);
    const [one, other] = await staffOfBoth(place, 2);
    if (!one || !other) throw new Error('nobody works here');
    const early = { startsAt: at('2026-11-27T12:30'), endsAt: at('2026-11-27T13:30') };
    const late = { startsAt: at('2026-11-27T17:00'), endsAt: at('2026-11-27T18:00') };
    const first = await aBooking(one, place, { roomId: place.large, ...early });
    const second = await aBooking(one, place, { roomId: place.large, ...late });
    for (let round = 0; round < 10; round++) {
      const before = await bookingsOf(world, place.id);
      const row = (id: string) => before.find((each) => each.id === id);
      const target = (id: string) => {
        const seen = row(id);
        if (!seen) throw new Error('no such booking');
        return { roomId: seen.room_id, startsAt: new Date(seen.starts_at).toISOString(), endsAt: new Date(seen.ends_at).toISOString() };
      };
      const answers = await Promise.all([
        onBooking(one, 'moveBooking', { id: first.id, version: row(first.id)?.version, ...target(second.id) }),
        onBooking(other, 'moveBooking', { id: second.id, version: row(second.id)?.version, ...target(first.id) }),
      ]);
      expectOrderly(answers);
      // neither gives way before the other has it: both stay
      expect(answers.map((answer) => errorOf(answer).code)).toEqual(['SPACE_TAKEN', 'SPACE_TAKEN']);
      await expectApart(place.id);
    }
    // and past each other, into what is free, both go
    const answers = await Promise.all([
      onBooking(one, 'moveBooking', { id: first.id, version: 1, roomId: place.small, ...late }),
      onBooking(other, 'moveBooking', { id: second.id, version: 1, roomId: place.small, ...early }),
    ]);
    expect(refusals(answers)).toEqual([]);
    await expectApart(place.id);
  });

  it.each([1, 2, 3])('whatever is done at once, the end is one of one after another (run %i)', { timeout: 90_000 }, async (seed) => {
    const dice = createDice(seed);
    for (let round = 0; round < 6; round++) {
      // a place of its own: what the round before left approved would stand in the way of asking
      const place = await plantPlace(world, { perMonth: 100 });
      const staff = await staffOfBoth(place, 4);
      const by = () => dice.pick(staff);
      const asked: { id: string; code: string }[] = [];
      for (let each = 0; each < 3; each++) asked.push(await aRequest(world, place, { roomId: dice.pick([place.large, place.small]) }));
      // in turn it is closed while they do so, and open again
      const shut = closing(place);
      const closes = round % 2 === 0;
      if (!closes) await didPlace(staff[0] as Actor, 'closePlace', shut);
      const versions = new Map((await bookingsOf(world, place.id)).map(({ id, version }) => [id, version]));
      const acts = asked.flatMap(({ id, code }) => {
        const version = versions.get(id);
        const hour = dice.int(12, 17);
        const target = {
          roomId: dice.pick([place.large, place.small]),
          ...{ startsAt: at(`2026-11-27T${hour}:00`), endsAt: at(`2026-11-27T${hour + 2}:00`) },
        };
        return dice
          .shuffle([
            () => onBooking(by(), 'approveBooking', { id, version }),
            () => onBooking(by(), 'refuseBooking', { id, version, reason: 'Próba.' }),
            () => onBooking(by(), 'moveBooking', { id, version, ...target }),
            () => onBooking(by(), 'withdrawBooking', { id, reason: 'Awaria.' }),
            () => onOwn(world, 'withdrawOwnBooking', { code }),
            () => onOwn(world, 'moveOwnBooking', { code, version, ...target }),
          ])
          .slice(0, 3);
      });
      const clock = () => (closes ? onPlace(by(), 'closePlace', shut) : onPlace(by(), 'reopenPlace', { id: shut.id }));
      const answers = await Promise.all(dice.shuffle<() => Promise<Answer<unknown>>>([...acts, clock]).map((act) => act()));
      expectOrderly(answers);
      await expectApart(place.id);
      await expectSettled(world, place.id, closes ? shut : null);
      if (closes) await didPlace(staff[0] as Actor, 'reopenPlace', { id: shut.id });
      await expectSettled(world, place.id, null);
    }
  });

  it('one code used twice at once gives a room back once', async () => {
    const place = await plantPlace(world);
    const { id, code } = await aRequest(world, place);
    const input = { key: newId(), code };
    const send = () => onOwn(world, 'withdrawOwnBooking', input);
    const same = await Promise.all([send(), send()]);
    expect(same.map(({ errors }) => errors)).toEqual([undefined, undefined]);
    const again = await Promise.all([onOwn(world, 'withdrawOwnBooking', { code }), onOwn(world, 'withdrawOwnBooking', { code })]);
    expect(again.map((answer) => errorOf(answer).code)).toEqual(['CONFLICT', 'CONFLICT']);
    expect(await eventsOf(world, id)).toHaveLength(2);
  });
});

/** What is still to take place is suspended just where it falls into the closing. */
async function expectSettled(world: World, placeId: string, shut: { from: string; to: string } | null): Promise<void> {
  for (const { id, state, starts_at, ends_at, suspended_at } of await bookingsOf(world, placeId)) {
    const isActive = state === 'REQUESTED' || state === 'APPROVED';
    const isHit = shut !== null && new Date(starts_at) < new Date(shut.to) && new Date(ends_at) > new Date(shut.from);
    expect([id, suspended_at !== null]).toEqual([id, isActive && isHit]);
  }
}
