import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident } from '../../support/actors.ts';
import { aFood, didFridge, foodsOf, fridgeSeen, leftFood, refusedFridge } from '../../support/fridge-steps.ts';
import { at, closing, didPlace, plantPlace, staffOf, type PlantedPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('a fridge goes by the clock of its place', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    return { place, staff: await staffOf(world, place), id: await leftFood(world, place) };
  }
  async function expectSuspended(place: PlantedPlace, id: string) {
    const closed = { code: 'INVALID', fields: [{ path: 'id', rule: 'placeClosed' }] };
    expect(await refusedFridge(world, resident(world), 'putFood', aFood(place))).toMatchObject(closed);
    expect(await refusedFridge(world, resident(world), 'takeFood', { id })).toMatchObject(closed);
    // everybody still sees what lies there
    expect(foodsOf(await fridgeSeen(world, place)).map((food) => food.id)).toContain(id);
  }
  async function expectOpen(place: PlantedPlace) {
    const id = await leftFood(world, place);
    await didFridge(resident(world), 'takeFood', { id });
  }

  it.each([
    ['a minute before it opens', '2026-11-27T11:59', false],
    ['the minute it opens', '2026-11-27T12:00', true],
    ['its last minute', '2026-11-26T19:59', true],
    ['the minute it closes', '2026-11-26T20:00', false],
    ['on a day without hours', '2026-11-28T14:00', false],
    ['on a holiday', '2026-12-25T14:00', false],
  ])('%s', async (_name, wall, isOpen) => {
    const { place, id } = await planted();
    world.clock.set(at(wall));
    await (isOpen ? expectOpen(place) : expectSuspended(place, id));
  });

  it('is suspended by a sudden closure from its beginning on, and restored by reopening', async () => {
    const { place, staff, id } = await planted();
    const closure = closing(place, { from: at('2026-11-26T15:00'), to: at('2026-11-26T20:00') });
    await didPlace(staff, 'closePlace', closure);
    await expectOpen(place);
    expect((await fridgeSeen(world, place)).place.upcoming[0]?.to).toBe(at('2026-11-26T15:00'));

    world.clock.set(at('2026-11-26T15:00'));
    await expectSuspended(place, id);
    expect((await fridgeSeen(world, place)).place.upcoming[0]?.from).toBe(at('2026-11-27T12:00'));

    await didPlace(staff, 'reopenPlace', { id: closure.id });
    await expectOpen(place);
    expect((await fridgeSeen(world, place)).place.upcoming[0]?.to).toBe(at('2026-11-26T20:00'));
  });

  it('follows a day with other hours', async () => {
    const { place, staff, id } = await planted();
    const [saturday, day] = [at('2026-11-28T10:30'), '2026-11-28'];
    await didPlace(staff, 'setOpeningDay', { id: place.id, day, hours: [{ from: 600, to: 720 }] });
    world.clock.set(saturday);
    await expectOpen(place);
    await didPlace(staff, 'setOpeningDay', { id: place.id, day, hours: null });
    await expectSuspended(place, id);
  });

  it('is tended meanwhile: measured, cleared, its shelves changed', async () => {
    const { place, staff, id } = await planted();
    world.clock.set(at('2026-11-28T09:00'));
    await didFridge(staff, 'logTemperature', { id: newId(), shelfId: place.cold, degrees: 4 });
    await didFridge(staff, 'discardFood', { id });
    await didFridge(staff, 'removeShelf', { id: place.dry, version: 1 });
    expect((await fridgeSeen(world, place)).shelves).toMatchObject([{ id: place.cold, temperature: { degrees: 4 } }]);
  });
});
