import type { Cell } from '@ww/shared/volunteer/coverage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageAddress, kindFrom } from '../../web/src/lib/coverage/address.ts';
import { heatOf, lackingOn, signed, step, STEPS, toneOf } from '../../web/src/lib/coverage/heat.ts';
import { pieces } from '../../web/src/lib/coverage/pieces.ts';

const row = (district: string, balances: (number | null)[], firstDay = '2026-11-26') => ({
  ...{ district, firstDay, onDuty: 0, freeToday: 0, openByKind: [] },
  cells: balances.map((balance) => (balance === null ? null : { supply: Math.max(0, balance), demand: Math.max(0, -balance) })),
});
const week = (...first: (number | null)[]) => [...first, ...Array.from({ length: 14 - first.length }, () => 0)];

describe('a cell', () => {
  it.each([
    [-12, '−12', 'b2'],
    [-3, '−3', 'b2'],
    [-2, '−2', 'b1'],
    [-1, '−1', 'b1'],
    [0, '0', 'z'],
    [2, '+2', 'z'],
    [3, '+3', 'p1'],
    [5, '+5', 'p1'],
    [6, '+6', 'p2'],
  ])('of %i reads %s and looks %s', (balance, text, tone) => {
    expect([signed(balance), toneOf(balance)]).toEqual([text, tone]);
  });
});

describe('the table', () => {
  it('shows the chosen district apart and the others by the Polish alphabet', () => {
    const { own, others, halves } = heatOf(
      [row('zoliborz', week()), row('wlochy', week()), row('srodmiescie', week()), row('targowek', week())],
      'wlochy',
    );
    expect(own?.district).toBe('wlochy');
    expect(others.map(({ district }) => district)).toEqual(['srodmiescie', 'targowek', 'zoliborz']);
    expect(halves[0]).toMatchObject({ day: '2026-11-26', half: 'MORNING' });
    expect(halves.at(-1)).toMatchObject({ day: '2026-12-02', half: 'AFTERNOON' });
  });

  it('empties rows of a week that is over when others tell of the next one', () => {
    const { halves, others } = heatOf([row('wola', week(1)), row('wawer', week(2), '2026-11-27')], null);
    expect(halves[0]?.day).toBe('2026-11-27');
    expect(others.map(({ cells }) => cells[0])).toEqual([{ supply: 2, demand: 0 }, null]);
  });

  it('has nothing to show before anything was read', () => {
    expect(heatOf([], 'wlochy')).toEqual({ halves: [], own: null, others: [] });
  });

  it('names the districts that lack people on a day, the worst first', () => {
    const rows = [row('wola', week(null, -1, -9)), row('wawer', week(-2, 4)), row('ursus', week(3, 0, -1))];
    const { halves } = heatOf(rows, null);
    expect(lackingOn(rows, halves, '2026-11-26')).toEqual([
      { district: 'wawer', balance: -2 },
      { district: 'wola', balance: -1 },
    ]);
    expect(lackingOn(rows, halves, '2026-11-28')).toEqual([]);
  });
});

describe('arrow keys over the cells', () => {
  const cell: Cell = { supply: 0, demand: 0 };
  const grid = [
    [null, cell, cell],
    [null, cell, cell],
  ];

  it('lead to the neighbour, to the ends of the row, and never out of the table or into what is over', () => {
    const at = { row: 0, column: 2 };
    expect(step(grid, at, 'ArrowLeft')).toEqual({ row: 0, column: 1 });
    expect(step(grid, at, 'ArrowDown')).toEqual({ row: 1, column: 2 });
    expect(step(grid, at, 'Home')).toEqual({ row: 0, column: 1 });
    expect(step(grid, { row: 1, column: 1 }, 'End')).toEqual({ row: 1, column: 2 });
    expect(step(grid, { row: 0, column: 1 }, 'ArrowLeft')).toEqual({ row: 0, column: 1 });
    for (const key of ['ArrowRight', 'ArrowUp', 'Enter']) expect(step(grid, at, key)).toEqual(at);
  });

  it('stay on a cell that is there, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (pressed) => {
        const { row: line, column } = pressed.reduce((from, key) => step(grid, from, key), { row: 0, column: 1 });
        expect(grid[line]?.[column]).toBe(cell);
      }),
    );
  });
});

describe('the address', () => {
  it('names the kind and the district, and forgets the kind with "everything"', () => {
    const url = new URL('https://ww.example.org/uk/wolontariusze?dzielnica=wola');
    expect(coverageAddress(url, { kind: 'SHOPPING' })).toBe('/uk/wolontariusze?dzielnica=wola&pomoc=zakupy');
    expect(coverageAddress(new URL('?pomoc=inne', url), { kind: null })).toBe('/uk/wolontariusze');
    expect(coverageAddress(new URL('?pomoc=inne', url), { district: 'ursus' })).toBe('/uk/wolontariusze?pomoc=inne&dzielnica=ursus');
    expect(kindFrom(new URL('?pomoc=zwierze', url))).toBe('PET');
    expect(kindFrom(new URL('?pomoc=PET', url))).toBeNull();
  });
});

it('a sentence falls into what is missing, what there is to spare, and the rest', () => {
  expect(pieces('We Włochach *dziś zabraknie 3 osób*, a w sobotę będzie _zapas 6_.')).toEqual([
    { text: 'We Włochach ', tone: null },
    { text: 'dziś zabraknie 3 osób', tone: 'red' },
    { text: ', a w sobotę będzie ', tone: null },
    { text: 'zapas 6', tone: 'wisla' },
    { text: '.', tone: null },
  ]);
  expect(pieces('Starczy.')).toEqual([{ text: 'Starczy.', tone: null }]);
});
