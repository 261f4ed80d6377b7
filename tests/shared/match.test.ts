import { bestMatches, match, MATCH_REASONS, type Matchable } from '@ww/shared/network/match';
import { BOARD_KINDS, BOARD_SIDES } from '@ww/shared/network/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const chairs: Matchable = {
  ...{ id: 'need', organisationId: 'library', side: 'NEED', kind: 'EQUIPMENT', title: 'Krzesła na festyn', words: null, amount: 40 },
  ...{ place: 'ul. Rejonowa 6/8', fromDay: '2026-12-10', toDay: '2026-12-10' },
};
const lent: Matchable = {
  ...{ id: 'offer', organisationId: 'school', side: 'OFFER', kind: 'EQUIPMENT', title: 'Pożyczymy krzesłami zastawioną aulę', words: null },
  ...{ amount: 60, place: 'Rejonowa 12', fromDay: '2026-12-01', toDay: null },
};
const reasons = (need: Partial<Matchable>, offer: Partial<Matchable> = {}) => match({ ...chairs, ...need }, { ...lent, ...offer })?.reasons;

describe('what suits what', () => {
  it('is told with every reason, and the words as the other one writes them', () => {
    expect(match(chairs, lent)).toMatchObject({ id: 'offer', reasons: ['KIND', 'DAYS', 'AMOUNT', 'WORDS', 'PLACE'], words: ['krzesłami'] });
    expect(match(lent, chairs)).toMatchObject({ id: 'need', reasons: ['KIND', 'DAYS', 'AMOUNT', 'WORDS', 'PLACE'], words: ['krzesła'] });
  });

  it('is never the same side, the same organisation, another kind, or days that exclude each other', () => {
    expect(reasons({ side: 'OFFER' })).toBeUndefined();
    expect(reasons({ organisationId: 'school' })).toBeUndefined();
    expect(reasons({ organisationId: null }, { organisationId: null })).toBeUndefined();
    expect(reasons({ kind: 'SPACE' })).toBeUndefined();
    expect(reasons({}, { fromDay: '2026-12-11' })).toBeUndefined();
    expect(reasons({ fromDay: null, toDay: '2026-11-30' })).toBeUndefined();
  });

  it.each([
    ['days that nobody named', { fromDay: null, toDay: null }, ['KIND', 'AMOUNT', 'WORDS', 'PLACE']],
    ['less than is needed, or an amount that nobody named', { amount: 61 }, ['KIND', 'DAYS', 'WORDS', 'PLACE']],
    ['no word in common', { title: 'Namiot' }, ['KIND', 'DAYS', 'AMOUNT', 'PLACE']],
    ['another place', { place: 'Popularna 1' }, ['KIND', 'DAYS', 'AMOUNT', 'WORDS']],
  ] as const)('gives no reason for %s', (_what, over, left) => {
    expect(reasons(over)).toEqual(left);
  });

  it('of the kind OTHER needs a word in common, which is reason enough', () => {
    const other = { kind: 'OTHER', amount: null, place: null, fromDay: null, toDay: null } as const;
    expect(reasons({ ...other, title: 'Ktoś do pieczenia pierników' }, { ...other, title: 'Umiemy w pierniki' })).toEqual(['WORDS']);
    expect(reasons({ ...other, title: 'Ktoś do pieczenia' }, { ...other, title: 'Umiemy w pierniki' })).toBeUndefined();
  });

  it.each([
    ['namiot', 'namioty', 'namiotów', 'namiotami', 'namiotem'],
    ['ławka', 'ławki', 'ławkę', 'ławkami', 'ławkach'],
    ['wolontariusz', 'wolontariusze', 'wolontariuszy', 'wolontariuszom', 'WOLONTARIUSZAMI'],
    ['przewóz', 'przewozu', 'przewozie', 'przewozem', 'przewozy'],
    ['duża', 'duży', 'dużego', 'dużych', 'dużymi'],
  ])('knows %s by its endings', (word, ...forms) => {
    for (const form of forms) expect(reasons({ title: word }, { title: form })).toContain('WORDS');
  });

  it('says nothing of short words and of those that are said of anything', () => {
    expect(reasons({ title: 'Mamy dom dla osób oraz psa' }, { title: 'Mamy dom dla psa oraz osób' })).not.toContain('WORDS');
  });

  it('puts first what has more reasons, and counts at most three words', () => {
    const many = { ...lent, id: 'many', title: 'krzesła festyn stoły namioty ławki', place: null, amount: null, fromDay: null };
    const best = bestMatches({ ...chairs, title: 'Krzesła, stoły, namioty, ławki na festyn' }, [{ ...lent, id: 'z' }, lent, many], 2);
    expect(best.map(({ id }) => id)).toEqual(['many', 'offer']);
    expect(best[0]?.words).toHaveLength(3);
  });

  const day = fc.option(fc.integer({ min: 1, max: 28 }).map((date) => `2026-12-${String(date).padStart(2, '0')}`));
  const entry: fc.Arbitrary<Matchable> = fc.record({
    id: fc.uuid(),
    organisationId: fc.constantFrom('a', 'b', null),
    side: fc.constantFrom(...BOARD_SIDES),
    kind: fc.constantFrom(...BOARD_KINDS.slice(-3)),
    title: fc.constantFrom('Krzesła', 'Stoły i krzesła', 'Pierniki', 'Druk plakatów'),
    words: fc.option(fc.string()),
    amount: fc.option(fc.integer({ min: 1, max: 50 })),
    place: fc.option(fc.constantFrom('Rejonowa 6', 'Popularna', 'ul. Popularna 2')),
    fromDay: day,
    toDay: day,
  });

  it('is the same from either side, always has a reason, and never matches an organisation with itself', () => {
    fc.assert(
      fc.property(entry, entry, (one, other) => {
        const [forth, back] = [match(one, other), match(other, one)];
        expect(forth?.reasons).toEqual(back?.reasons);
        expect(forth?.score).toBe(back?.score);
        if (!forth) return;
        expect(forth.reasons.length).toBeGreaterThan(0);
        expect(forth.reasons).toEqual(MATCH_REASONS.filter((reason) => forth.reasons.includes(reason)));
        expect([one.side === other.side, one.organisationId === other.organisationId, one.kind === other.kind]).toEqual([
          false,
          false,
          true,
        ]);
        expect(forth.words.length > 0).toBe(forth.reasons.includes('WORDS'));
      }),
    );
  });

  it('lists the best in one order, whatever order the others come in', () => {
    fc.assert(
      fc.property(entry, fc.uniqueArray(entry, { selector: ({ id }) => id }), (one, others) => {
        const best = bestMatches(one, others, 3);
        expect(bestMatches(one, others.toReversed(), 3)).toEqual(best);
        const left = others.flatMap((other) => match(one, other) ?? []).filter(({ id }) => !best.some((each) => each.id === id));
        for (const { score } of left) expect(score).toBeLessThanOrEqual(best.at(-1)?.score ?? 0);
      }),
    );
  });
});
