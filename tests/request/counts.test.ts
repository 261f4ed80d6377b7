import { DISTRICT_SLUGS } from '@ww/shared/district';
import { bandOf } from '@ww/shared/request/age';
import { STATES } from '@ww/shared/request/transitions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { emptyDatabase } from '../support/db.ts';
import { plant, type Planted } from '../support/plant.ts';
import { useWorld } from '../support/world.ts';

const COUNTS = `query { cityCounts { districts { district open fresh triaged offered accepted inProgress urgent oldestWaitingSince doneToday suppressed } } }`;
const DESK = `query { deskFigures(district: "wlochy") { district open urgent medianMinutesToClaim doneToday lastClosedAt } }`;
type Counts = Record<'open' | 'fresh' | 'triaged' | 'offered' | 'accepted' | 'inProgress' | 'urgent' | 'doneToday', number | null> & {
  district: string;
  oldestWaitingSince: string | null;
  suppressed: boolean;
};
type Desk = {
  deskFigures: {
    district: string;
    open: number;
    urgent: number;
    medianMinutesToClaim: number | null;
    doneToday: number;
    lastClosedAt: string | null;
  };
};

const MIDNIGHT = Date.parse('2026-11-25T23:00:00.000Z');
const isOpen = ({ state }: Planted) => state !== 'DONE' && state !== 'CANCELLED';
const isWaiting = ({ state }: Planted) => state === 'NEW' || state === 'TRIAGED' || state === 'OFFERED';

/** The numbers of a district, counted one by one. */
function countByHand(rows: Planted[], district: string, now: number): Counts {
  const here = rows.filter((row) => row.district === district);
  const count = (test: (row: Planted) => boolean) => here.filter(test).length;
  const waiting = here.filter(isWaiting).map(({ createdAt }) => createdAt.getTime());
  const band = ({ state, priority, createdAt, dueTo }: Planted) =>
    bandOf({ state, priority, createdAt: createdAt.getTime(), dueTo: dueTo.getTime() }, now);
  return {
    district,
    open: count(isOpen),
    fresh: count(({ state }) => state === 'NEW'),
    triaged: count(({ state }) => state === 'TRIAGED'),
    offered: count(({ state }) => state === 'OFFERED'),
    accepted: count(({ state }) => state === 'ACCEPTED'),
    inProgress: count(({ state }) => state === 'IN_PROGRESS'),
    urgent: count((row) => band(row) === 'urgent'),
    oldestWaitingSince: waiting.length > 0 ? new Date(Math.min(...waiting)).toISOString() : null,
    doneToday: count(({ state, closedAt }) => state === 'DONE' && closedAt !== null && closedAt.getTime() >= MIDNIGHT),
    suppressed: false,
  };
}

