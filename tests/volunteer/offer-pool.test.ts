import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { anOrganisation, newPool, tell, told, type OrganisationView } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('offerPool', () => {
  const world = useWorld();

  it('offers people without names; the districts that they are for hear of it', async () => {
    const { id, coordinator: olga } = await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'));
    const input = newPool(id, { districts: ['wola'], weekdays: [5, 1, 5] });

    const { pools } = await told<OrganisationView>(olga, 'offerPool', input);

    const { weekdays: _typed, ...rest } = input;
    expect(pools).toEqual([{ ...rest, weekdays: [1, 5], version: 1 }]);
    expect((await eventsOf(world, id)).slice(1)).toMatchObject([
      { topic: 'organisation', scope: 'wlochy' },
      { topic: 'organisation', scope: 'wola' },
    ]);
    expect(await auditOf(world, input.id)).toMatchObject([
      { action: 'pool.write', actor_id: olga.personId, subject_type: 'pool', subject_label: '3', district: 'wlochy', to_name: null },
    ]);
  });

  it.each([
    [{ toMinute: 540 }, 'toMinute', 'hoursOrder'],
    [{ fromMinute: 1441, toMinute: 1500 }, 'fromMinute', 'tooLarge'],
    [{ toDay: '2026-11-25', fromDay: '2026-11-20' }, 'toDay', 'dueInPast'],
    [{ toDay: '2026-11-25' }, 'toDay', 'dueOrder'],
    [{ toDay: '2026-11-31' }, 'toDay', 'day'],
    [{ weekdays: [] }, 'weekdays', 'required'],
    [{ weekdays: [8] }, 'weekdays.0', 'tooLarge'],
    [{ headcount: 0 }, 'headcount', 'tooSmall'],
    [{ headcount: 501 }, 'headcount', 'tooLarge'],
    [{ kinds: [] }, 'kinds', 'required'],
  ])('refuses %j: %s %s', async (over, path, rule) => {
    const { id, coordinator: olga } = await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'));
    const before = await snapshotOf(world);
    expect(errorOf(await tell(olga, 'offerPool', newPool(id, over))).fields).toContainEqual(expect.objectContaining({ path, rule }));
    expect(await snapshotOf(world)).toBe(before);
  });

  it('answers the same again for the same key, and refuses an id that is taken', async () => {
    const { id, coordinator: olga } = await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'));
    const input = { key: newId(), ...newPool(id) };
    const first = await told(olga, 'offerPool', input);
    const before = await snapshotOf(world);
    expect(await told(olga, 'offerPool', input)).toEqual(first);
    expect(errorOf(await tell(olga, 'offerPool', { ...input, key: newId() })).fields).toEqual([{ path: 'id', rule: 'taken' }]);
    expect(await snapshotOf(world)).toBe(before);
  });
});
