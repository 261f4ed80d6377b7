import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { done, give, requestIn } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

describe('assignRequest', () => {
  const world = useWorld();

  it.each(['TEAM_MEMBER', 'DISTRICT_COORDINATOR'] as const)('gives a request to a %s of the district, and says to whom', async (role) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const colleague = await signIn(world, role, 'wlochy');
    const request = await aRequest(world, anna);
    world.clock.advance(60);

    const row = await done(world, anna, 'assign', request, { assigneeId: colleague.personId });

    const now = world.clock.now().toISOString();
    expect(row).toMatchObject({
      state: 'ACCEPTED',
      assigneeId: colleague.personId,
      assigneeName: colleague.name,
      triagedAt: now,
      acceptedAt: now,
    });
    await expectChange(world, request, row, anna, { action: 'request.assign', to_name: colleague.name });
  });

  it('passes a request on from one colleague to another', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, 'ACCEPTED', anna);
    world.clock.advance(60);

    const row = await done(world, anna, 'assign', request, { assigneeId: pawel.personId });

    expect(row).toMatchObject({
      state: 'ACCEPTED',
      assigneeName: pawel.name,
      triagedAt: request.triagedAt,
      acceptedAt: world.clock.now().toISOString(),
    });
  });

  it('refuses anyone who is not of the Team, beside the field', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna);
    const outsiders = [
      await signIn(world, 'TEAM_MEMBER', 'ochota'),
      await signIn(world, 'VOLUNTEER'),
      // named like the district, and yet no district
      await signIn(world, 'ORGANISATION_COORDINATOR', 'wlochy'),
      await signIn(world, 'ADMIN'),
      { personId: newId() },
    ];
    const before = await snapshotOf(world);
    for (const { personId } of outsiders) {
      const answer = await give(world, anna, 'assign', request, { assigneeId: personId });
      expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [{ path: 'assigneeId', rule: 'assignee' }] });
    }
    expect(await snapshotOf(world)).toBe(before);
  });

  behavesAsCommand(world, 'assign', { state: 'NEW', allowed: ['NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED'] });
});
