/** Chance that comes out the same for the same seed, so that a demo can be talked about: "the one with the parrot". */
export interface Dice {
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** Deals the list shuffled, and again from the start: nothing comes twice before everything came once. */
  deal<T>(list: readonly T[]): T;
}

/** Mulberry32. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const decks = new Map<readonly unknown[], unknown[]>();

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  const dice: Dice = {
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[dice.int(0, list.length - 1)] as (typeof list)[number];
    },
    shuffle(list) {
      const out = [...list];
      for (let last = out.length - 1; last > 0; last--) {
        const other = dice.int(0, last);
        [out[last], out[other]] = [out[other] as (typeof out)[number], out[last] as (typeof out)[number]];
      }
      return out;
    },
    deal<T>(list: readonly T[]) {
      let deck = decks.get(list) as T[] | undefined;
      if (!deck || deck.length === 0) {
        deck = dice.shuffle(list);
        decks.set(list, deck);
      }
      return deck.pop() ?? dice.pick(list);
    },
  };
  return dice;
}