function medianByHand(rows: Planted[], now: number): number | null {
  const week = rows.filter(({ acceptedAt }) => acceptedAt !== null && acceptedAt.getTime() >= now - 7 * 86_400_000);
  const minutes = week
    .map(({ acceptedAt, createdAt }) => ((acceptedAt?.getTime() ?? 0) - createdAt.getTime()) / 60_000)
    .toSorted((a, b) => a - b);
  const [low, high] = [minutes[Math.floor((minutes.length - 1) / 2)], minutes[Math.ceil((minutes.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

describe('counts', () => {
  const world = useWorld();
  const now = () => world.clock.now().getTime();

  /** Rows around every edge: midnight, an hour and two hours of waiting, the due time, a week ago. */
  const row = (assigneeId: string, at: number) =>
    fc
      .record({
        state: fc.constantFrom(...STATES),
        district: fc.constantFrom('wlochy', 'wlochy', 'ochota', 'bemowo'),
        priority: fc.constantFrom('URGENT' as const, 'NORMAL' as const, 'LOW' as const),
        createdAgo: fc.constantFrom(0, 59, 60, 119, 120, 121, 600, 1_440, 7 * 1_440, 8 * 1_440),
        acceptedAfter: fc.integer({ min: 0, max: 300 }),
        closedAt: fc.constantFrom(MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 1, at),
        dueIn: fc.constantFrom(-60_000, -1, 0, 1, 60_000),
      })
      .map(({ createdAgo, acceptedAfter, closedAt, dueIn, state, ...rest }) => {
        const createdAt = new Date(at - createdAgo * 60_000);
        const wasAccepted = state === 'ACCEPTED' || state === 'IN_PROGRESS' || state === 'DONE';
        const acceptedAt = wasAccepted ? new Date(createdAt.getTime() + acceptedAfter * 60_000) : null;
        return { ...rest, state, assigneeId, createdAt, acceptedAt, closedAt: new Date(closedAt), dueTo: new Date(at + dueIn) };
      });

  it('are, for the city and the desk, what counting one by one gives', { timeout: 60_000 }, async () => {
    const at = now();
    await fc.assert(
      fc.asyncProperty(fc.array(row('', at), { maxLength: 40 }), async (drawn) => {
        const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
        const rows = await plant(
          world,
          drawn.map((each) => ({ ...each, assigneeId: anna.personId ?? '' })),
        );
        const { districts } = dataOf(await anna.send<{ cityCounts: { districts: Counts[] } }>(COUNTS)).cityCounts;
        expect(districts).toEqual(DISTRICT_SLUGS.map((slug) => countByHand(rows, slug, at)));
        const here = rows.filter(({ district }) => district === 'wlochy');
        const { open, urgent, doneToday } = countByHand(rows, 'wlochy', at);
        const closed = here.flatMap(({ closedAt }) => (closedAt ? [closedAt.getTime()] : []));
        expect(dataOf(await anna.send<Desk>(DESK)).deskFigures).toEqual({
          ...{ district: 'wlochy', open, urgent, doneToday, medianMinutesToClaim: medianByHand(here, at) },
          lastClosedAt: closed.length > 0 ? new Date(Math.max(...closed)).toISOString() : null,
        });
        await emptyDatabase(world.orm);
      }),
      { numRuns: 12 },
    );
  });

  it('below 5 are kept from the analyst: four are nothing, five are five', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const analyst = await signIn(world, 'CITY_ANALYST');
    const rows = (state: Planted['state'], count: number, district: string) =>
      Array.from({ length: count }, () => ({ assigneeId: anna.personId ?? '', state, district }));
    await plant(world, [
      ...rows('NEW', 5, 'wlochy'),
      ...rows('DONE', 4, 'wlochy'),
      ...rows('NEW', 4, 'ochota'),
      ...rows('DONE', 5, 'ochota'),
    ]);

    const { districts } = dataOf(await analyst.send<{ cityCounts: { districts: Counts[] } }>(COUNTS)).cityCounts;

    const of = (slug: string) => districts.find(({ district }) => district === slug);
    const hidden = {
      open: null,
      fresh: null,
      triaged: null,
      offered: null,
      accepted: null,
      inProgress: null,
      urgent: null,
      oldestWaitingSince: null,
      doneToday: null,
      suppressed: true,
    };
    expect(of('wlochy')).toEqual({ ...hidden, district: 'wlochy', open: 5, fresh: 5, oldestWaitingSince: world.clock.now().toISOString() });
    expect(of('ochota')).toEqual({ ...hidden, district: 'ochota', doneToday: 5 });
    expect(of('bemowo')).toEqual({ ...hidden, district: 'bemowo' });
  });

  it('let the analyst work out no count below 5 from the others, and see no single request’s time', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const analyst = await signIn(world, 'CITY_ANALYST');
    await fc.assert(
      fc.asyncProperty(fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 8 }))), async (counts) => {
        const states = ['NEW', 'TRIAGED', 'ACCEPTED', 'IN_PROGRESS'] as const;
        await world.orm.em.fork().execute('delete from request_private');
        await world.orm.em.fork().execute('delete from help_request');
        await plant(
          world,
          states.flatMap((state, at) => Array.from({ length: counts[at] ?? 0 }, () => ({ assigneeId: anna.personId ?? '', state }))),
        );
        const { districts } = dataOf(await analyst.send<{ cityCounts: { districts: Counts[] } }>(COUNTS)).cityCounts;
        const { open, fresh, triaged, offered, accepted, inProgress, oldestWaitingSince } = districts.find(
          ({ district }) => district === 'wlochy',
        ) as Counts;
        const parts = [fresh, triaged, offered, accepted, inProgress];
        const shown = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
        const left = open === null ? null : open - shown;
        // what is left after the shown parts is nobody, or enough people not to be found among
        if (left !== null) expect([counts, left === 0 || left >= 5]).toEqual([counts, true]);
        const waiting = (counts[0] ?? 0) + (counts[1] ?? 0);
        if (waiting < 5) expect([counts, oldestWaitingSince]).toEqual([counts, null]);
      }),
      { numRuns: 40 },
    );
  });
});
