import { STATES } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { done, requestIn } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { reveal } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('noteRequest', () => {
  const world = useWorld();

  it.each(STATES)('adds a note to a request that is %s, for whoever reveals it later', async (state) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, state, anna);
    world.clock.advance(60);
    const firstAt = world.clock.now().toISOString();

    const row = await done(world, anna, 'note', request, { text: '  Klucz u dozorcy, <b>parter</b>.  ' });
    await expectChange(world, request, row, anna, { action: 'request.note' });
    world.clock.advance(60);
    await done(world, pawel, 'note', request, { text: 'Woli po 16.' });

    const { notes } = await reveal(anna, request.id);
    expect(notes).toMatchObject([
      { text: 'Klucz u dozorcy, <b>parter</b>.', byName: anna.name, at: firstAt },
      { text: 'Woli po 16.', byName: pawel.name, at: world.clock.now().toISOString() },
    ]);
    expect(row).toEqual({ ...request, version: request.version + 1, changedAt: firstAt, changedByName: anna.name });
  });

  it('can be given by a colleague who does not hold the request, and takes nothing from its holder', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, 'IN_PROGRESS', anna);
    expect(await done(world, pawel, 'note', request)).toMatchObject({ state: 'IN_PROGRESS', assigneeName: anna.name });
  });

  behavesAsCommand(world, 'note', { state: 'NEW', allowed: STATES });
});
