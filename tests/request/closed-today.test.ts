import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { plant } from '../support/plant.ts';
import { useWorld } from '../support/world.ts';

const CLOSED = `query { closedToday(district: "wlochy") { id state closedAt } deskFigures(district: "wlochy") { doneToday } }`;
interface Closed {
  closedToday: { id: string; state: string; closedAt: string }[];
  deskFigures: { doneToday: number };
}

/** A day in Warsaw: now, the first instant that belongs to it, the last that does not. */
const DAYS: [string, string, string][] = [
  ['an ordinary day in winter', '2026-11-26T11:00:00.000Z', '2026-11-25T23:00:00.000Z'],
  ['the last minute of a day', '2026-11-26T22:59:00.000Z', '2026-11-25T23:00:00.000Z'],
  ['the first minute of a day', '2026-11-26T23:01:00.000Z', '2026-11-26T23:00:00.000Z'],
  ['the spring day of 23 hours', '2026-03-29T20:00:00.000Z', '2026-03-28T23:00:00.000Z'],
  ['the morning after the spring change', '2026-03-29T22:30:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['the autumn day of 25 hours', '2026-10-25T22:30:00.000Z', '2026-10-24T22:00:00.000Z'],
  ['the morning after the autumn change', '2026-10-25T23:30:00.000Z', '2026-10-25T23:00:00.000Z'],
];

describe('closedToday', () => {
  const world = useWorld();

  it.each(DAYS)('on %s begins at midnight in Warsaw', async (_day, now, midnight) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    world.clock.set(now);
    const at = (offset: number) => new Date(Date.parse(midnight) + offset);
    const closed = { assigneeId: anna.personId ?? '', state: 'DONE', createdAt: at(-86_400_000) } as const;
    const [, first, later] = await plant(world, [
      { ...closed, closedAt: at(-1) },
      { ...closed, closedAt: at(0) },
      { ...closed, closedAt: at(30_000) },
    ]);
    const [cancelled] = await plant(world, [
      { ...closed, state: 'CANCELLED', closedAt: at(10_000) },
      { ...closed, district: 'ochota', closedAt: at(1) },
    ]);
    await plant(world, [{ ...closed, state: 'NEW' }]);

    const { closedToday, deskFigures } = dataOf(await anna.send<Closed>(CLOSED));

    expect(closedToday.map(({ id }) => id)).toEqual([later?.id, cancelled?.id, first?.id]);
    expect(deskFigures.doneToday).toBe(2);
  });
});
