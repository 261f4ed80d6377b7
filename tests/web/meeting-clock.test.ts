import { describe, expect, it } from 'vitest';
import { measured, type Offset, surer } from '../../web/src/lib/network/live/offset.ts';

const MINUTE = 60_000;
const offset = (doubtMs: number, at = 0, ms = 100): Offset => ({ ms, doubtMs, at });

describe('a measurement of the server’s clock', () => {
  it('takes the answer for written in the middle of the way, and doubts it by half of the way', () => {
    expect(measured({ sentAt: 1_000, tookMs: 80, serverAt: 5_540 })).toEqual({ ms: 4_500, doubtMs: 40, at: 1_080 });
  });

  it('is right within its doubt wherever on the way the answer was written', () => {
    for (const there of [0, 17, 60, 120]) {
      const { ms, doubtMs } = measured({ sentAt: 1_000, tookMs: 120, serverAt: 1_000 + there + 7_000 });
      expect(Math.abs(ms - 7_000)).toBeLessThanOrEqual(doubtMs);
    }
  });
});

describe('of two measurements', () => {
  it('the one with the shorter way counts', () => {
    const quick = offset(5, 200, 40);
    const slow = offset(90, 400, 70);
    expect(surer(null, slow)).toBe(slow);
    expect(surer(slow, quick)).toBe(quick);
    expect(surer(quick, slow)).toBe(quick);
  });

  it('the older one is worth less with each minute', () => {
    const known = offset(5);
    expect(surer(known, offset(10, MINUTE / 2))).toBe(known);
    const later = offset(10, MINUTE);
    expect(surer(known, later)).toBe(later);
  });

  it('one that is not believed any more gives way to any other', () => {
    const next = offset(700, 1);
    expect(surer(offset(Infinity), next)).toBe(next);
  });
});
