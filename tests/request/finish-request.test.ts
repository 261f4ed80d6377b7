import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { done, give, requestIn } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { useWorld } from '../support/world.ts';

describe('finishRequest', () => {
  const world = useWorld();

  it.each(['ACCEPTED', 'IN_PROGRESS'] as const)('ends an errand that is %s, and keeps who did it', async (state) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, state, anna);
    world.clock.advance(1_800);

    const row = await done(world, anna, 'finish', request);

    const { acceptedAt, startedAt } = request;
    expect(row).toMatchObject({
      state: 'DONE',
      assigneeName: anna.name,
      acceptedAt,
      startedAt,
      closedAt: world.clock.now().toISOString(),
      cancelReason: null,
    });
    await expectChange(world, request, row, anna, { action: 'request.finish' });
  });

  it('is a conflict for a colleague who does not hold it, and open to the coordinator', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const request = await requestIn(world, 'IN_PROGRESS', anna);

    expect(errorOf(await give(world, pawel, 'finish', request))).toMatchObject({
      code: 'CONFLICT',
      conflict: { by: anna.name, state: 'IN_PROGRESS' },
    });
    expect(await done(world, marta, 'finish', request)).toMatchObject({
      state: 'DONE',
      assigneeName: anna.name,
      changedByName: marta.name,
    });
  });

  behavesAsCommand(world, 'finish', { state: 'IN_PROGRESS', allowed: ['ACCEPTED', 'IN_PROGRESS'] });
});
