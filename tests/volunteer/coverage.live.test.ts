import { createDice, type Dice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { KINDS } from '@ww/shared/request/kinds';
import { describe, expect, it, vi } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { give, type StaffCommand } from '../support/commands.ts';
import { LIVE_COVERAGE, readCoverage, type Coverage, type CoverageRow } from '../support/coverage.ts';
import { LiveClient, type Subscription } from '../support/live-client.ts';
import { caughtUp } from '../support/live-queue.ts';
import { plantCity } from '../support/plant-coverage.ts';
import { aRequest } from '../support/requests.ts';
import { useWorld, type World } from '../support/world.ts';

interface Frame {
  coverageChanges: { kind: 'UPSERT' | 'RESET'; cursor: string; id: string; row: CoverageRow };
}

const VOLUNTEER = {
  setDuty: 'mutation ($input: SetDutyInput!) { setDuty(input: $input) { version } }',
  setAvailability: 'mutation ($input: SetAvailabilityInput!) { setAvailability(input: $input) { version } }',
  addAbsence: 'mutation ($input: AddAbsenceInput!) { addAbsence(input: $input) { version } }',
};

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

/** Something that somebody does, by chance: to a request, or to when a volunteer can help. */
async function act(world: World, dice: Dice, by: Actor, volunteers: readonly string[], requests: { id: string }[]): Promise<boolean> {
  const key = newId();
  const id = dice.pick(volunteers);
  const tell = async (document: string, input: object) => (await by.send(document, { input: { key, id, ...input } })).errors === undefined;
  const from = dice.int(0, 20) * 60;
  const hours = { from, to: from + dice.int(1, 4) * 60 };
  const day = `2026-11-${String(dice.int(26, 30))}`;
  switch (dice.int(0, 5)) {
    case 0:
      requests.push(
        await aRequest(world, by, { kind: dice.pick(KINDS), errand: null, due: { to: world.clock.in(dice.int(1, 150) * 3600) } }),
      );
      return true;
    case 1:
      return tell(VOLUNTEER.setDuty, { until: dice.chance(0.3) ? null : world.clock.in(dice.int(1, 12) * 3600) });
    case 2: {
      const [row] = await world.orm.em.fork().execute<{ version: number }[]>('select version from volunteer where id = ?', [id]);
      const weekly = [{ weekday: dice.int(1, 7), ...hours }];
      return tell(VOLUNTEER.setAvailability, {
        version: row?.version,
        weekly,
        exceptions: [{ day, hours: dice.chance(0.5) ? [hours] : [] }],
      });
    }
    case 3:
      return tell(VOLUNTEER.addAbsence, { id: key, volunteerId: id, from: day, to: day });
    default: {
      const command = dice.pick(['claim', 'release', 'finish', 'cancel', 'triage'] satisfies StaffCommand[]);
      return requests.length > 0 && (await give(world, by, command, dice.pick(requests))).errors === undefined;
    }
  }
}

describe('coverage that is followed', () => {
  const world = useWorld();

  it.each([1, 2, 3])('equals a fresh query after whatever was done (run %i)', { timeout: 60_000 }, async (seed) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const elsewhere = await signIn(world, 'ORGANISATION_COORDINATOR', newId());
    const dice = createDice(seed);
    const city = await plantCity(world, dice, { volunteers: 30, requests: 30 }, marta.personId ?? '');
    const here = city.volunteer.filter(({ ended_at }) => ended_at === null).map(({ id }) => id);

    const client = await LiveClient.open(world, elsewhere);
    const pages = [];
    for (const kind of [null, 'SHOPPING']) {
      const loaded = await readCoverage(elsewhere, kind);
      pages.push({ kind, loaded, frames: client.subscribe<Frame>(LIVE_COVERAGE, { kind, after: loaded.cursor }) });
    }
    const requests: { id: string }[] = [];
    let succeeded = 0;
    for (let step = 0; step < 60; step++) if (await act(world, dice, marta, here, requests)) succeeded++;
    expect(succeeded).toBeGreaterThan(30);
    await caughtUp(world);

    for (const { kind, loaded, frames } of pages) {
      const { rows } = await readCoverage(elsewhere, kind);
      expect(rows).not.toEqual(loaded.rows);
      await vi.waitFor(() => expect(followed(loaded, frames)).toEqual(rows), 5_000);
    }
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
