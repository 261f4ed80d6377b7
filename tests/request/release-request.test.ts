import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { done, give, requestIn } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { useWorld } from '../support/world.ts';

describe('releaseRequest', () => {
  const world = useWorld();

  it.each(['ACCEPTED', 'IN_PROGRESS'] as const)('gives a request that is %s back to the queue, its triage kept', async (state) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, state, anna);
    world.clock.advance(600);

    const row = await done(world, anna, 'release', request);

    expect(row).toMatchObject({
      state: 'TRIAGED',
      assigneeId: null,
      assigneeName: null,
      triagedAt: request.triagedAt,
      acceptedAt: null,
      startedAt: null,
    });
    await expectChange(world, request, row, anna, { action: 'request.release' });
  });

  it('is a conflict for a colleague, and open to the coordinator', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const request = await requestIn(world, 'ACCEPTED', anna);

    const conflict = { by: anna.name, at: request.acceptedAt, state: 'ACCEPTED' };
    expect(errorOf(await give(world, pawel, 'release', request))).toEqual({ code: 'CONFLICT', conflict });
    expect(await done(world, marta, 'release', request)).toMatchObject({ state: 'TRIAGED', changedByName: marta.name });
  });

  behavesAsCommand(world, 'release', { state: 'ACCEPTED', allowed: ['ACCEPTED', 'IN_PROGRESS'] });
});
