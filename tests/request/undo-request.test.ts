import type { State } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { done, give, requestIn, type StaffCommand } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

const LATE = { code: 'INVALID', fields: [{ path: 'version', rule: 'undoLate', limit: 30 }] };
const UNDOABLE: [StaffCommand, State][] = [
  ['triage', 'NEW'],
  ['claim', 'NEW'],
  ['claim', 'TRIAGED'],
  ['assign', 'NEW'],
  ['assign', 'ACCEPTED'],
  ['release', 'ACCEPTED'],
  ['release', 'IN_PROGRESS'],
  ['start', 'ACCEPTED'],
  ['finish', 'ACCEPTED'],
  ['finish', 'IN_PROGRESS'],
  ['cancel', 'NEW'],
  ['cancel', 'IN_PROGRESS'],
  ['prioritise', 'TRIAGED'],
];

describe('undoRequest', () => {
  const world = useWorld();

  it.each(UNDOABLE)('takes back %s from %s: all is as it was, one version on', async (command, state) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const before = await requestIn(world, state, anna);
    world.clock.advance(60);
    const changed = await done(world, anna, command, before);
    world.clock.advance(29);

    const row = await done(world, anna, 'undo', changed);

    expect(row).toEqual({ ...before, version: changed.version + 1, changedAt: world.clock.now().toISOString(), changedByName: anna.name });
    await expectChange(world, changed, row, anna, { action: 'request.undo' });
  });

  it('gives a request back to whom it was taken from', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const held = await requestIn(world, 'ACCEPTED', anna);
    const passed = await done(world, pawel, 'assign', held);
    expect(passed.assigneeName).toBe(pawel.name);
    expect(await done(world, pawel, 'undo', passed)).toMatchObject({
      state: 'ACCEPTED',
      assigneeId: anna.personId,
      assigneeName: anna.name,
    });
  });

  it('takes back the assignment of an intake, not the intake', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna, { assignTo: anna.personId });
    expect(await done(world, anna, 'undo', request)).toMatchObject({ state: 'NEW', assigneeId: null, triagedAt: null, acceptedAt: null });
  });

  it('is possible for 30 seconds, and not for one moment more', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const first = await requestIn(world, 'ACCEPTED', anna);
    const second = await requestIn(world, 'ACCEPTED', anna);
    world.clock.advance(30);
    expect((await done(world, anna, 'undo', first)).state).toBe('NEW');
    world.clock.advance(0.001);
    const before = await snapshotOf(world);
    expect(errorOf(await give(world, anna, 'undo', second))).toEqual(LATE);
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each(['TEAM_MEMBER', 'DISTRICT_COORDINATOR'] as const)('is for who made the change alone, not for another %s', async (role) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const other = await signIn(world, role, 'wlochy');
    const request = await requestIn(world, 'ACCEPTED', anna);
    expect(errorOf(await give(world, other, 'undo', request))).toEqual(LATE);
  });

  it('is stale once anything came after the change, and names the version there is', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const claimed = await requestIn(world, 'ACCEPTED', anna);
    const noted = await done(world, pawel, 'note', claimed);
    expect(errorOf(await give(world, anna, 'undo', claimed))).toEqual({ code: 'STALE', version: noted.version });
    // and what came after can't be jumped over
    expect(errorOf(await give(world, anna, 'undo', noted))).toEqual(LATE);
  });

  it('takes back one change, not two', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const started = await requestIn(world, 'IN_PROGRESS', anna);
    const undone = await done(world, anna, 'undo', started);
    expect(undone.state).toBe('ACCEPTED');
    expect(errorOf(await give(world, anna, 'undo', undone))).toEqual(LATE);
  });

  it.each(['note', 'amend'] as const)('does not take back %s, and refuses an intake', async (command) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna);
    expect(errorOf(await give(world, anna, 'undo', request))).toEqual(LATE);
    expect(errorOf(await give(world, anna, 'undo', await done(world, anna, command, request)))).toEqual(LATE);
  });

  it('does not give a request back to someone who has left the Team', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const passed = await done(world, pawel, 'assign', await requestIn(world, 'ACCEPTED', anna));
    await world.orm.em.fork().execute('delete from role_grant where person_id = ?', [anna.personId]);
    expect(errorOf(await give(world, pawel, 'undo', passed))).toEqual(LATE);
  });

  it('lets one of two who undo at once win', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const claimed = await requestIn(world, 'ACCEPTED', anna);
    const answers = await Promise.all([give(world, anna, 'undo', claimed), give(world, anna, 'undo', claimed)]);
    expect(answers.flatMap(({ errors }) => errors?.map(({ message }) => message) ?? [])).toEqual(['STALE']);
  });

  behavesAsCommand(world, 'undo', {
    state: 'ACCEPTED',
    allowed: ['NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'],
  });
});
