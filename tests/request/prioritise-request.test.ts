import { OPEN_STATES } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { done, requestIn } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { useWorld } from '../support/world.ts';

describe('prioritiseRequest', () => {
  const world = useWorld();

  it.each(OPEN_STATES)('changes the priority of a request that is %s, and nothing else', async (state) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, state, anna);

    const row = await done(world, anna, 'prioritise', request, { priority: 'LOW' });

    expect(row).toEqual({ ...request, priority: 'LOW', version: request.version + 1 });
    await expectChange(world, request, row, anna, { action: 'request.prioritise', reason: 'LOW' });
  });

  behavesAsCommand(world, 'prioritise', { state: 'NEW', allowed: OPEN_STATES });
});
