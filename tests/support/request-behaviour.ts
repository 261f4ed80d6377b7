import { newId } from '@ww/shared/id';
import { STATES, type State } from '@ww/shared/request/transitions';
import { expect, it } from 'vitest';
import { signIn, type Actor } from './actors.ts';
import { documentOf, give, leastOf, requestIn, type StaffCommand } from './commands.ts';
import { errorOf } from './client.ts';
import { auditOf, eventsOf } from './log.ts';
import type { Row } from './requests.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

/** Everything of a change that is the same for each staff command: what it leaves behind. */
export async function expectChange(
  world: World,
  before: Row,
  after: Row,
  by: Actor,
  audit: { action: string; reason?: string; to_name?: string },
): Promise<void> {
  expect(after).toMatchObject({
    id: before.id,
    number: before.number,
    version: before.version + 1,
    changedByName: by.name,
    changedAt: world.clock.now().toISOString(),
  });
  const events = await eventsOf(world, before.id);
  expect(events.at(-1)).toMatchObject({ topic: 'request', scope: before.district, version: after.version });
  expect(events).toHaveLength(after.version);
  const expected = {
    actor_id: by.personId,
    actor_name: by.name,
    subject_type: 'request',
    subject_label: String(before.number),
    district: before.district,
  };
  const entries = await auditOf(world, before.id);
  expect(entries).toContainEqual({ ...expected, outcome: 'DONE', reason: null, to_name: null, ...audit });
  expect(entries).toHaveLength(after.version);
}

/** What every staff command owes: once for each key, and a word on who was first where the state forbids it. */
export function behavesAsCommand(
  world: World,
  command: StaffCommand,
  { state, allowed }: { state: State; allowed: readonly State[] },
): void {
  it('answers the same again for the same key, and does it once', async () => {
    const by = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const row = await requestIn(world, state, by);
    const input = { key: newId(), id: row.id, ...leastOf(world, command, by, row.version) };

    const first = await by.send(documentOf(command), { input });
    expect(first.errors).toBeUndefined();
    const before = await snapshotOf(world);
    world.clock.advance(5);
    expect(await by.send(documentOf(command), { input })).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('refuses a key that was used for something else, or by someone else', async () => {
    const by = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const colleague = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [one, other] = [await requestIn(world, state, by), await requestIn(world, state, by)];
    const key = newId();
    expect((await give(world, by, command, one, { key })).errors).toBeUndefined();

    const reused = { code: 'INVALID', fields: [{ path: 'key', rule: 'keyReused' }] };
    expect(errorOf(await give(world, by, command, other, { key }))).toEqual(reused);
    expect(errorOf(await give(world, colleague, command, one, { key }))).toEqual(reused);
  });

  it.each(STATES.filter((forbidden) => !allowed.includes(forbidden)))(
    'is a conflict in %s that names who and when, and changes nothing',
    async (forbidden) => {
      const first = await signIn(world, 'TEAM_MEMBER', 'wlochy');
      const later = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
      const row = await requestIn(world, forbidden, first);
      const at = world.clock.now().toISOString();
      world.clock.advance(90);
      const before = await snapshotOf(world);

      expect(errorOf(await give(world, later, command, row))).toEqual({
        code: 'CONFLICT',
        conflict: { by: first.name, at, state: forbidden },
      });
      expect(await snapshotOf(world)).toBe(before);
    },
  );
}
