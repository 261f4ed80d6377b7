import { RATE_LIMITS } from '@ww/server/platform/limits';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import {
  aFood,
  didFridge,
  foodsOf,
  fridgeSeen,
  leftFood,
  onceOnFridge,
  onFridge,
  recordedOnFridge,
  refusedFridge,
} from '../../support/fridge-steps.ts';
import { auditOf } from '../../support/log.ts';
import { plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('putFood', () => {
  const world = useWorld();
  const by = () => resident(world);
  const refused = async (over: object) => {
    const place = await plantPlace(world);
    return (await refusedFridge(world, by(), 'putFood', aFood(place, over))).fields;
  };

  it('lays food on a shelf for everybody to see, and keeps nothing of who brought it', async () => {
    const place = await plantPlace(world);
    const input = aFood(place);

    const board = await recordedOnFridge(world, by(), place, 'putFood', input, { subjectId: input.id, action: 'food.put' });

    expect(board.shelves.map(({ items }) => items.length)).toEqual([0, 1]);
    expect(foodsOf(board)).toEqual([
      {
        ...{ id: input.id, version: 1, kind: 'BREAD', what: 'Chleb żytni', amount: 3, unit: 'LOAVES' },
        ...{ madeOn: null, staysUntil: '2026-11-28', putAt: world.clock.in(0) },
      },
    ]);
    expect(await fridgeSeen(world, place)).toMatchObject({ shelves: board.shelves });
    expect(await auditOf(world, input.id)).toMatchObject([{ actor_id: null, actor_name: null, subject_label: null, to_name: null }]);
  });

  it('lets home-made food stay as long as the place says, or as the label does if that is sooner', async () => {
    const place = await plantPlace(world);
    const soup = { shelfId: place.cold, kind: 'COOKED', what: 'Zupa', madeOn: '2026-11-25', bestBefore: null };
    await leftFood(world, place, soup);
    await leftFood(world, place, { ...soup, what: 'Gołąbki', bestBefore: '2026-11-27' });
    await leftFood(world, place, { ...soup, what: 'Kasza', madeOn: null });

    const seen = foodsOf(await fridgeSeen(world, place)).map(({ what, staysUntil }) => [what, staysUntil]);
    expect(seen).toEqual([
      ['Gołąbki', '2026-11-27'],
      ['Zupa', '2026-11-28'],
      ['Kasza', null],
    ]);
  });

  it('shows what goes first at the top', async () => {
    const place = await plantPlace(world);
    for (const bestBefore of ['2026-12-05', null, '2026-11-26', '2027-01-01']) await leftFood(world, place, { bestBefore });
    expect(foodsOf(await fridgeSeen(world, place)).map(({ staysUntil }) => staysUntil)).toEqual([
      ...['2026-11-26', '2026-12-05', '2027-01-01', null],
    ]);
  });

  it('refuses by the place’s rule, by kind and by name, and takes it where the rule is another', async () => {
    expect(await refused({ kind: 'RAW_MEAT', what: 'Schab' })).toEqual([{ path: 'kind', rule: 'refusedFood' }]);
    expect(await refused({ kind: 'OTHER', what: 'Mięso mielone' })).toEqual([{ path: 'what', rule: 'refusedFood' }]);
    expect(await refused({ kind: 'DRINKS', what: 'Nalewka babci' })).toEqual([{ path: 'what', rule: 'refusedFood' }]);

    const place = await plantPlace(world);
    const { version } = await fridgeSeen(world, place);
    const rules = { id: place.id, version, hasFridge: true, refused: ['BREAD'], homeMadeDays: 3, coldMax: 5 };
    await didFridge(await staffOf(world, place), 'amendFridge', rules);
    expect(await refusedFridge(world, by(), 'putFood', aFood(place))).toMatchObject({ fields: [{ path: 'kind', rule: 'refusedFood' }] });
    await leftFood(world, place, { kind: 'RAW_EGGS', what: 'Jajka' });
  });

  it('refuses what is past its day by Warsaw’s calendar, and what is not made yet', async () => {
    expect(await refused({ bestBefore: '2026-11-25' })).toEqual([{ path: 'bestBefore', rule: 'pastBestBefore' }]);
    expect(await refused({ madeOn: '2026-11-22', bestBefore: null })).toEqual([{ path: 'madeOn', rule: 'pastBestBefore' }]);
    expect(await refused({ madeOn: '2026-11-27' })).toEqual([{ path: 'madeOn', rule: 'madeInFuture' }]);
    await leftFood(world, await plantPlace(world), { bestBefore: '2026-11-26' });
  });

  it.each([
    [{ what: '  ' }, 'what', 'required'],
    [{ what: 'x'.repeat(61) }, 'what', 'tooLong'],
    [{ what: 'Chleb, tel. 600 100 200' }, 'what', 'plainWords'],
    [{ what: 'chleb@example.org' }, 'what', 'plainWords'],
    [{ what: 'https://example.org' }, 'what', 'plainWords'],
    [{ amount: 0 }, 'amount', 'tooSmall'],
    [{ amount: -1 }, 'amount', 'tooSmall'],
    [{ amount: 1000 }, 'amount', 'tooLarge'],
    [{ unit: 'LORRIES' }, undefined, undefined],
    [{ kind: 'FUGU' }, undefined, undefined],
    [{ bestBefore: '2026-02-30' }, 'bestBefore', 'day'],
    [{ madeOn: 'wczoraj' }, 'madeOn', 'day'],
    [{ id: 'x' }, 'id', 'uuid'],
    [{ shelfId: 'x' }, 'shelfId', 'uuid'],
  ])('refuses %j', async (over, path, rule) => {
    const place = await plantPlace(world);
    const error = await refusedFridge(world, by(), 'putFood', aFood(place, over));
    expect(error.code).toBe('INVALID');
    if (path) expect(error.fields).toMatchObject([{ path, rule }]);
  });

  it('takes a name as it is pasted, on one line', async () => {
    const place = await plantPlace(world);
    await leftFood(world, place, { what: '  Chleb\n\tżytni ' });
    expect(foodsOf(await fridgeSeen(world, place))[0]?.what).toBe('Chleb żytni');
  });

  it('is done once for one key, and an id is used once', async () => {
    const place = await plantPlace(world);
    const input = aFood(place);
    await onceOnFridge(world, by(), 'putFood', input);
    expect((await refusedFridge(world, by(), 'putFood', input)).fields).toEqual([{ path: 'id', rule: 'taken' }]);
  });

  it('refuses a shelf that is gone and one that never was', async () => {
    const place = await plantPlace(world);
    await didFridge(await staffOf(world, place), 'removeShelf', { id: place.dry, version: 1 });
    expect(await refusedFridge(world, by(), 'putFood', aFood(place))).toMatchObject({ code: 'CONFLICT', conflict: { state: 'REMOVED' } });
    expect(errorOf(await onFridge(by(), 'putFood', aFood(place, { shelfId: newId() }))).code).toBe('NOT_FOUND');
  });

  it('holds two hundred things and no more, until one is taken', async () => {
    const place = await plantPlace(world);
    const ids = Array.from({ length: 200 }, () => newId());
    await world.orm.em.fork().execute(
      `insert into fridge_item (id, place_id, shelf_id, kind, what, amount, unit, state, put_at, version)
       select id, ?, ?, 'TINS', 'Fasola', 1, 'PIECES', 'THERE', ?, 1 from unnest(?::uuid[]) id`,
      [place.id, place.dry, world.clock.now(), `{${ids.join()}}`],
    );
    expect((await refusedFridge(world, by(), 'putFood', aFood(place))).fields).toEqual([{ path: 'id', rule: 'tooLarge', limit: 200 }]);
    await didFridge(by(), 'takeFood', { id: ids[0] });
    await leftFood(world, place);
  });

  it('is limited by address; what is refused as nonsense does not count', async () => {
    const place = await plantPlace(world);
    const { hits, seconds } = RATE_LIMITS.putFood;
    for (let each = 0; each <= hits; each++) await onFridge(by(), 'putFood', aFood(place, { amount: 0 }));
    for (let each = 0; each < hits; each++) await leftFood(world, place);
    expect(errorOf(await onFridge(by(), 'putFood', aFood(place)))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: seconds });
    await didFridge(resident(world, '198.51.100.8'), 'putFood', aFood(place));
    world.clock.advance(seconds);
    await leftFood(world, place);
  });
});
