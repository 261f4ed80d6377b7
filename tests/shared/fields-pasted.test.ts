import { check } from '@ww/shared/field-errors';
import { lines, oneLine } from '@ww/shared/fields';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const MAX = 200;
const kept = (schema: ReturnType<typeof lines>, typed: unknown) => {
  const checked = check(schema, typed);
  return checked.ok ? checked.value : checked.errors.map(({ rule }) => rule);
};
const inOne = (typed: unknown) => kept(oneLine(MAX), typed);
const inLines = (typed: unknown) => kept(lines(MAX), typed);

describe('text pasted from a word processor', () => {
  it.each([
    [
      'Word: no-break spaces, curly quotes, an ellipsis and a dash',
      'Zbiórka\u00A0„Ciepło”\u202F– 5\u2009zł\u2026',
      'Zbiórka „Ciepło” – 5 zł…',
    ],
    ['Word: soft hyphens of its own syllables', 'Prze\u00ADwod\u00ADni\u00ADczą\u00ADca', 'Przewodnicząca'],
    ['Word: a no-break hyphen', 'Praga\u2011Północ', 'Praga\u2011Północ'],
    ['Google Docs: a mark of byte order and zero widths', '\uFEFFPlan\u200B spotkania\u2060', 'Plan spotkania'],
    ['LibreOffice: a tab after a number', '1.\tPowitanie', '1. Powitanie'],
    ['PDF: letters and accents apart', 'Zaz\u0307o\u0301łc\u0301 ge\u0328s\u0301la\u0328', 'Zażółć gęślą'],
    ['PDF: accents that a mark stands before', 'z\u200B\u0307', 'ż'],
    ['PDF: ligatures', 'O\uFB01ara i re\uFB02eksja', 'Ofiara i refleksja'],
    ['PDF: the place of a picture', 'Plan \uFFFC sali', 'Plan sali'],
    ['a web page: marks of direction', '\u202AMarta\u202C \u2066Zielonka\u2069\u200F', 'Marta Zielonka'],
    ['a table’s cell: controls', 'Sala\u0007 12\u001F\u007F', 'Sala 12'],
    [
      'several lines in a field for one',
      'Plan\r\n  spotkania\u2028w\u2029grudniu\u000Bi\u000Cstyczniu\u0085',
      'Plan spotkania w grudniu i styczniu',
    ],
    ['an angle bracket, which is only text', '<b>Plan</b> & „chleb”', '<b>Plan</b> & „chleb”'],
  ])('%s', (_from, typed, expected) => {
    expect(inOne(typed)).toBe(expected);
  });

  it.each([
    ['Word: a list', '\u2022\tkoce\r\n\u2022\therbata\r\n', '- koce\n- herbata'],
    ['Word: bullets of its symbol fonts', '\uF0B7 koce\n\uF0A7\therbata\n\uF0D8 kubki', '- koce\n- herbata\n- kubki'],
    [
      'LibreOffice: a list inside a list',
      'Potrzebne:\n\u2022 koce\n  \u25E6 ciepłe\n  \u25AA \u00A0czyste',
      'Potrzebne:\n- koce\n  - ciepłe\n  - czyste',
    ],
    ['Google Docs: a list with circles', '\u25CF koce\n\u25CB ciepłe\n\u25A0 czyste', '- koce\n- ciepłe\n- czyste'],
    ['a dot inside a line, which is no bullet', 'Ochota · Wola\n3 • 4', 'Ochota · Wola\n3 • 4'],
    ['paragraphs with a heap of empty lines', 'Raz \t\n\n\n\n\nDwa\u2029Trzy\u2028Cztery', 'Raz\n\nDwa\nTrzy\nCztery'],
    ['space around and at the ends of lines', '\n \u00A0Raz  \n Dwa\t\n', 'Raz\n Dwa'],
  ])('in lines: %s', (_from, typed, expected) => {
    expect(inLines(typed)).toBe(expected);
  });

  it.each([
    ['a family, which is one picture', '👨‍👩‍👧‍👦 rodziny'],
    ['a trade and a skin', '👩🏽‍🚒 strażaczka'],
    ['a flag of two', '🏳️‍🌈 i 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a heart in colour', '❤️‍🔥 i ❤️'],
    ['Persian', 'می‌خواهم'],
    ['Sinhala', 'ශ්‍රී ලංකා'],
    ['Hindi', 'क्‍ष'],
    ['Ukrainian', 'Ґанок і м’ята'],
  ])('does not take %s apart', (_what, typed) => {
    expect(inOne(typed)).toBe(typed);
    expect(inLines(typed)).toBe(typed);
  });

  it('takes a joiner away that joins nothing', () => {
    expect(inOne('Pl\u200Dan\u200C 👍\u200D spo\u200Dt\u200Ckania \u200Dżółw')).toBe('Plan 👍 spotkania żółw');
  });

  it.each([
    ['nothing', '', 'required'],
    ['only what nobody sees', '\u00A0\u200B\uFEFF\u00AD\u2028\u200D\u0007', 'required'],
    ['a null character', 'Plan\u0000', 'malformed'],
    ['half of a pair', 'Plan\uD83D', 'malformed'],
    ['more than fits', 'ż'.repeat(MAX + 1), 'tooLong'],
  ])('refuses %s', (_what, typed, rule) => {
    expect(inOne(typed)).toEqual([rule]);
    expect(inLines(typed)).toEqual([rule]);
  });

  it('counts what is kept, not what was pasted', () => {
    expect(inOne(`${'z\u0307'.repeat(MAX)}\u200B\u00A0`)).toBe('ż'.repeat(MAX));
  });

  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      ...'\r\n\t\u000B\u0085\u2028\u2029 \u00A0\u202F\u00AD\u200B\u200C\u200D\uFEFF\u2066\uFFFC\u0301\u0307•·▪\uF0B7-\uFB01żł',
      '👩‍🚒',
      'می‌',
    ),
  );
  const pasted = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

  it('changes nothing more when it is sent again, whatever it was', () => {
    fc.assert(
      fc.property(pasted, (typed) => {
        for (const again of [inOne, inLines]) {
          const first = again(typed);
          if (typeof first === 'string') expect(again(first)).toBe(first);
        }
      }),
    );
  });

  it('keeps one line one line, and every letter', () => {
    const letters = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(pasted, (typed) => {
        const line = inOne(typed);
        if (typeof line !== 'string') return;
        expect(line).toMatch(/^\S(?:.*\S)?$/su);
        expect(line).not.toMatch(/[\n\r\t\u2028\u2029]|\s\s/);
        if (!/\p{M}/u.test(typed)) expect(letters(line)).toBe(letters(typed));
        else expect(line).toBe(line.normalize('NFC'));
      }),
    );
  });
});
