import { createDice } from '@ww/server/demo/random';
import { DISTRICT_SLUGS } from '@ww/shared/district';
import { KINDS } from '@ww/shared/request/kinds';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { countByHand } from '../support/count-coverage.ts';
import { COVERAGE, readCoverage, type Coverage } from '../support/coverage.ts';
import { plantCity } from '../support/plant-coverage.ts';
import { watchSql } from '../support/sql-watch.ts';
import { useWorld } from '../support/world.ts';

describe('coverage', () => {
  const world = useWorld();

  it.each([
    ['a November noon', '2026-11-26T11:00:00.000Z', 1],
    ['a morning, with the whole day ahead', '2026-11-26T05:23:00.000Z', 2],
    ['the last minutes of a day', '2026-11-26T22:31:00.000Z', 3],
    ['the days before the night that skips an hour', '2026-03-27T14:10:00.000Z', 4],
    ['the day before the night that repeats one', '2026-10-24T09:45:00.000Z', 5],
  ])('at %s is what counting minute by minute gives', { timeout: 120_000 }, async (_when, now, seed) => {
    world.clock.set(now);
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const city = await plantCity(world, createDice(seed), { volunteers: 300, requests: 300 }, marta.personId ?? '');
    for (const kind of [null, ...KINDS]) {
      const { rows } = await readCoverage(marta, kind);
      expect(rows.map(({ district }) => district)).toEqual(DISTRICT_SLUGS);
      for (const row of rows) expect(row).toEqual(countByHand(city, row.district, kind, world.clock.now()));
    }
  });

  it.each([3, 40])('is read in three statements, here of %i volunteers', async (volunteers) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    await plantCity(world, createDice(6), { volunteers, requests: volunteers }, marta.personId ?? '');
    const sql = watchSql(world.orm);
    await readCoverage(marta, null);
    // letters and timers of earlier tests may be at work beside it
    expect(sql.count(/^(?![\s\S]*(?:from offer f\b| as "))[\s\S]*\b(?:volunteer|volunteer_\w+|help_request|task|offer)\b/)).toBe(3);
  });

  it('names its half-days by Warsaw’s clock, also where a night is longer', async () => {
    world.clock.set('2026-10-24T09:45:00.000Z');
    const { halves } = await readCoverage(await signIn(world, 'TEAM_MEMBER', 'wlochy'), null);
    expect(halves).toHaveLength(14);
    expect(halves.slice(0, 4)).toEqual([
      { day: '2026-10-24', half: 'MORNING', from: '2026-10-23T22:00:00.000Z', to: '2026-10-24T10:00:00.000Z' },
      { day: '2026-10-24', half: 'AFTERNOON', from: '2026-10-24T10:00:00.000Z', to: '2026-10-24T22:00:00.000Z' },
      { day: '2026-10-25', half: 'MORNING', from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T11:00:00.000Z' },
      { day: '2026-10-25', half: 'AFTERNOON', from: '2026-10-25T11:00:00.000Z', to: '2026-10-25T23:00:00.000Z' },
    ]);
  });

  it('has a row of nobody for every district of an empty city', async () => {
    const { rows } = await readCoverage(await signIn(world, 'ORGANISATION_COORDINATOR', 'wlochy'), 'PET');
    expect(rows).toHaveLength(18);
    for (const { onDuty, freeToday, openByKind, cells } of rows) {
      expect([onDuty, freeToday]).toEqual([0, 0]);
      expect(openByKind).toEqual(KINDS.map((kind) => ({ kind, count: 0 })));
      expect(cells).toEqual([null, ...Array.from({ length: 13 }, () => ({ supply: 0, demand: 0 }))]);
    }
  });

  it.each(['VOLUNTEER', 'CITY_ANALYST', 'AUDITOR', 'ADMIN'] as const)('is not for %s', async (role) => {
    const by = await signIn(world, role, null);
    expect(errorOf(await by.send(COVERAGE)).code).toBe('NOT_FOUND');
  });

  it('does not know a kind that is none', async () => {
    const by = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    expect(errorOf(await by.send(COVERAGE, { kind: 'DANCING' })).code).toBe('INVALID');
    expect(dataOf(await by.send<{ coverage: Coverage }>(COVERAGE, { kind: null })).coverage.halves).toHaveLength(14);
  });
});
