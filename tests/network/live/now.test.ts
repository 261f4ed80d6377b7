import { describe, expect, it } from 'vitest';
import { resident, type Actor } from '../../support/actors.ts';
import { dataOf } from '../../support/client.ts';
import { coordinatorOf } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('now', () => {
  const world = useWorld();
  const now = async (by: Actor) => dataOf(await by.send<{ now: string }>('{ now }')).now;

  it('is the server’s clock to the millisecond, the same for everybody', async () => {
    const marta = await coordinatorOf(world);
    world.clock.advance(12.345);
    expect(await now(marta)).toBe('2026-11-26T11:00:12.345Z');
    expect(await now(resident(world))).toBe(await now(marta));
    world.clock.advance(-5);
    expect(await now(marta)).toBe('2026-11-26T11:00:07.345Z');
  });
});
