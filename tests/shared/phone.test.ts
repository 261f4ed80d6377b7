import { formatPhone, normalisePhone } from '@ww/shared/phone';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('phone numbers', () => {
  it.each([
    ['22 000 01 34', '+48220000134'],
    ['220000134', '+48220000134'],
    ['(22) 000-01-34', '+48220000134'],
    ['+48 22 000 01 34', '+48220000134'],
    ['0048 22 000 01 34', '+48220000134'],
    ['  601 000 123 ', '+48601000123'],
    ['+380 44 000 00 00', '+380440000000'],
  ])('reads %j as %s', (typed, e164) => {
    expect(normalisePhone(typed)).toBe(e164);
  });

  it.each(['', 'brak', '22', '000', '22 000 01', '22 000 01 34 567 890', '+', '+999 1', '<b>22</b>', '\u0000'])('refuses %j', (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  });

  it.each([
    ['+48224434498', '22 443 44 98'],
    ['+48723247819', '723 247 819'],
    ['+380440000000', '+380 44 000 0000'],
    ['not a phone', 'not a phone'],
  ])('writes %s as it is read aloud, %s', (e164, aloud) => {
    expect(formatPhone(e164)).toBe(aloud);
  });

  it('is the same number after it was written and typed again', () => {
    const polish = fc.integer({ min: 0, max: 9_999_999 }).map((rest) => `+4822${String(rest).padStart(7, '0')}`);
    fc.assert(
      fc.property(polish, (e164) => {
        expect(normalisePhone(formatPhone(e164))).toBe(e164);
      }),
    );
  });
});
