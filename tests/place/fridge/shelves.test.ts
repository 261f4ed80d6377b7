import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident } from '../../support/actors.ts';
import { didFridge, fridgeSeen, leftFood, onceOnFridge, onFridge, recordedOnFridge, refusedFridge } from '../../support/fridge-steps.ts';
import { errorOf } from '../../support/client.ts';
import { plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('shelves', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    const fruit = { id: newId(), placeId: place.id, name: 'Półka z owocami', kind: 'DRY', rank: 0 };
    return { place, fruit, staff: await staffOf(world, place) };
  }
  const names = ({ shelves }: { shelves: { name: string }[] }) => shelves.map(({ name }) => name);

  it('are added, and stand by rank and then by name', async () => {
    const { place, fruit, staff } = await planted();
    const board = await didFridge(staff, 'addShelf', fruit);
    expect(names(board)).toEqual(['Lodówka, góra', 'Półka z owocami', 'Półka sucha']);
    expect(board.shelves[1]).toMatchObject({ id: fruit.id, version: 1, kind: 'DRY', rank: 0, items: [], lastTakenAt: null });
    await leftFood(world, place, { shelfId: fruit.id, kind: 'VEGETABLES', what: 'Jabłka' });
  });

  it('are renamed, moved, and turned from dry to cold', async () => {
    const { place, staff } = await planted();
    const about = { subjectId: place.dry, action: 'fridge.tend' };
    const amended = { id: place.dry, version: 1, name: 'Lodówka, dół', kind: 'COLD', rank: 0 };
    const board = await recordedOnFridge(world, staff, place, 'amendShelf', amended, about);
    expect(board.shelves.map(({ name, kind, version }) => [name, kind, version])).toEqual([
      ['Lodówka, dół', 'COLD', 2],
      ['Lodówka, góra', 'COLD', 1],
    ]);
    expect(await refusedFridge(world, staff, 'amendShelf', amended)).toMatchObject({ code: 'STALE', version: 2 });
  });

  it('are removed once nothing lies on them', async () => {
    const { place, staff } = await planted();
    const id = await leftFood(world, place);
    const removed = { id: place.dry, version: 1 };
    expect((await refusedFridge(world, staff, 'removeShelf', removed)).fields).toEqual([{ path: 'id', rule: 'shelfInUse', limit: 1 }]);
    await didFridge(resident(world), 'takeFood', { id });
    expect(await refusedFridge(world, staff, 'removeShelf', { ...removed, version: 2 })).toMatchObject({ code: 'STALE', version: 1 });
    const about = { subjectId: place.dry, action: 'fridge.tend' };
    expect(names(await recordedOnFridge(world, staff, place, 'removeShelf', removed, about))).toEqual(['Lodówka, góra']);
    expect(await refusedFridge(world, staff, 'removeShelf', removed)).toMatchObject({ code: 'CONFLICT', conflict: { state: 'REMOVED' } });
    expect(await refusedFridge(world, staff, 'amendShelf', { ...removed, version: 2, name: 'Inna', kind: 'DRY', rank: 1 })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('don’t come back with what somebody took from one before it was removed', async () => {
    const { place, staff } = await planted();
    const id = await leftFood(world, place);
    await didFridge(resident(world), 'takeFood', { id });
    await didFridge(staff, 'removeShelf', { id: place.dry, version: 1 });
    expect(await refusedFridge(world, resident(world), 'putFoodBack', { id })).toMatchObject({
      code: 'CONFLICT',
      conflict: { state: 'REMOVED' },
    });
    expect(names(await fridgeSeen(world, place))).toEqual(['Lodówka, góra']);
  });

  it.each([
    [{ name: ' ' }, 'name', 'required'],
    [{ name: 'x'.repeat(121) }, 'name', 'tooLong'],
    [{ rank: -1 }, 'rank', 'tooSmall'],
    [{ rank: 100 }, 'rank', 'tooLarge'],
    [{ id: 'x' }, 'id', 'uuid'],
  ])('are refused with %j', async (over, path, rule) => {
    const { place, fruit, staff } = await planted();
    const { placeId: _placeId, ...amended } = fruit;
    expect((await refusedFridge(world, staff, 'addShelf', { ...fruit, ...over })).fields).toMatchObject([{ path, rule }]);
    const given = { ...amended, id: place.dry, version: 1, ...over };
    expect((await refusedFridge(world, staff, 'amendShelf', given)).fields).toMatchObject([{ path, rule }]);
  });

  it('are changed once for one key, and an id is used once', async () => {
    const { place, fruit, staff } = await planted();
    await onceOnFridge(world, staff, 'addShelf', fruit);
    expect((await refusedFridge(world, staff, 'addShelf', fruit)).fields).toEqual([{ path: 'id', rule: 'taken' }]);
    await onceOnFridge(world, staff, 'amendShelf', { id: place.dry, version: 1, name: 'Inna', kind: 'DRY', rank: 1 });
    await onceOnFridge(world, staff, 'removeShelf', { id: place.dry, version: 2 });
    expect(errorOf(await onFridge(staff, 'addShelf', { ...fruit, id: newId(), placeId: newId() })).code).toBe('NOT_FOUND');
  });
});
