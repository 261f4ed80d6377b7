import { borrowersOf } from '@ww/server/demo/place/borrowers';
import { inventBookings } from '@ww/server/demo/place/invent-bookings';
import { inventFridge } from '@ww/server/demo/place/invent-fridge';
import { inventPlaces } from '@ww/server/demo/place/seed-places';
import { inventOrganisations } from '@ww/server/demo/organisations';
import { createDice } from '@ww/server/demo/random';
import { seedDemo } from '@ww/server/demo/seed';
import { Secrets } from '@ww/server/platform/secrets';
import { isOpenFor } from '@ww/shared/place/clock';
import { heldSpan } from '@ww/shared/place/booking';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { openSession } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { SECRET } from '../support/secret.ts';
import { useWorld } from '../support/world.ts';

describe('the places of the demo', () => {
  it('have a calendar that their clock allows, whatever day and hour the demo begins', { timeout: 60_000 }, () => {
    for (let at = Date.parse('2026-11-20T00:40:00Z'); at < Date.parse('2028-01-05T00:00:00Z'); at += (4 * 24 + 7) * 3_600_000) {
      const now = new Date(at);
      const organisations = inventOrganisations(now);
      for (const place of inventPlaces(now)) {
        const bookings = inventBookings(place, borrowersOf(organisations, place.data.district), createDice(1));
        const holds = bookings
          .filter(({ state }) => state === 'APPROVED')
          .map(({ room, startsAt, endsAt }) => ({ room: room.id, ...heldSpan(room, startsAt, endsAt) }));
        const clashes = holds.filter((hold, i) =>
          holds.slice(0, i).some((other) => other.room === hold.room && other.from < hold.to && hold.from < other.to),
        );
        expect(clashes, now.toISOString()).toEqual([]);
        const wrong = bookings.filter(
          ({ startsAt, endsAt, suspendedAt, state }) =>
            state !== 'REFUSED' &&
            state !== 'WITHDRAWN' &&
            endsAt > now &&
            isOpenFor(place.clock, startsAt, endsAt) === (suspendedAt !== null),
        );
        expect(wrong, now.toISOString()).toEqual([]);
        expect(
          bookings.filter(({ state, startsAt }) => state === 'REQUESTED' && startsAt <= now),
          now.toISOString(),
        ).toEqual([]);
        expect(bookings.filter(({ suspendedAt }) => suspendedAt)).toHaveLength(place.data.slug === 'mal-wlochy' ? 2 : 0);
        for (const { put_at: putAt } of inventFridge(place, newId(), createDice(1)).items) expect(putAt).toBeInstanceOf(Date);
      }
    }
  });

  const world = useWorld();
  async function irena() {
    await seedDemo(world.orm, world.clock, new Secrets(SECRET), () => undefined);
    const [person] = await world.orm.em.fork().execute<{ id: string }[]>(`select id from person where email = 'irena.sowa@example.org'`);
    return openSession(world, person?.id ?? '');
  }

  it('are looked after: one member of staff has everything that a week brings before her', async () => {
    const actor = await irena();
    const { places } = dataOf(
      await actor.send<{ places: { id: string; slug: string; hasFridge: boolean }[] }>('{ places { id slug hasFridge } }'),
    );
    expect(places.map(({ slug, hasFridge }) => [slug, hasFridge]).toSorted()).toEqual([
      ['mal-nad-kanalem', true],
      ['mal-pod-kasztanem', false],
      ['mal-wlochy', true],
    ]);
    const own = places.find(({ slug }) => slug === 'mal-wlochy')?.id;
    const { staffWeek } = dataOf(
      await actor.send<{
        staffWeek: { attention: { state: string; isSuspended: boolean }[]; place: { closures: object[]; rooms: object[] } };
      }>(
        'query ($id: ID!, $day: String!) { staffWeek(placeId: $id, day: $day) { attention { state isSuspended } place { closures { id } rooms { id } } } }',
        { id: own, day: world.clock.now().toISOString().slice(0, 10) },
      ),
    );
    expect(staffWeek.place.rooms).toHaveLength(3);
    expect(staffWeek.place.closures).toHaveLength(1);
    expect(staffWeek.attention.filter(({ isSuspended }) => isSuspended)).toHaveLength(2);
    expect(staffWeek.attention.filter(({ state }) => state === 'REQUESTED').length).toBeGreaterThan(3);
    const states = await world.orm.em.fork().execute<{ state: string }[]>('select distinct state from booking order by state');
    expect(states.map(({ state }) => state)).toEqual(['APPROVED', 'NO_SHOW', 'REFUSED', 'REQUESTED', 'WITHDRAWN']);
  });

  it('keep two who want one time apart: the second to be approved is told of other times', async () => {
    const actor = await irena();
    const asked = await world.orm.em.fork().execute<{ id: string; version: number }[]>(
      `select a.id, a.version from booking a join booking b on a.room_id = b.room_id and a.id <> b.id and b.state = 'REQUESTED'
         and tstzrange(a.held_from, a.held_to) && tstzrange(b.held_from, b.held_to) where a.state = 'REQUESTED' order by a.starts_at limit 2`,
    );
    const approve = (input: object) =>
      actor.send('mutation ($input: OnVersionInput!) { approveBooking(input: $input) { state } }', { input: { key: newId(), ...input } });
    const answers = [await approve(asked[0] ?? {}), await approve(asked[1] ?? {})];

    expect(answers[0]?.errors).toBeUndefined();
    expect(answers[1]?.errors?.[0]?.extensions).toMatchObject({ code: 'SPACE_TAKEN' });
    expect(answers[1]?.errors?.[0]?.extensions.alternatives?.length).toBeGreaterThan(0);
  });

  it('have a fridge with food on its shelves and a log of how cold it was', async () => {
    const actor = await irena();
    const { places } = dataOf(await actor.send<{ places: { id: string; slug: string }[] }>('{ places { id slug } }'));
    const own = places.find(({ slug }) => slug === 'mal-wlochy')?.id;
    const { fridge, fridgeTemperatures } = dataOf(
      await actor.send<{
        fridge: { shelves: { name: string; items: { what: string }[] }[] };
        fridgeTemperatures: { isTooWarm: boolean }[];
      }>('query ($id: ID!) { fridge(placeId: $id) { shelves { name items { what } } } fridgeTemperatures(placeId: $id) { isTooWarm } }', {
        id: own,
      }),
    );
    expect(fridge.shelves.map(({ name, items }) => [name, items.map(({ what }) => what).toSorted()])).toEqual([
      ['Lodówka, góra', ['Jogurt naturalny', 'Ser żółty']],
      ['Lodówka, dół', ['Marchew', 'Zupa pomidorowa']],
      ['Półka sucha', ['Chleb żytni', 'Kasza gryczana']],
      ['Półka z owocami', []],
    ]);
    expect(fridgeTemperatures.filter(({ isTooWarm }) => isTooWarm)).toHaveLength(1);
  });
});
