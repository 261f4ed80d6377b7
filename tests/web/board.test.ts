import fc from 'fast-check';
import { BOARD_KINDS, BOARD_SIDES, BOARD_STATES } from '@ww/shared/network/terms';
import { describe, expect, it } from 'vitest';
import { columnsOf, kindsOn, standing } from '../../web/src/lib/network/board/arrange.ts';

const entry = (id: string, over: object = {}) => ({ id, side: 'NEED', kind: 'FOOD', state: 'OPEN', ...over }) as const;
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the board in its columns', () => {
  it('keeps what ended in its place and what came out of sight, until it is arranged anew', () => {
    const before = [entry('a'), entry('b', { side: 'OFFER' })];
    const stood = standing(before);
    const now = [entry('new'), entry('a', { state: 'MATCHED' }), entry('b', { side: 'OFFER' })];

    const columns = columnsOf(now, stood, null);
    expect([ids(columns.needs), ids(columns.offers), ids(columns.waiting), ids(columns.ended)]).toEqual([['a'], ['b'], ['new'], []]);

    const anew = columnsOf(now, standing(now), null);
    expect([ids(anew.needs), ids(anew.offers), ids(anew.waiting), ids(anew.ended)]).toEqual([['new'], ['b'], [], ['a']]);
  });

  it('shows one kind, and names those that something open is of, with the chosen one always', () => {
    const entries = [
      entry('a'),
      entry('b', { kind: 'SPACE' }),
      entry('c', { kind: 'SPACE' }),
      entry('d', { kind: 'OTHER', state: 'CLOSED' }),
    ];
    expect(ids(columnsOf(entries, standing(entries), 'SPACE').needs)).toEqual(['b', 'c']);
    expect(kindsOn(entries, null)).toEqual([
      { kind: 'SPACE', count: 2 },
      { kind: 'FOOD', count: 1 },
    ]);
    expect(kindsOn(entries, 'OTHER').at(-1)).toEqual({ kind: 'OTHER', count: 0 });
  });

  it('loses and doubles nothing, whatever stood there', () => {
    const any = fc.record({
      id: fc.uuid(),
      side: fc.constantFrom(...BOARD_SIDES),
      kind: fc.constantFrom(...BOARD_KINDS),
      state: fc.constantFrom(...BOARD_STATES),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id }), fc.nat(), (entries, cut) => {
        const stood = standing(entries.slice(0, cut % (entries.length + 1)));
        const { needs, offers, ended, waiting } = columnsOf(entries, stood, null);
        expect(ids([...needs, ...offers, ...ended, ...waiting]).toSorted()).toEqual(ids(entries).toSorted());
        expect(waiting.every(({ state }) => state === 'OPEN')).toBe(true);
        expect(ended.every(({ state }) => state !== 'OPEN')).toBe(true);
      }),
    );
  });
});
