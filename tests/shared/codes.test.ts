import { CODE_LENGTH, codeFromBytes, newId, normaliseCode } from '@ww/shared/id';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("a resident's code", () => {
  it('is three groups of four without letters that are mistaken for others', () => {
    fc.assert(
      fc.property(bytes, (from) => {
        expect(codeFromBytes(from)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('holds 60 bits: five of each of twelve bytes', () => {
    expect(CODE_LENGTH * 5).toBeGreaterThanOrEqual(50);
    for (let at = 0; at < CODE_LENGTH; at++) {
      const spoken = new Set(Array.from({ length: 256 }, (_, value) => codeFromBytes(new Uint8Array(32).fill(value, at, at + 1))));
      expect(spoken.size).toBe(32);
    }
  });

  it('is found again however it was typed', () => {
    const typed = fc.tuple(
      bytes,
      fc.boolean(),
      fc.constantFrom('', ' ', '-', ' – ', '.'),
      fc.constantFrom('O', 'o', '0'),
      fc.constantFrom('I', 'i', 'L', 'l', '1'),
    );
    fc.assert(
      fc.property(typed, ([from, lower, between, zero, one]) => {
        const code = codeFromBytes(from);
        const written = code.replaceAll('-', between).replaceAll('0', zero).replaceAll('1', one);
        expect(normaliseCode(lower ? written.toLowerCase() : written)).toBe(code);
      }),
    );
  });

  it.each([
    ['O and o for zero', 'oO0O-oooo-0000', '0000-0000-0000'],
    ['I, L and their small letters for one', 'iIlL-1111-IlIl', '1111-1111-1111'],
    ['spaces around', '  k7qp 4m2x 9rtb ', 'K7QP-4M2X-9RTB'],
    ['no dashes', 'K7QP4M2X9RTB', 'K7QP-4M2X-9RTB'],
  ])('forgives %s', (_what, typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });

  it.each(['', 'K7QP', 'K7QP-4M2X-9RT', 'K7QP-4M2X-9RTBB', 'U7QP-4M2X-9RTB', 'KÓQP-4M2X-9RTB', '\u0000'.repeat(12)])(
    'is not %j',
    (typed) => {
      expect(normaliseCode(typed)).toBeNull();
    },
  );
});

describe('newId', () => {
  it('is a UUIDv7 that sorts by the time it was made', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 48 - 1 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(times, (made) => {
        const ids = made.map((at) => newId(at));
        for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        const inTime = made.toSorted((a, b) => a - b).map((at) => ids[made.indexOf(at)]);
        expect(ids.toSorted()).toEqual(inTime);
      }),
    );
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 5_000 }, () => newId(0))).size).toBe(5_000);
  });
});
