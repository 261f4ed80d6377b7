import { createDice, type Dice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { OVERRIDABLE_GATES } from '@ww/shared/volunteer/gates';
import { KINDS } from '@ww/shared/request/kinds';
import { describe, expect, it, vi } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { done, give, type StaffCommand } from '../support/commands.ts';
import { LIVE_COVERAGE, readCoverage, type Coverage, type CoverageRow } from '../support/coverage.ts';
import { offerTo, RECORD_ANSWER } from '../support/dispatch.ts';
import { LiveClient, type Subscription } from '../support/live-client.ts';
import { caughtUp } from '../support/live-queue.ts';
import { plantCity, type City } from '../support/plant-coverage.ts';
import { aRequest } from '../support/requests.ts';
import { aVolunteer, anOrganisation, newPool, tell, told, type Availability } from '../support/volunteers.ts';
import { useWorld, type World } from '../support/world.ts';

interface Frame {
  coverageChanges: { kind: 'UPSERT' | 'RESET'; cursor: string; id: string; row: CoverageRow };
}

const FILL = 'mutation ($input: FillOfferInput!) { fillOffer(input: $input) { id } }';

/** Coverage as a page holds it: what it loaded, and what came since. */
function followed(seed: Coverage, { frames }: Subscription<Frame>): CoverageRow[] {
  const rows = new Map(seed.rows.map((row) => [row.district, row]));
  for (const { data, errors } of frames) {
    if (!data) throw new Error(JSON.stringify(errors));
    const { kind, id, row } = data.coverageChanges;
    expect(kind).toBe('UPSERT');
    rows.set(id, row);
  }
  return [...rows.values()];
}

interface Stage {
  world: World;
  dice: Dice;
  marta: Actor;
  coordinator: Actor;
  city: City;
  requests: { id: string }[];
}

/** Something that somebody does, by chance: to a request, or to when a volunteer can help. Whether it went through. */
async function act({ world, dice, marta, coordinator, city, requests }: Stage): Promise<boolean> {
  const { id, organisation_id: host } = dice.pick(city.volunteer);
  const by = host ? coordinator : marta;
  const from = dice.int(0, 20) * 60;
  const hours = { from, to: from + dice.int(1, 4) * 60 };
  const day = `2026-11-${String(dice.int(26, 30))}`;
  switch (dice.int(0, 7)) {
    case 0:
      requests.push(
        await aRequest(world, marta, { kind: dice.pick(KINDS), errand: null, due: { to: world.clock.in(dice.int(1, 150) * 3600) } }),
      );
      return true;
    case 1: {
      const until = dice.chance(0.3) ? null : world.clock.in(dice.int(1, 12) * 3600);
      return (await tell(by, 'setDuty', { id, until })).errors === undefined;
    }
    case 2: {
      const [row] = await world.orm.em.fork().execute<{ version: number }[]>('select version from volunteer where id = ?', [id]);
      const weekly = [{ weekday: dice.int(1, 7), ...hours }];
      const exceptions = [{ day, hours: dice.chance(0.5) ? [hours] : [] }];
      return (await tell<Availability>(by, 'setAvailability', { id, version: row?.version, weekly, exceptions })).errors === undefined;
    }
    case 3:
      return (await tell(by, 'addAbsence', { id: newId(), volunteerId: id, from: day, to: day })).errors === undefined;
    case 4:
    case 5: {
      const request = requests.at(-1);
      const overrides = OVERRIDABLE_GATES.map((gate) => ({ gate, reason: 'Umówione.' }));
      const asked = request && (await offerTo(marta, request.id, id, { overrides }));
      if (!asked || asked.errors) return false;
      const input = { key: newId(), id: dataOf(asked).dispatch.offers[0]?.id, accepted: dice.chance(0.8) };
      return (await marta.send(RECORD_ANSWER, { input })).errors === undefined;
    }
    default: {
      const command = dice.pick(['claim', 'release', 'finish', 'cancel', 'triage'] satisfies StaffCommand[]);
      return requests.length > 0 && (await give(world, marta, command, dice.pick(requests))).errors === undefined;
    }
  }
}

describe('coverage that is followed', () => {
  const world = useWorld();

  it.each([1, 2, 3])('equals a fresh query after whatever was done (run %i)', { timeout: 60_000 }, async (seed) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const dice = createDice(seed);
    const city = await plantCity(world, dice, { volunteers: 30, requests: 30 }, marta.personId ?? '');
    const coordinator = await signIn(world, 'ORGANISATION_COORDINATOR', city.organisation[0]?.id);
    const stage = { world, dice, marta, coordinator, city, requests: [] };

    const client = await LiveClient.open(world, coordinator);
    const pages = [];
    for (const kind of [null, 'SHOPPING']) {
      const loaded = await readCoverage(coordinator, kind);
      pages.push({ kind, loaded, frames: client.subscribe<Frame>(LIVE_COVERAGE, { kind, after: loaded.cursor }) });
    }
    let succeeded = 0;
    for (let step = 0; step < 80; step++) if (await act(stage)) succeeded++;
    expect(succeeded).toBeGreaterThan(30);
    const [{ taken } = { taken: 0 }] = await world.orm.em
      .fork()
      .execute<{ taken: number }[]>(
        'select count(*)::int as taken from task join offer on offer.id = task.offer_id where offer.expires_at > ?',
        [world.clock.now()],
      );
    expect(taken).toBeGreaterThan(0);
    await caughtUp(world);

    for (const { kind, loaded, frames } of pages) {
      const { rows } = await readCoverage(coordinator, kind);
      expect(rows).not.toEqual(loaded.rows);
      await vi.waitFor(() => expect(followed(loaded, frames)).toEqual(rows), 5_000);
    }
    client.close();
  });

  it('tells every district of a pool that a name was filled, and that the task came back', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, coordinator } = await anOrganisation(world, marta, { districts: ['wlochy', 'wola'] });
    const volunteer = await aVolunteer(coordinator, { organisationId: id });
    const pool = newPool(id, { districts: ['wlochy', 'wola'], fromMinute: 0, toMinute: 1440 });
    await told(coordinator, 'offerPool', pool);
    const client = await LiveClient.open(world, marta);
    const loaded = await readCoverage(marta, null);
    const frames = client.subscribe<Frame>(LIVE_COVERAGE, { kind: null, after: loaded.cursor });
    const wola = (rows: CoverageRow[]) => rows.find(({ district }) => district === 'wola')?.cells[1]?.supply;
    const same = async (supply: number) => {
      await caughtUp(world);
      const { rows } = await readCoverage(marta, null);
      expect(wola(rows)).toBe(supply);
      await vi.waitFor(() => expect(followed(loaded, frames)).toEqual(rows), 5_000);
    };
    expect(wola(loaded.rows)).toBe(3);

    const request = await aRequest(world, marta);
    const [offer] = dataOf(await offerTo(marta, request.id, '', { volunteerId: null, poolId: pool.id })).dispatch.offers;
    dataOf(await coordinator.send(FILL, { input: { key: newId(), id: offer?.id, volunteerId: volunteer.id } }));
    await same(2);
    await done(world, marta, 'cancel', request);
    await same(3);
    client.close();
  });

  it('tells a burst in one district once, and carries no person', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const client = await LiveClient.open(world, marta);
    const { cursor } = await readCoverage(marta, null);
    const live = client.subscribe<Frame>(LIVE_COVERAGE, { kind: null, after: cursor });
    const due = { to: world.clock.in(6 * 3600) };
    for (let each = 0; each < 5; each++) await aRequest(world, marta, { due });
    await caughtUp(world);
    await vi.waitFor(() => expect(live.frames.at(-1)?.data?.coverageChanges.row.cells[1]?.demand).toBe(5), 5_000);
    expect(live.frames.length).toBeLessThan(5);
    expect(JSON.stringify(live.frames)).not.toMatch(/Halina|Krakowiaków|22 000/);
    client.close();
  });
});
