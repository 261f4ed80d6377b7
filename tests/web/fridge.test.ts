import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrDrawing } from '../../web/src/lib/fridge/qr-path.ts';
import { rowsAfter } from '../../web/src/lib/fridge/rows.ts';

const food = (id: string, amount = 1) => ({ id, amount });
const NOW = Date.parse('2026-11-26T11:00:00Z');
const seen = (rows: ReturnType<typeof rowsAfter<ReturnType<typeof food>>>) =>
  rows.map(({ food: { id }, goneAt }) => (goneAt === null ? id : `(${id})`));

describe('the rows of a shelf', () => {
  const before = rowsAfter(
    [],
    ['a', 'b', 'c'].map((id) => food(id)),
    NOW,
  );

  it('stay where they are: what came is last, what is gone leaves a stub', () => {
    const rows = rowsAfter(before, [food('new'), food('a'), food('c', 5)], NOW);
    expect(seen(rows)).toEqual(['a', '(b)', 'c', 'new']);
    expect(rows[2]?.food.amount).toBe(5);
  });

  it('lose a stub after twenty seconds, counted from when it was gone', () => {
    const left = [food('a'), food('c')];
    const gone = rowsAfter(before, left, NOW);
    const later = rowsAfter(gone, left, NOW + 19_999);
    expect(seen(later)).toEqual(['a', '(b)', 'c']);
    expect(seen(rowsAfter(later, left, NOW + 20_000))).toEqual(['a', 'c']);
  });

  it('have it in its old place when it is put back', () => {
    const gone = rowsAfter(before, [food('a'), food('c')], NOW);
    expect(seen(rowsAfter(gone, [food('b'), food('a'), food('c')], NOW + 5_000))).toEqual(['a', 'b', 'c']);
  });

  it('show all that is there once, whatever happened before', () => {
    const shelf = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(fc.array(shelf, { minLength: 1 }), (steps) => {
        let rows: ReturnType<typeof rowsAfter<ReturnType<typeof food>>> = [];
        steps.forEach(
          (ids, step) =>
            (rows = rowsAfter(
              rows,
              ids.map((id) => food(id)),
              NOW + step * 7_000,
            )),
        );
        const there = rows.flatMap(({ food: { id }, goneAt }) => (goneAt === null ? [id] : []));
        expect(there.toSorted()).toEqual(steps.at(-1)?.toSorted());
        expect(new Set(rows.map(({ food: { id } }) => id)).size).toBe(rows.length);
      }),
    );
  });
});

describe('the code on the door', () => {
  const PIXELS = 6;
  /** What a phone's camera would see: the drawn path in black on white. `worn`: modules for which it says so are white. */
  function photo(address: string, worn: (x: number, y: number) => boolean = () => false) {
    const { size, path } = qrDrawing(address);
    const side = size * PIXELS;
    const data = new Uint8Array(side * side * 4).fill(255);
    for (const [, left, top] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
      const [x, y] = [Number(left), Number(top)];
      if (worn(x, y)) continue;
      for (let at = 0; at < PIXELS * PIXELS; at++) {
        const pixel = (y * PIXELS + Math.floor(at / PIXELS)) * side + x * PIXELS + (at % PIXELS);
        data.set([0, 0, 0], pixel * 4);
      }
    }
    return { width: side, height: side, data };
  }
  const ADDRESS = 'https://wspiera.example.org/jadlodzielnia/mal-wlochy';

  it('reads as the page’s address', () => {
    for (const address of [ADDRESS, 'http://localhost:3000/jadlodzielnia/mal-nad-kanalem']) expect(decodeQR(photo(address))).toBe(address);
  });

  it('reads with a hole worn into it, and has light around it', () => {
    const { size, path } = qrDrawing(ADDRESS);
    const [from, to] = [Math.floor(size / 2) - 3, Math.floor(size / 2) + 3];
    expect(decodeQR(photo(ADDRESS, (x, y) => x >= from && x <= to && y >= from && y <= to))).toBe(ADDRESS);
    const edges = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect([Math.min(...edges), Math.max(...edges)]).toEqual([4, size - 5]);
  });
});
