import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { resident, type Actor } from '../../support/actors.ts';
import { didFridge, FRIDGE_LIVE, foodsOf, fridgeSeen, leftFood, type FridgeFrame, type FridgeSeen } from '../../support/fridge-steps.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { at, closing, didPlace, plantPlace, staffOf, type PlantedPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('a fridge that is followed', () => {
  const world = useWorld();
  async function follow(by: Actor, place: Pick<PlantedPlace, 'id'>, after: string | null): Promise<Subscription<FridgeFrame>> {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    return client.subscribe<FridgeFrame>(FRIDGE_LIVE, { placeId: place.id, after });
  }
  const last = ({ frames }: Subscription<FridgeFrame>) => frames.at(-1)?.data?.fridgeChanges;
  /** As it is shown: the cursor is of the reading. */
  const shown = (board: FridgeSeen | null | undefined) => board && { ...board, cursor: '' };
  async function expectFresh(place: PlantedPlace, live: Subscription<FridgeFrame>) {
    await caughtUp(world);
    const fresh = shown(await fridgeSeen(world, place));
    await vi.waitFor(() => expect(shown(last(live)?.board)).toEqual(fresh), 5_000);
  }
  async function planted() {
    const place = await plantPlace(world);
    await caughtUp(world);
    return {
      place,
      staff: await staffOf(world, place),
      live: await follow(resident(world), place, (await fridgeSeen(world, place)).cursor),
    };
  }

  it('shows everybody, signed in or not, each thing that comes and goes', async () => {
    const { place, staff, live } = await planted();
    const tended = await follow(staff, place, (await fridgeSeen(world, place)).cursor);

    const id = await leftFood(world, place);
    await expectFresh(place, live);
    await expectFresh(place, tended);
    expect(last(live)?.board && foodsOf(last(live)?.board as FridgeSeen)).toMatchObject([{ id }]);

    await didFridge(resident(world), 'takeFood', { id });
    await expectFresh(place, live);
    await didFridge(resident(world), 'putFoodBack', { id });
    await expectFresh(place, live);
    await didFridge(staff, 'discardFood', { id });
    await expectFresh(place, live);
    await expectFresh(place, tended);
  });

  it('shows what the staff changes: rules, shelves, temperatures', async () => {
    const { place, staff, live } = await planted();
    await didFridge(staff, 'logTemperature', { id: newId(), shelfId: place.cold, degrees: 7 });
    await expectFresh(place, live);
    expect(last(live)?.board?.shelves[0]?.temperature).toMatchObject({ degrees: 7, isTooWarm: true });
    await didFridge(staff, 'addShelf', { id: newId(), placeId: place.id, name: 'Owoce', kind: 'DRY', rank: 2 });
    await expectFresh(place, live);
    await didFridge(staff, 'amendFridge', { id: place.id, version: 1, hasFridge: false, refused: [], homeMadeDays: 1, coldMax: 8 });
    await expectFresh(place, live);
    expect(last(live)?.board).toMatchObject({ version: 2, refused: [], place: { hasFridge: false } });
  });

  it('shows a sudden closing and the reopening, whose hours are new', async () => {
    const { place, staff, live } = await planted();
    const closure = closing(place, { from: at('2026-11-26T13:00'), to: at('2026-11-26T20:00') });
    await didPlace(staff, 'closePlace', closure);
    await expectFresh(place, live);
    expect(last(live)?.board?.place.upcoming[0]?.to).toBe(at('2026-11-26T13:00'));
    await didPlace(staff, 'reopenPlace', { id: closure.id });
    await expectFresh(place, live);
    expect(last(live)?.board?.place.upcoming[0]?.to).toBe(at('2026-11-26T20:00'));
  });

  it('says nothing of another place’s fridge', async () => {
    const { place, live } = await planted();
    const other = await plantPlace(world);
    await leftFood(world, other);
    await caughtUp(world);
    const id = await leftFood(world, place);
    await expectFresh(place, live);
    expect(live.frames.every(({ data }) => data?.fridgeChanges.board?.place.id === place.id)).toBe(true);
    expect(foodsOf(last(live)?.board as FridgeSeen).map((food) => food.id)).toEqual([id]);
  });

  it('brings what was missed, and tells a cursor of another log to load again', async () => {
    const { place } = await planted();
    const { cursor } = await fridgeSeen(world, place);
    const id = await leftFood(world, place);
    await caughtUp(world);
    const [missed] = await (await follow(resident(world), place, cursor)).take(1);
    expect(foodsOf(missed?.fridgeChanges.board as FridgeSeen)).toMatchObject([{ id }]);
    const [reset] = await (await follow(resident(world), place, `${newId()}.1`)).take(1);
    expect(reset?.fridgeChanges).toMatchObject({ kind: 'RESET', board: null });
  });

  it('is not there for a place that is not', async () => {
    const live = await follow(resident(world), { id: newId() }, null);
    await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND'), 5_000);
  });
});
