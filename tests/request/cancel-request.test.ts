import { CANCEL_REASONS } from '@ww/shared/request/kinds';
import { OPEN_STATES } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { done, requestIn } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { useWorld } from '../support/world.ts';

describe('cancelRequest', () => {
  const world = useWorld();

  it.each(OPEN_STATES)('closes a request that is %s, by anyone of the Team, with the reason', async (state) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, state, anna);
    world.clock.advance(60);

    const row = await done(world, pawel, 'cancel', request, { reason: 'OUT_OF_SCOPE' });

    expect(row).toMatchObject({
      state: 'CANCELLED',
      cancelReason: 'OUT_OF_SCOPE',
      closedAt: world.clock.now().toISOString(),
      assigneeName: request.assigneeName,
    });
    await expectChange(world, request, row, pawel, { action: 'request.cancel', reason: 'OUT_OF_SCOPE' });
  });

  it.each(CANCEL_REASONS)('takes the reason %s', async (reason) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    expect(await done(world, anna, 'cancel', await requestIn(world, 'NEW', anna), { reason })).toMatchObject({ cancelReason: reason });
  });

  behavesAsCommand(world, 'cancel', { state: 'NEW', allowed: OPEN_STATES });
});
