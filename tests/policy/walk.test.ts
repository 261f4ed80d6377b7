import { ACTIONS, grantAllows, type Action } from '@ww/shared/policy';
import { ROLES, SCOPE_OF, STANDINGS, type ScopeKind } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { useWorld } from '../support/world.ts';
import { EXPECTED_ACTIONS, expectedOf, SENDERS, WHO, WITHOUT_API } from './expectations.ts';
import { PROBES } from './probes.ts';
import { effective, reach } from './reach.ts';

const OTHERS: Record<ScopeKind, string> = {
  district: 'ochota',
  organisation: 'o-2',
  place: 'p-2',
  person: 'x-2',
  request: 'r-2',
  meeting: 'm-2',
  city: '',
};
const MINE: Record<ScopeKind, string> = {
  district: 'wlochy',
  organisation: 'o-1',
  place: 'p-1',
  person: 'x-1',
  request: 'r-1',
  meeting: 'm-1',
  city: '',
};
const { city: _mine, ...OWN_SUBJECT } = MINE;
const { city: _others, ...OTHER_SUBJECT } = OTHERS;

describe('the policy table', () => {
  const world = useWorld();

  it('is expected in full: every role and standing, every action', () => {
    expect([...WHO].toSorted()).toEqual([...ROLES, ...STANDINGS].toSorted());
    expect(EXPECTED_ACTIONS.toSorted()).toEqual([...ACTIONS].toSorted());
    expect([...Object.keys(PROBES), ...WITHOUT_API].toSorted()).toEqual([...ACTIONS].toSorted());
  });

  it.each(WHO)('is what was written down for %s, pair by pair', (who) => {
    const kind = SCOPE_OF[who];
    const grant = { role: who, scope: kind === 'city' ? null : MINE[kind] };
    for (const action of ACTIONS) {
      const [own, other] = [grantAllows(grant, action, OWN_SUBJECT), grantAllows(grant, action, OTHER_SUBJECT)];
      expect([action, own, other]).toEqual([action, expectedOf(who, action) !== 'no', expectedOf(who, action) === 'all']);
    }
  });

  it.each(SENDERS)('holds for %s through the whole API', { timeout: 120_000 }, async (who) => {
    const walked: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const action of Object.keys(PROBES) as Action[]) {
      walked[action] = await reach(world, who, action);
      expected[action] = effective(who, action);
    }
    expect(walked).toEqual(expected);
  });
});
