import { ACTIONS, grantAllows } from '@ww/shared/policy';
import { ROLES, SCOPE_OF, STANDINGS, type ScopeKind } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { EXPECTED_ACTIONS, expectedOf, SENDERS, WHO, WITHOUT_API } from './expectations.ts';
import { PROBES } from './probes.ts';
import { observable } from './reversal.ts';
import { WALKED } from './walk.ts';

const OTHERS: Record<ScopeKind, string> = {
  district: 'ochota',
  organisation: 'o-2',
  place: 'p-2',
  person: 'x-2',
  request: 'r-2',
  meeting: 'm-2',
  booking: 'b-2',
  city: '',
};
const MINE: Record<ScopeKind, string> = {
  district: 'wlochy',
  organisation: 'o-1',
  place: 'p-1',
  person: 'x-1',
  request: 'r-1',
  meeting: 'm-1',
  booking: 'b-1',
  city: '',
};
const { city: _mine, ...OWN_SUBJECT } = MINE;
const { city: _others, ...OTHER_SUBJECT } = OTHERS;

describe('the policy table', () => {
  it('is expected in full: every role and standing, every action', () => {
    expect([...WHO].toSorted()).toEqual([...ROLES, ...STANDINGS].toSorted());
    expect(EXPECTED_ACTIONS.toSorted()).toEqual([...ACTIONS].toSorted());
    expect([...Object.keys(PROBES), ...WITHOUT_API].toSorted()).toEqual([...ACTIONS].toSorted());
    expect(Object.values(WALKED).flat().toSorted()).toEqual([...SENDERS].toSorted());
  });

  it.each(WHO)('is what was written down for %s, pair by pair', (who) => {
    const kind = SCOPE_OF[who];
    const grant = { role: who, scope: kind === 'city' ? null : MINE[kind] };
    for (const action of ACTIONS) {
      const [own, other] = [grantAllows(grant, action, OWN_SUBJECT), grantAllows(grant, action, OTHER_SUBJECT)];
      expect([action, own, other]).toEqual([action, expectedOf(who, action) !== 'no', expectedOf(who, action) === 'all']);
    }
  });

  it('has something to be noticed for everyone whose scope the API knows', () => {
    const tried = Object.fromEntries(SENDERS.map((who) => [who, observable(who).length]));
    expect(tried).toMatchObject({ CODE_HOLDER: 3, BOOKING_HOLDER: 3 });
    for (const who of ['ORGANISATION_COORDINATOR', 'VOLUNTEER', 'PLACE_STAFF', 'SIGNED_IN'] as const) expect(tried[who]).toBeGreaterThan(5);
    for (const who of ['DISTRICT_COORDINATOR', 'TEAM_MEMBER', 'CITY_ANALYST', 'AUDITOR', 'ADMIN', 'ANYONE'] as const)
      expect(tried[who]).toBeGreaterThan(15);
  });
});
