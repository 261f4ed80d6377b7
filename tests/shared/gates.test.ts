import { failedGates, GATE_RULES, GATES, OVERRIDABLE_GATES, type GatedVisit, type GatedVolunteer } from '@ww/shared/volunteer/gates';
import { describe, expect, it } from 'vitest';

/** An adult of Włochy whom nothing stops on the day of the visit. */
const who = (over: Partial<GatedVolunteer> = {}): GatedVolunteer => ({
  ...{ districts: ['wlochy'], kinds: ['SHOPPING', 'PET'], languages: ['PL', 'UK'], limits: [], since: '2026-11-20' },
  ...{ agreementOn: null, insuredUntil: '2026-12-31', adultOn: null, guardianConsentOn: null },
  ...{ openTasks: 0, maxOpen: 2, weekMinutes: 0, weeklyMinutes: null },
  ...over,
});
const visit = (over: Partial<GatedVisit> = {}): GatedVisit => ({
  ...{ district: 'wlochy', kind: 'SHOPPING', day: '2026-11-26', minutes: 60, language: null },
  ...over,
});
const failed = (volunteer: Partial<GatedVolunteer>, about: Partial<GatedVisit> = {}) => failedGates(who(volunteer), visit(about));

describe('gates', () => {
  it('let pass whoever fits', () => {
    expect(failed({})).toEqual([]);
  });

  it('ask for a written agreement from the 31st day on, art. 44(4), and for insurance until then, art. 46(3)', () => {
    const since = '2026-10-27';
    const bare = { since, insuredUntil: null };
    expect(failed(bare, { day: '2026-11-26' })).toEqual(['INSURANCE']);
    expect(failed(bare, { day: '2026-11-27' })).toEqual(['AGREEMENT']);
    // 30 days after: insured is enough; one more and only the agreement is
    expect(failed({ since, insuredUntil: '2026-12-31' }, { day: '2026-11-26' })).toEqual([]);
    expect(failed({ since, insuredUntil: '2026-12-31' }, { day: '2026-11-27' })).toEqual(['AGREEMENT']);
    expect(failed({ since, insuredUntil: null, agreementOn: '2026-11-27' }, { day: '2026-11-27' })).toEqual([]);
    expect(failed({ since, agreementOn: '2026-11-28' }, { day: '2026-11-27' })).toEqual(['AGREEMENT']);
  });

  it('count the days over the turn of a year, a leap day and both changes of the clocks', () => {
    const needs = (since: string, day: string) => failed({ since, insuredUntil: null }, { day });
    expect([needs('2026-12-15', '2027-01-14'), needs('2026-12-15', '2027-01-15')]).toEqual([['INSURANCE'], ['AGREEMENT']]);
    expect([needs('2028-02-10', '2028-03-11'), needs('2028-02-10', '2028-03-12')]).toEqual([['INSURANCE'], ['AGREEMENT']]);
    expect([needs('2026-03-10', '2026-04-09'), needs('2026-03-10', '2026-04-10')]).toEqual([['INSURANCE'], ['AGREEMENT']]);
    expect([needs('2026-10-10', '2026-11-09'), needs('2026-10-10', '2026-11-10')]).toEqual([['INSURANCE'], ['AGREEMENT']]);
  });

  it('count an insurance to the end of its last day', () => {
    expect(failed({ insuredUntil: '2026-11-26' })).toEqual([]);
    expect(failed({ insuredUntil: '2026-11-25' })).toEqual(['INSURANCE']);
  });

  it('ask for a guardian’s consent until the eighteenth birthday, and from the day it was given', () => {
    const minor = { adultOn: '2026-11-27' };
    expect(failed(minor, { day: '2026-11-26' })).toEqual(['GUARDIAN']);
    expect(failed(minor, { day: '2026-11-27' })).toEqual([]);
    expect(failed({ ...minor, guardianConsentOn: '2026-11-26' }, { day: '2026-11-26' })).toEqual([]);
    expect(failed({ ...minor, guardianConsentOn: '2026-11-27' }, { day: '2026-11-26' })).toEqual(['GUARDIAN']);
    expect(failed({ adultOn: null })).toEqual([]);
  });

  it('hold to district, kind and what the volunteer won’t do', () => {
    expect(failed({ districts: ['ochota', 'wlochy'] })).toEqual([]);
    expect(failed({ districts: ['ochota'] })).toEqual(['DISTRICT']);
    expect(failed({}, { kind: 'RUBBISH' })).toEqual(['KIND']);
    expect(failed({ limits: ['NO_DOGS'] }, { kind: 'PET' })).toEqual(['LIMIT']);
    expect(failed({ limits: ['NO_DOGS'] }, { kind: 'SHOPPING' })).toEqual([]);
    // said to whoever sends them; nothing that is known of a visit tells it
    expect(failed({ limits: ['GROUND_FLOOR', 'NO_HEAVY', 'AT_THE_DOOR', 'DAYLIGHT'] }, { kind: 'PET' })).toEqual([]);
  });

  it('ask for the person’s language where it is known', () => {
    expect(failed({}, { language: 'UK' })).toEqual([]);
    expect(failed({}, { language: 'PJM' })).toEqual(['LANGUAGE']);
    expect(failed({ languages: [] }, { language: null })).toEqual([]);
  });

  it('hold to the load that the volunteer takes', () => {
    expect(failed({ openTasks: 1, maxOpen: 2 })).toEqual([]);
    expect(failed({ openTasks: 2, maxOpen: 2 })).toEqual(['LOAD']);
    expect(failed({ openTasks: 3, maxOpen: 2 })).toEqual(['LOAD']);
  });

  it('hold to the weekly limit, to the minute, this visit included', () => {
    expect(failed({ weekMinutes: 60, weeklyMinutes: 120 }, { minutes: 60 })).toEqual([]);
    expect(failed({ weekMinutes: 61, weeklyMinutes: 120 }, { minutes: 60 })).toEqual(['WEEKLY_LIMIT']);
    expect(failed({ weekMinutes: 5000, weeklyMinutes: null })).toEqual([]);
  });

  it('are told all at once, in their order', () => {
    const nobody = {
      ...{ districts: [], kinds: [], languages: [], limits: ['NO_DOGS'] as const, since: '2026-01-01', insuredUntil: null },
      ...{ adultOn: '2030-01-01', openTasks: 9, weekMinutes: 9, weeklyMinutes: 15 },
    };
    expect(failed(nobody, { kind: 'PET', language: 'EN' })).toEqual(GATES.filter((gate) => gate !== 'INSURANCE'));
    expect(failed({ ...nobody, since: '2026-11-26' }, { kind: 'PET', language: 'EN' })).toEqual(
      GATES.filter((gate) => gate !== 'AGREEMENT'),
    );
  });

  it('of the law are nobody’s to let pass', () => {
    expect(GATES.filter((gate) => !GATE_RULES[gate].isOverridable)).toEqual(['GUARDIAN', 'AGREEMENT', 'INSURANCE']);
    expect(OVERRIDABLE_GATES.map((gate) => GATE_RULES[gate].source)).toEqual(OVERRIDABLE_GATES.map(() => 'HOUSE'));
  });
});
