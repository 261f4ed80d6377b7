import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { aRequest, REVEAL } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('looking at people', () => {
  const world = useWorld();

  it('has a limit by account, told with the time to wait; others go on', async () => {
    const one = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const other = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, one);
    const look = (by: Actor) => by.send(REVEAL, { input: { key: newId(), id, reason: 'CHECK' } });
    for (let times = 0; times < 200; times++) expect((await look(one)).errors).toBeUndefined();

    const [refused] = (await look(one)).errors ?? [];

    expect(refused?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 3_600 });
    expect((await look(other)).errors).toBeUndefined();
    world.clock.advance(3_601);
    expect((await look(one)).errors).toBeUndefined();
  });
});
