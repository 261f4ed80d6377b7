import type { DemoFood } from './terms.ts';

const HOUR = 60;

/** What lies on the shelves, and what was taken from them last. */
export const FOOD = {
  top: [
    { kind: 'DAIRY', what: 'Jogurt naturalny', amount: 6, unit: 'PIECES', ago: 3 * HOUR, bestBefore: 0 },
    { kind: 'DAIRY', what: 'Ser żółty', amount: 2, unit: 'PACKS', ago: 9 * HOUR, bestBefore: 2 },
    { kind: 'COLD_MEAT', what: 'Szynka w plastrach', amount: 3, unit: 'PACKS', ago: 20 * HOUR, bestBefore: 1, takenAgo: 4 * HOUR },
  ],
  bottom: [
    { kind: 'COOKED', what: 'Zupa pomidorowa', amount: 4, unit: 'JARS', ago: HOUR, homeMade: true },
    { kind: 'VEGETABLES', what: 'Marchew', amount: 3, unit: 'KILOGRAMS', ago: 10 * HOUR, bestBefore: 9 },
  ],
  dry: [
    { kind: 'BREAD', what: 'Chleb żytni', amount: 5, unit: 'LOAVES', ago: 2 * HOUR, bestBefore: 1 },
    { kind: 'DRY_GOODS', what: 'Kasza gryczana', amount: 8, unit: 'PACKS', ago: 26 * HOUR, bestBefore: 300 },
    { kind: 'TINS', what: 'Fasola w puszce', amount: 6, unit: 'PIECES', ago: 31 * HOUR, bestBefore: 500, takenAgo: 12 * HOUR },
  ],
  fruit: [{ kind: 'VEGETABLES', what: 'Jabłka', amount: 4, unit: 'KILOGRAMS', ago: 7 * HOUR, bestBefore: 12, takenAgo: 25 }],
  canalCold: [
    { kind: 'DAIRY', what: 'Kefir', amount: 4, unit: 'PIECES', ago: 2 * HOUR, bestBefore: 3 },
    { kind: 'VEGETABLES', what: 'Kapusta', amount: 2, unit: 'PIECES', ago: 5 * HOUR, bestBefore: 8 },
  ],
  canalDry: [
    { kind: 'DRY_GOODS', what: 'Makaron', amount: 10, unit: 'PACKS', ago: 6 * HOUR, bestBefore: 400 },
    { kind: 'SWEETS', what: 'Dżem z wiśni', amount: 3, unit: 'JARS', ago: 8 * HOUR, bestBefore: 200, takenAgo: HOUR },
  ],
} as const satisfies Record<string, readonly DemoFood[]>;
