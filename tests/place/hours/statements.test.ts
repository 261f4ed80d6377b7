import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { weekDocument } from '../../support/place-weeks.ts';
import { aBooking, aRequest, at, closing, didPlace, PLACE_FIELDS, plantPlace, staffOf, type PlantedPlace } from '../../support/places.ts';
import { statementsOf } from '../../support/statements.ts';
import { useWorld } from '../../support/world.ts';

const OURS = /\b(place|room|house_rules|opening_week|opening_day|closure|booking\w*|fridge_\w+|organisation)\b/;
const LINE = 'id slug name upcoming { from to }';
const FREE = `query { freeRooms(input: { day: "2026-11-27", minutes: 60, people: 2, equipment: [], stepFree: false }) {
  place { ${LINE} } room { id } starts { from to } } }`;
const FRIDGE = `query ($placeId: ID!) { fridge(placeId: $placeId) { place { ${LINE} } shelves { id items { id what } temperature { degrees } } } }`;

/** Statements of each screen's query: pinned, the same for one place with little in it and for several with much. */
const SCREENS: [string, number, string][] = [
  ['places', 2, `query { places { ${LINE} } }`],
  ['place', 4, `query ($slug: String!) { place(slug: $slug) { ${PLACE_FIELDS} } }`],
  ['placeWeek', 5, weekDocument('placeWeek')],
  ['staffWeek', 6, weekDocument('staffWeek')],
  ['freeRooms', 4, FREE],
  ['fridge', 5, FRIDGE],
];

describe('SQL statements of a place’s screens', () => {
  const world = useWorld();

  /** Letters that follow from what was done read our tables too. */
  async function settled(): Promise<void> {
    await world.orm.em.fork().execute('delete from jobs.job');
    await caughtUp(world);
    const behind = 'select 1 from log_follower where position < (select max(position) from event)';
    await vi.waitFor(async () => expect(await world.orm.em.fork().execute(behind)).toEqual([]), 10_000);
  }

  async function fill(staff: Actor, place: PlantedPlace, day: string): Promise<void> {
    for (let hour = 12; hour < 20; hour += 2)
      await aBooking(staff, place, { startsAt: at(`${day}T${String(hour)}:15`), endsAt: at(`${day}T${String(hour + 1)}:15`) });
    await aRequest(world, place, { roomId: place.small });
    await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2026-12-24', hours: [] });
    await didPlace(staff, 'closePlace', closing(place, { from: at(`${day}T18:00`) }));
  }

  it.each(SCREENS)('%s: %i, however much there is', async (_name, expected, query) => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const count = async () => {
      await settled();
      return statementsOf(world, OURS, staff, query, { placeId: place.id, slug: place.slug, day: '2026-11-27' });
    };
    const few = await count();
    await fill(staff, place, '2026-11-27');
    for (const district of ['wlochy', 'ochota', 'bemowo']) {
      const more = await plantPlace(world, { district });
      await aBooking(await staffOf(world, more), more);
    }
    expect([few, await count()]).toEqual([expected, expected]);
  });
});
