import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { done } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { aRequest } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('triageRequest', () => {
  const world = useWorld();

  it('says that a request has been read, and leaves its priority', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna, { priority: 'LOW' });
    world.clock.advance(60);

    const row = await done(world, anna, 'triage', request);

    expect(row).toMatchObject({
      state: 'TRIAGED',
      priority: 'LOW',
      triagedAt: world.clock.now().toISOString(),
      acceptedAt: null,
      assigneeId: null,
    });
    await expectChange(world, request, row, anna, { action: 'request.triage' });
  });

  it('sets the priority where one is given, and writes it down', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna);

    const row = await done(world, anna, 'triage', request, { priority: 'URGENT' });

    expect(row).toMatchObject({ state: 'TRIAGED', priority: 'URGENT' });
    await expectChange(world, request, row, anna, { action: 'request.triage', reason: 'URGENT' });
  });

  behavesAsCommand(world, 'triage', { state: 'NEW', allowed: ['NEW'] });
});
