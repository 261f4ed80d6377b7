import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn, type Actor } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { didFridge, fridgeSeen, onceOnFridge, onFridge, recordedOnFridge, refusedFridge } from '../../support/fridge-steps.ts';
import { plantPlace, staffOf, type PlantedPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const LOG = `query ($placeId: ID!) { log: fridgeTemperatures(placeId: $placeId) { shelfName degrees isTooWarm measuredAt measuredBy } }`;
interface Entry {
  shelfName: string;
  degrees: number;
  isTooWarm: boolean;
  measuredAt: string;
  measuredBy: string;
}

describe('logTemperature', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    return { place, staff: await staffOf(world, place) };
  }
  const entry = (place: PlantedPlace, degrees: number, over: object = {}) => ({ id: newId(), shelfId: place.cold, degrees, ...over });
  const logOf = async (by: Actor, { id }: PlantedPlace) => dataOf(await by.send<{ log: Entry[] }>(LOG, { placeId: id })).log;

  it('shows everybody the last one of a shelf, and the staff all of them with who measured', async () => {
    const { place, staff } = await planted();
    await didFridge(staff, 'logTemperature', entry(place, 4));
    const first = world.clock.in(0);
    const about = { subjectId: place.cold, action: 'fridge.tend' };
    const board = await recordedOnFridge(world, staff, place, 'logTemperature', entry(place, 3.5), about);

    const measuredAt = world.clock.in(0);
    expect(board.shelves.map(({ temperature }) => temperature)).toEqual([{ degrees: 3.5, measuredAt, isTooWarm: false }, null]);
    expect(await fridgeSeen(world, place)).toMatchObject({ shelves: board.shelves });
    const by = { shelfName: 'Lodówka, góra', isTooWarm: false, measuredBy: staff.name };
    expect(await logOf(staff, place)).toEqual([
      { ...by, degrees: 3.5, measuredAt },
      { ...by, degrees: 4, measuredAt: first },
    ]);
  });

  it('keeps one that is too warm, and says so, on a cold shelf only', async () => {
    const { place, staff } = await planted();
    for (const degrees of [5, 5.1]) await didFridge(staff, 'logTemperature', entry(place, degrees));
    await didFridge(staff, 'logTemperature', entry(place, 21, { shelfId: place.dry }));
    const { shelves } = await fridgeSeen(world, place);
    expect(shelves.map(({ temperature }) => [temperature?.degrees, temperature?.isTooWarm])).toEqual([
      [5.1, true],
      [21, false],
    ]);
    expect((await logOf(staff, place)).map(({ degrees, isTooWarm }) => [degrees, isTooWarm])).toEqual([
      [21, false],
      [5.1, true],
      [5, false],
    ]);
  });

  it('is measured to a tenth, below zero too', async () => {
    const { place, staff } = await planted();
    const seen = async (degrees: number) =>
      (await didFridge(staff, 'logTemperature', entry(place, degrees))).shelves[0]?.temperature?.degrees;
    world.clock.advance(1);
    expect(await seen(4.26)).toBe(4.3);
    world.clock.advance(1);
    expect(await seen(-18.04)).toBe(-18);
  });

  it('is what a thermometer in a fridge can show', async () => {
    const { place, staff } = await planted();
    const fields = async (degrees: number) => (await refusedFridge(world, staff, 'logTemperature', entry(place, degrees))).fields;
    expect(await fields(41)).toMatchObject([{ path: 'degrees', rule: 'tooLarge', limit: 40 }]);
    expect(await fields(-31)).toMatchObject([{ path: 'degrees', rule: 'tooSmall', limit: -30 }]);
  });

  it('is done once for one key, an id is used once, and a shelf that is gone has none', async () => {
    const { place, staff } = await planted();
    const given = entry(place, 4);
    await onceOnFridge(world, staff, 'logTemperature', given);
    expect((await refusedFridge(world, staff, 'logTemperature', given)).fields).toEqual([{ path: 'id', rule: 'taken' }]);
    await didFridge(staff, 'removeShelf', { id: place.cold, version: 1 });
    expect(await refusedFridge(world, staff, 'logTemperature', entry(place, 4))).toMatchObject({ code: 'CONFLICT' });
    expect(errorOf(await onFridge(staff, 'logTemperature', entry(place, 4, { shelfId: newId() }))).code).toBe('NOT_FOUND');
    // what was measured there stays in the log
    expect(await logOf(staff, place)).toMatchObject([{ shelfName: 'Lodówka, góra', degrees: 4 }]);
  });

  it('is read by the place’s staff alone', async () => {
    const { place } = await planted();
    const other = await plantPlace(world);
    const strangers = [await staffOf(world, other), await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), await signIn(world, 'ADMIN')];
    for (const by of strangers) expect(errorOf(await by.send(LOG, { placeId: place.id })).code).toBe('NOT_FOUND');
    expect(errorOf(await resident(world).send(LOG, { placeId: place.id })).code).toBe('UNAUTHENTICATED');
  });
});
