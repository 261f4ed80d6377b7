import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import {
  checkOffer,
  type Choosable,
  dueOfPage,
  emptyOffer,
  offerInput,
  type OfferValues,
  overridable,
  wavesInput,
  windowOf,
} from '../../web/src/lib/dispatch/offer-values.ts';

const NOW = Date.parse('2026-11-26T12:07:00+01:00');
const FROM = '2026-11-26T11:07:00.000Z';
const TO = '2026-11-26T16:00:00.000Z';
const ids = { key: newId(), id: newId(), requestId: newId() };

const candidate = (more: Partial<Choosable> = {}): Choosable => ({ id: newId(), isPool: false, failed: [], ...more });
const law = { gate: 'INSURANCE', canOverride: false } as const;
const house = { gate: 'LOAD', canOverride: true } as const;
const houseForTeam = { ...house, canOverride: false };

const shown = dueOfPage({ fromAt: FROM, toAt: TO });
const values = (who: string | null, more: Partial<OfferValues> = {}): OfferValues => ({ ...emptyOffer(who), due: { ...shown }, ...more });
const wrong = (given: OfferValues, who?: Choosable) =>
  checkOffer(given, who, windowOf(given, shown, NOW), ids).map(({ path, rule }) => `${path} ${rule}`);

describe('an offer to one', () => {
  it('names a volunteer or a pool, never both', () => {
    const [person, pool] = [candidate(), candidate({ isPool: true })];
    const window = { from: null, to: null };
    expect(offerInput(values(person.id), person, window)).toMatchObject({
      volunteerId: person.id,
      poolId: null,
      minutes: 15,
      overrides: [],
    });
    expect(offerInput(values(pool.id), pool, window)).toMatchObject({ volunteerId: null, poolId: pool.id });
  });

  it('needs somebody, and a whole number of minutes', () => {
    const who = candidate();
    expect(wrong(values(null))).toEqual(['volunteerId choice']);
    expect(wrong(values(who.id), who)).toEqual([]);
    expect(wrong(values(who.id, { minutes: '' }), who)).toEqual(['minutes required']);
    expect(wrong(values(who.id, { minutes: '0' }), who)).toEqual(['minutes tooSmall']);
    expect(wrong(values(who.id, { minutes: '1.5' }), who)).toEqual(['minutes malformed']);
    expect(wrong(values(who.id, { minutes: '721' }), who)).toEqual(['minutes tooLarge']);
  });

  it('lets a rule of the house pass with a reason, which is sent', () => {
    const who = candidate({ failed: [house] });
    expect(overridable(who)).toEqual(['LOAD']);
    expect(wrong(values(who.id), who)).toEqual(['overrides.0.reason required']);
    const given = values(who.id, { reasons: { LOAD: 'Sama zaproponowała.' } });
    expect(wrong(given, who)).toEqual([]);
    expect(offerInput(given, who, { from: null, to: null }).overrides).toEqual([{ gate: 'LOAD', reason: 'Sama zaproponowała.' }]);
  });

  it('stops at the law, and for a member of the Team at every rule', () => {
    const byLaw = candidate({ failed: [law, house] });
    const given = values(byLaw.id, { reasons: { LOAD: 'x', INSURANCE: 'x' } });
    expect(wrong(given, byLaw)).toEqual(['volunteerId volunteer']);
    expect(offerInput(given, byLaw, { from: null, to: null }).overrides).toEqual([{ gate: 'LOAD', reason: 'x' }]);
    const forTeam = candidate({ failed: [houseForTeam] });
    expect(wrong(values(forTeam.id, { reasons: { LOAD: 'x' } }), forTeam)).toEqual(['volunteerId volunteer']);
  });
});

describe('waves', () => {
  it('need numbers within their bounds and nobody chosen', () => {
    expect(wavesInput(values(null, { size: '4', minutes: '20' }), { from: null, to: null })).toMatchObject({ size: 4, minutes: 20 });
    expect(wrong(values(null, { how: 'waves' }))).toEqual([]);
    expect(wrong(values(null, { how: 'waves', size: '11', minutes: 'x' }))).toEqual(['size tooLarge', 'minutes required']);
  });
});

describe('the window of the visit', () => {
  it('is the server’s own while nobody touched it', () => {
    expect(shown).toEqual({ date: '2026-11-26', from: '12:07', to: '17:00' });
    expect(windowOf(values(null), shown, NOW)).toEqual({ from: null, to: null });
  });

  it('is read on Warsaw’s clock once it was changed', () => {
    const changed = values(null, { due: { date: '2026-11-27', from: '09:00', to: '12:00' } });
    expect(windowOf(changed, shown, NOW)).toEqual({ from: '2026-11-27T08:00:00.000Z', to: '2026-11-27T11:00:00.000Z' });
  });

  it('that ends before it starts, or has no end, is told beside its end', () => {
    const who = candidate();
    expect(wrong(values(who.id, { due: { date: '2026-11-27', from: '12:00', to: '09:00' } }), who)).toEqual(['to dueOrder']);
    expect(wrong(values(who.id, { due: { date: '2026-11-27', from: '', to: '' } }), who)).toEqual(['to required']);
  });
});
