import fc from 'fast-check';
import type { ItemKind, ItemState } from '@ww/shared/network/terms';
import { describe, expect, test } from 'vitest';
import { arranged, before, isMovable, moved, onAgenda, stepped } from '../../web/src/lib/network/agenda/arrange.ts';

interface Item {
  id: string;
  kind: ItemKind;
  state: ItemState;
}
const item = (id: string, over: Partial<Item> = {}): Item => ({ id, kind: 'DISCUSSION', state: 'PLANNED', ...over });
const ids = (items: readonly Item[]) => items.map(({ id }) => id).join('');
const plain = (word: string) => [...word].map((id) => item(id));

test('proposals and what was refused are no part of the agenda', () => {
  const items = [item('a'), item('b', { state: 'PROPOSED' }), item('c', { state: 'REFUSED' }), item('d', { state: 'PARKED' })];
  expect(ids(onAgenda(items))).toBe('ad');
});

test('what comes by itself and what was dealt with stay where they are', () => {
  expect(isMovable(item('a'))).toBe(true);
  expect(isMovable(item('a', { kind: 'FOLLOW_UP' }))).toBe(false);
  for (const state of ['CURRENT', 'DONE', 'PARKED'] as const) expect(isMovable(item('a', { state }))).toBe(false);
});

describe('one step', () => {
  test.each([
    ['abc', 'a', 1, 'bac'],
    ['abc', 'c', -1, 'acb'],
    ['abc', 'a', -1, null],
    ['abc', 'c', 1, null],
    ['abc', 'x', 1, null],
  ] as const)('of %s: %s by %i', (word, id, by, expected) => {
    expect(stepped(plain(word), id, by)?.join('') ?? null).toBe(expected);
  });

  test('not past what stays first', () => {
    expect(stepped([item('f', { kind: 'FOLLOW_UP' }), item('a')], 'a', -1)).toBeNull();
  });
});

describe('the order under a hand', () => {
  test('what others added stands behind what it follows, what they took away is gone', () => {
    expect(ids(arranged(plain('axbc'), ['c', 'a', 'b']))).toBe('caxb');
    expect(ids(arranged(plain('xab'), ['b', 'a']))).toBe('xba');
    expect(ids(arranged(plain('ac'), ['c', 'b', 'a']))).toBe('ca');
  });

  test('nothing is lost and nothing doubled, whatever the hand holds and others do', () => {
    const letters = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (server, hand) => {
        const result = arranged(plain(server.join('')), hand).map(({ id }) => id);
        expect(result.toSorted()).toEqual(server.toSorted());
        // what both know stands as the hand has it
        const known = hand.filter((id) => server.includes(id));
        expect(result.filter((id) => hand.includes(id))).toEqual(known);
      }),
    );
  });
});

describe('a move as the server will have it', () => {
  test('behind another, or first; never before what comes by itself', () => {
    expect(ids(moved(plain('abc'), 'a', 'c'))).toBe('bca');
    expect(ids(moved(plain('abc'), 'c', null))).toBe('cab');
    expect(ids(moved([item('f', { kind: 'FOLLOW_UP' }), ...plain('ab')], 'b', null))).toBe('fba');
    expect(ids(moved(plain('abc'), 'x', 'a'))).toBe('abc');
  });

  test('puts the item behind the one that stands before it under the hand', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdef'], { minLength: 2 }), fc.nat(), fc.nat(), (order, at, to) => {
        const id = order[at % order.length] ?? '';
        const hand = order.filter((each) => each !== id).toSpliced(to % order.length, 0, id);
        expect(ids(moved(plain(order.join('')), id, before(hand, id)))).toBe(hand.join(''));
      }),
    );
  });
});
