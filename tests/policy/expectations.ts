import type { Action } from '@ww/shared/policy';

/**
 * Who may do what, written by hand from the roles in the domain and apart from `shared/src/policy.ts`, which it checks.
 * `own`: in the scope of the role; `all`: everywhere; `no`: refused. In the order of `WHO`.
 */
export type Expected = 'own' | 'all' | 'no';

export const WHO = [
  'DISTRICT_COORDINATOR',
  'TEAM_MEMBER',
  'ORGANISATION_COORDINATOR',
  'VOLUNTEER',
  'PLACE_STAFF',
  'CITY_ANALYST',
  'AUDITOR',
  'ADMIN',
  'ANYONE',
  'SIGNED_IN',
  'CODE_HOLDER',
] as const;
export type Who = (typeof WHO)[number];

type Row = readonly [Expected, Expected, Expected, Expected, Expected, Expected, Expected, Expected, Expected, Expected, Expected];

// prettier-ignore
const TABLE: Record<Action, Row> = {
  //                           DKW    member organ. volunt place  analys audit  admin  anyone signed code
  'request.intake':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.submit':           ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no'],
  'request.read':             ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.reveal':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.triage':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.claim':            ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.release':          ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.assign':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.start':            ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.finish':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.cancel':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.prioritise':       ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.amend':            ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.note':             ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.undo':             ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.act-for-others':   ['own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'request.follow':           ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own'],
  'request.amend-own':        ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own'],
  'request.withdraw-own':     ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own'],
  'presence.show':            ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'counts.read':              ['all', 'all', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no'],
  'counts.read-suppressed':   ['no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no',  'no',  'no'],
  'audit.read':               ['no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no',  'no'],
  'team.read':                ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no'],
  'team.invite':              ['own', 'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no'],
  'team.remove':              ['own', 'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no'],
  'invitation.accept':        ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no'],
  'account.grant':            ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no'],
  'session.list':             ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own', 'no'],
  'session.revoke':           ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own', 'no'],
  'demo.steer':               ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no'],
};

export const EXPECTED_ACTIONS = Object.keys(TABLE) as Action[];

/** What this grant alone gives. */
export const expectedOf = (who: Who, action: Action): Expected => TABLE[action][WHO.indexOf(who)] ?? 'no';

/** Actions that no field of the API stands for: checked against the table only. */
export const WITHOUT_API: readonly Action[] = ['account.grant'];
