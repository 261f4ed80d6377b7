import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { done, give, requestIn } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { useWorld } from '../support/world.ts';

describe('startRequest', () => {
  const world = useWorld();

  it('says that the holder has set out', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, 'ACCEPTED', anna);
    world.clock.advance(600);

    const row = await done(world, anna, 'start', request);

    expect(row).toMatchObject({
      state: 'IN_PROGRESS',
      assigneeId: anna.personId,
      acceptedAt: request.acceptedAt,
      startedAt: world.clock.now().toISOString(),
    });
    await expectChange(world, request, row, anna, { action: 'request.start' });
  });

  it('is a conflict for a colleague who does not hold it, and open to the coordinator', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const request = await requestIn(world, 'ACCEPTED', anna);

    expect(errorOf(await give(world, pawel, 'start', request))).toMatchObject({
      code: 'CONFLICT',
      conflict: { by: anna.name, state: 'ACCEPTED' },
    });
    expect(await done(world, marta, 'start', request)).toMatchObject({
      state: 'IN_PROGRESS',
      assigneeName: anna.name,
      changedByName: marta.name,
    });
  });

  behavesAsCommand(world, 'start', { state: 'ACCEPTED', allowed: ['ACCEPTED'] });
});
