import { FIELD_RULES } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { checkDue, LIMITS, NoteRequest, SubmitRequest } from '@ww/shared/request/input';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const now = new Date('2026-11-26T11:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const note = (text: unknown) => check(NoteRequest, { key: newId(), id: newId(), text });

describe('the due window', () => {
  it.each([
    ['at once, until later today', null, days(0.2), []],
    ['a minute ahead', null, new Date(now.getTime() + 60_000), []],
    ['60 days ahead to the second', null, days(60), []],
    ['61 days ahead', null, days(61), [{ path: 'due.to', rule: 'dueTooFar', limit: 60 }]],
    ['over already', null, days(-1), [{ path: 'due.to', rule: 'dueInPast' }]],
    ['over this very moment', null, now, [{ path: 'due.to', rule: 'dueInPast' }]],
    ['begun already', days(-1), days(1), []],
    ['ended before it starts', days(2), days(1), [{ path: 'due.to', rule: 'dueOrder' }]],
    ['ended as it starts', days(1), days(1), [{ path: 'due.to', rule: 'dueOrder' }]],
  ])('%s', (_what, from, to, errors) => {
    expect(checkDue({ from, to }, now)).toEqual(errors);
  });
});

describe('input schemas', () => {
  it('keep text as it is but for the space around', () => {
    expect(note('  <b>Mleko</b> 🥛 & „chleb”\n\tZażółć  ')).toMatchObject({
      ok: true,
      value: { text: '<b>Mleko</b> 🥛 & „chleb”\n\tZażółć' },
    });
  });

  it.each([
    ['nothing', '', 'required'],
    ['only space', ' \u00a0\n ', 'required'],
    ['more than fits', 'a'.repeat(LIMITS.note + 1), 'tooLong'],
    ['a null byte, which the database refuses', 'a\u0000b', 'malformed'],
    ['half of a surrogate pair, which is no text', 'a\ud800b', 'malformed'],
  ])('refuse %s', (_what, text, rule) => {
    expect(note(text)).toMatchObject({ ok: false, errors: [{ path: 'text', rule }] });
  });

  it('answer anything at all with known rules, never with a throw', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom('key', 'id', 'district', 'person', 'due', 'words', 'helpers', 'address'), fc.anything()),
        (whole, parts) => {
          for (const value of [whole, parts]) {
            const checked = check(SubmitRequest, value);
            expect(checked.ok).toBe(false);
            if (!checked.ok) for (const { rule } of checked.errors) expect(FIELD_RULES).toContain(rule);
          }
        },
      ),
    );
  });
});
