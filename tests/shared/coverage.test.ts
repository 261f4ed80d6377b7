import { balanceOf, coverageOf, extremesOf, halfDays, halfOf, type CoveringVolunteer } from '@ww/shared/volunteer/coverage';
import { fromWarsaw } from '@ww/shared/time';
import { describe, expect, it } from 'vitest';

const NOON = fromWarsaw('2026-11-26T12:00');
const at = (wall: string) => fromWarsaw(wall).getTime();

describe('the half-day of a request', () => {
  const halves = halfDays(NOON);
  it.each([
    ['overdue since yesterday: now', '2026-11-25T10:00', 1],
    ['due this morning: now', '2026-11-26T11:00', 1],
    ['due tonight', '2026-11-26T20:00', 1],
    ['due at midnight, which ends today', '2026-11-27T00:00', 1],
    ['due tomorrow morning', '2026-11-27T09:00', 2],
    ['due at noon, which ends the morning', '2026-11-27T12:00', 2],
    ['due a minute after noon', '2026-11-27T12:01', 3],
    ['due as the week ends', '2026-12-03T00:00', 13],
    ['due after the week', '2026-12-03T00:01', -1],
  ])('%s', (_what, due, half) => {
    expect(halfOf(halves, at(due), NOON.getTime())).toBe(half);
  });
});

describe('who can help', () => {
  const volunteer = (over: Partial<CoveringVolunteer> = {}): CoveringVolunteer => ({
    ...{ districts: ['wlochy'], kinds: ['SHOPPING'], maxOpen: 2, tasks: [] },
    availability: { weekly: [{ weekday: 4, from: 720, to: 900 }], exceptions: [], absences: [], dutyUntil: null },
    ...over,
  });
  const today = (who: CoveringVolunteer, now = NOON) =>
    coverageOf({ volunteers: [who], pools: [], waiting: [] }, ['wlochy'], null, now)[0]?.cells[1]?.supply;
  const task = (from: string, to: string) => ({ from: at(`2026-11-26T${from}`), to: at(`2026-11-26T${to}`) });

  it('has an hour left, to the minute', () => {
    expect(today(volunteer(), fromWarsaw('2026-11-26T14:00'))).toBe(1);
    expect(today(volunteer(), fromWarsaw('2026-11-26T14:01'))).toBe(0);
  });

  it('is not busy for all but an hour of it', () => {
    expect(today(volunteer({ tasks: [task('12:00', '14:00')] }))).toBe(1);
    expect(today(volunteer({ tasks: [task('12:30', '14:31')] }))).toBe(0);
  });

  it('has no more tasks today than may be, whenever they are', () => {
    const full = volunteer({ maxOpen: 1, tasks: [{ from: at('2026-11-30T09:00'), to: at('2026-11-30T10:00') }] });
    expect(today(full)).toBe(0);
    const nextWeek = { ...full, availability: { ...full.availability, weekly: [{ weekday: 5, from: 0, to: 720 }] } };
    const [row] = coverageOf({ volunteers: [nextWeek], pools: [], waiting: [] }, ['wlochy'], null, NOON);
    expect(row?.cells.map((cell) => cell?.supply ?? null)).toEqual([null, 0, 1, ...Array.from({ length: 11 }, () => 0)]);
    expect(row?.freeToday).toBe(0);
  });
});

describe('the extremes of a week', () => {
  const cells = (...balances: (number | null)[]) =>
    balances.map((balance) => (balance === null ? null : { supply: 10 + balance, demand: 10 }));

  it('are the earliest of the largest', () => {
    expect(extremesOf(cells(null, 2, -3, 6, -3, 6))).toEqual({ worst: 2, best: 3 });
  });

  it('are none where nobody lacks, or nobody is to spare', () => {
    expect(extremesOf(cells(null, 0, 4))).toEqual({ worst: null, best: 2 });
    expect(extremesOf(cells(-1, 0))).toEqual({ worst: 0, best: null });
    expect(extremesOf(cells(0, 0))).toEqual({ worst: null, best: null });
  });

  it('weigh people against requests', () => {
    expect(balanceOf({ supply: 2, demand: 5 })).toBe(-3);
  });
});
