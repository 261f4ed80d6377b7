import { checkFood, freshnessOf, FRESHNESS, isTooWarm, refusedAs, staysUntil, type FridgeRules } from '@ww/shared/place/fridge';
import { FOOD_KINDS, USUALLY_REFUSED, type FoodKind } from '@ww/shared/place/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TODAY = '2026-11-26';
const rules: FridgeRules = { refused: USUALLY_REFUSED, homeMadeDays: 3 };
const bread = { kind: 'BREAD', what: 'Chleb żytni', bestBefore: '2026-11-28', madeOn: null } as const;
const wrong = (over: object, by = rules) => checkFood(by, { ...bread, ...over }, TODAY);

const onDay = (days: number) => Temporal.PlainDate.from(TODAY).add({ days }).toString();
const someDay = fc.integer({ min: -40, max: 400 }).map(onDay);

describe('what may not be left', () => {
  it.each(USUALLY_REFUSED)('%s is known by its kind, unless the place takes it', (kind) => {
    expect(refusedAs(rules, kind, 'coś')).toBe(kind);
    expect(refusedAs({ ...rules, refused: [] }, kind, 'coś')).toBeNull();
    expect(wrong({ kind })).toEqual([{ path: 'kind', rule: 'refusedFood' }]);
  });

  it.each([
    ['ALCOHOL', ['Wódka', 'piwo', '2 piwa', 'wino domowe', 'nalewka babci', 'Szampan', 'rum', 'red wine', 'Beer', 'горілка', 'пиво']],
    ['RAW_EGGS', ['jajka', 'Jajka od kur', '10 jajek', 'wiejskie jaja', 'eggs', 'яйця']],
    [
      'RAW_MEAT',
      [
        'surowe mięso',
        'Mięso mielone',
        'mielone mięso',
        'surowy kurczak',
        'surowy filet z indyka',
        'surowe ryby',
        'tatar',
        'raw chicken',
        'фарш',
      ],
    ],
    ['OPENED_TIN', ['otwarta puszka', 'otwarta konserwa rybna', 'puszka otwarta', 'opened tin', 'відкрита банка']],
  ] as const)('%s is known by its name, whatever kind was picked', (kind, names) => {
    for (const what of names) {
      expect([what, refusedAs(rules, 'OTHER', what)]).toEqual([what, kind]);
      expect(wrong({ kind: 'OTHER', what })).toEqual([{ path: 'what', rule: 'refusedFood' }]);
    }
  });

  it.each([
    ...['Chleb', 'winogrona', 'Ocet winny', 'wine vinegar', 'wino bezalkoholowe', 'Piwo bezalkoholowe', 'piwonie', 'rumianek', 'ginger'],
    ...['jajka na twardo', 'boiled eggs', 'jajka czekoladowe', 'egg noodles', 'makaron jajeczny', 'варені яйця'],
    ...['surówka z kapusty', 'surowe warzywa', 'kotlet mielony', 'pieczony kurczak', 'puszka kukurydzy', 'tatarak', 'фаршировані'],
  ])('%s is nothing of that', (what) => {
    expect(refusedAs(rules, 'OTHER', what)).toBeNull();
  });

  it('is never found where nothing is refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FOOD_KINDS), fc.string(), (kind, what) => {
        expect(refusedAs({ ...rules, refused: [] }, kind, what)).toBeNull();
      }),
    );
  });

  it('names one of what the place refuses, or nothing', () => {
    fc.assert(
      fc.property(fc.subarray([...FOOD_KINDS]), fc.constantFrom(...FOOD_KINDS), fc.string(), (refused: FoodKind[], kind, what) => {
        const found = refusedAs({ ...rules, refused }, kind, what);
        expect(found === null || refused.includes(found)).toBe(true);
        if (refused.includes(kind)) expect(found).toBe(kind);
      }),
    );
  });
});

describe('how long food stays', () => {
  it('is the label’s day, or so many days from its making, whichever comes first', () => {
    expect(staysUntil(rules, { bestBefore: null, madeOn: null })).toBeNull();
    expect(staysUntil(rules, { bestBefore: '2026-12-05', madeOn: null })).toBe('2026-12-05');
    expect(staysUntil(rules, { bestBefore: null, madeOn: '2026-11-25' })).toBe('2026-11-28');
    expect(staysUntil(rules, { bestBefore: '2026-11-27', madeOn: '2026-11-25' })).toBe('2026-11-27');
    expect(staysUntil(rules, { bestBefore: '2027-01-01', madeOn: '2026-11-25' })).toBe('2026-11-28');
    expect(staysUntil({ ...rules, homeMadeDays: 0 }, { bestBefore: null, madeOn: TODAY })).toBe(TODAY);
  });

  it('is counted over the end of a month and of a year, and in a leap year', () => {
    expect(staysUntil(rules, { bestBefore: null, madeOn: '2026-12-30' })).toBe('2027-01-02');
    expect(staysUntil(rules, { bestBefore: null, madeOn: '2028-02-27' })).toBe('2028-03-01');
  });

  it('is told as today, soon, later or past', () => {
    expect([null, '2026-11-25', TODAY, '2026-11-27', '2026-11-29', '2026-11-30'].map((day) => freshnessOf(day, TODAY))).toEqual([
      ...['LATER', 'PAST', 'TODAY', 'SOON', 'SOON', 'LATER'],
    ]);
  });

  it('only ever gets worse from day to day', () => {
    fc.assert(
      fc.property(someDay, fc.nat(40), (until, later) => {
        const [now, then] = [freshnessOf(until, TODAY), freshnessOf(until, onDay(later))];
        expect(FRESHNESS.indexOf(then)).toBeLessThanOrEqual(FRESHNESS.indexOf(now));
      }),
    );
  });
});

describe('what is wrong with food', () => {
  it('is nothing on its last day, and its date the day after', () => {
    expect(wrong({ bestBefore: TODAY })).toEqual([]);
    expect(wrong({ bestBefore: '2026-11-25' })).toEqual([{ path: 'bestBefore', rule: 'pastBestBefore' }]);
    expect(wrong({ bestBefore: null })).toEqual([]);
  });

  it('is when it was made, if that is too long ago or still to come', () => {
    expect(wrong({ madeOn: '2026-11-23', bestBefore: null })).toEqual([]);
    expect(wrong({ madeOn: '2026-11-22', bestBefore: null })).toEqual([{ path: 'madeOn', rule: 'pastBestBefore' }]);
    expect(wrong({ madeOn: '2026-11-22' })).toEqual([{ path: 'madeOn', rule: 'pastBestBefore' }]);
    expect(wrong({ madeOn: '2026-11-27', bestBefore: null })).toEqual([{ path: 'madeOn', rule: 'madeInFuture' }]);
  });

  it('lets through only what may be taken today', () => {
    const dates = { bestBefore: fc.option(someDay), madeOn: fc.option(someDay) };
    fc.assert(
      fc.property(fc.record(dates), (dated) => {
        const stays = staysUntil(rules, dated);
        const isFine = wrong(dated).length === 0;
        expect(isFine).toBe((dated.madeOn === null || dated.madeOn <= TODAY) && freshnessOf(stays, TODAY) !== 'PAST');
      }),
    );
  });
});

it('a cold shelf may be as warm as the place says, and not a tenth warmer', () => {
  expect([-18, 0, 5, 5.1, 12].map((degrees) => isTooWarm(degrees, { coldMax: 5 }))).toEqual([false, false, false, true, true]);
});
