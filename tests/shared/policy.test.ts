import { ACTIONS, can, districtsWhere, grantAllows, POLICY, type Action } from '@ww/shared/policy';
import { ANYONE, ROLES, SCOPE_OF, STANDINGS, type Actor, type Grant, type Subject } from '@ww/shared/roles';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const scope = fc.constantFrom('wlochy', 'ochota', 'a', 'b');
const action = fc.constantFrom(...ACTIONS);
const grant: fc.Arbitrary<Grant> = fc.record({ role: fc.constantFrom(...ROLES, ...STANDINGS), scope: fc.option(scope) });
const part = fc.option(scope, { nil: undefined });
const subject: fc.Arbitrary<Subject> = fc
  .record({ district: part, organisation: part, place: part, person: part, request: part })
  .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)));
/** Numbers without a person, read across the whole city by whoever has a role for them anywhere. */
const CITY_WIDE: readonly Action[] = ['counts.read', 'coverage.read'];
const actorOf = (...grants: Grant[]): Actor => ({ personId: null, grants });

describe('policy', () => {
  it('gives nothing to someone without a grant, and to a passer-by only what anyone may', () => {
    const open: Action[] = [
      'session.start',
      'request.submit',
      'invitation.accept',
      'link.ask',
      'link.enter',
      'demo.steer',
      'booking.prove',
      'booking.request',
      'food.put',
      'food.take',
    ];
    fc.assert(
      fc.property(action, subject, (what, about) => {
        expect(can(actorOf(), what, about)).toBe(false);
        expect(can(ANYONE, what, about)).toBe(open.includes(what));
      }),
    );
  });

  it('never takes away: one more grant allows the same or more', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), grant, action, subject, (grants, more, what, about) => {
        if (can(actorOf(...grants), what, about)) expect(can(actorOf(...grants, more), what, about)).toBe(true);
      }),
    );
  });

  it('allows by one grant on its own: never by the role of one and the scope of another', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), action, subject, (grants, what, about) => {
        expect(can(actorOf(...grants), what, about)).toBe(grants.some((held) => grantAllows(held, what, about)));
      }),
    );
  });

  it('gives a scoped role without a scope nothing but what reaches the whole city', () => {
    const scoped = grant.filter(({ role }) => SCOPE_OF[role] !== 'city').map((held) => ({ ...held, scope: null }));
    fc.assert(
      fc.property(scoped, action, subject, (held, what, about) => {
        const isStaff = held.role === 'DISTRICT_COORDINATOR' || held.role === 'TEAM_MEMBER';
        const seesCoverage = isStaff || held.role === 'ORGANISATION_COORDINATOR';
        expect(grantAllows(held, what, about)).toBe((what === 'counts.read' && isStaff) || (what === 'coverage.read' && seesCoverage));
      }),
    );
  });

  it('answers a subject that says nothing of the scope with no', () => {
    fc.assert(
      fc.property(grant, action, (held, what) => {
        fc.pre(SCOPE_OF[held.role] !== 'city' && !CITY_WIDE.includes(what));
        expect(grantAllows(held, what, {})).toBe(false);
      }),
    );
  });

  it('lists the districts where it would say yes', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), action, scope, (grants, what, district) => {
        const where = districtsWhere(actorOf(...grants), what);
        const reaches = (role: Grant['role']) => CITY_WIDE.includes(what) || SCOPE_OF[role] === 'district' || SCOPE_OF[role] === 'city';
        const inDistrict = grants.filter(({ role }) => reaches(role));
        expect(where === 'all' || where.includes(district)).toBe(can(actorOf(...inDistrict), what, { district }));
      }),
    );
  });

  it('names every action once, and gives each to somebody', () => {
    expect(new Set(ACTIONS).size).toBe(ACTIONS.length);
    const given = new Set(Object.values(POLICY).flat());
    expect(ACTIONS.filter((what) => !given.has(what) && !CITY_WIDE.includes(what))).toEqual([]);
  });
});
