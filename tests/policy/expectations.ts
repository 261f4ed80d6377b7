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
  'TIMER',
  'NETWORK_MEMBER',
  'MEETING_DEPUTY',
  'BOOKING_HOLDER',
] as const;
export type Who = (typeof WHO)[number];

type Row = readonly Expected[] & { length: 15 };

// prettier-ignore
const TABLE: Record<Action, Row> = {
  //                           DKW    member organ. volunt place  analys audit  admin  anyone signed code   timer  netwk  deputy holder
  'request.intake':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.submit':           ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no', 'no', 'no',  'no', 'no'],
  'request.read':             ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.reveal':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.triage':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.claim':            ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.release':          ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.assign':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.start':            ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.finish':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.cancel':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.prioritise':       ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.amend':            ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.note':             ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.undo':             ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.act-for-others':   ['own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'request.follow':           ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own', 'no', 'no',  'no', 'no'],
  'request.amend-own':        ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own', 'no', 'no',  'no', 'no'],
  'request.withdraw-own':     ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own', 'no', 'no',  'no', 'no'],
  'presence.show':            ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'counts.read':              ['all', 'all', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'counts.read-suppressed':   ['no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'audit.read':               ['no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'team.read':                ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'team.invite':              ['own', 'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'team.remove':              ['own', 'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'invitation.accept':        ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no', 'no', 'no',  'no', 'no'],
  'account.grant':            ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no', 'no', 'no',  'no', 'no'],
  'session.list':             ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own', 'no', 'no', 'no',  'no', 'no'],
  'session.revoke':           ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'own', 'no', 'no', 'no',  'no', 'no'],
  'demo.steer':               ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no', 'no', 'no',  'no', 'no'],
  'session.start':            ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no', 'no', 'no',  'no', 'no'],
  'link.ask':                ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no', 'no',  'no', 'no'],
  'link.enter':              ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no',  'no', 'no',  'no', 'no'],
  'organisation.register':   ['own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'organisation.read':       ['own', 'own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'volunteer.read':          ['own', 'own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'volunteer.write':         ['own', 'no',  'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'volunteer.reveal':        ['own', 'own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'availability.write':      ['own', 'no',  'own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'pool.write':              ['no',  'no',  'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'coverage.read':           ['all', 'all', 'all', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'dispatch.offer':          ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'dispatch.override':       ['own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'dispatch.record':         ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'dispatch.stop':           ['own', 'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'dispatch.advance':        ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no', 'no'],
  'duty.end':                ['no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'all', 'no',  'no', 'no'],
  'pool.answer':             ['no',  'no',  'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'mine.read':               ['no',  'no',  'no',  'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'offer.answer':            ['no',  'no',  'no',  'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'task.step':               ['no',  'no',  'no',  'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'task.reveal':             ['no',  'no',  'no',  'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'task.undo':               ['no',  'no',  'no',  'own', 'no',  'no',  'no',  'no',  'no',  'no',  'no',  'no', 'no',  'no', 'no'],
  'network.set':            ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no', 'no'],
  'network.read':           ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no', 'no'],
  'network.admit':          ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no', 'no'],
  'network.reveal':         ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no', 'no'],
  'membership.write':       ['no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no', 'no'],
  'meeting.call':           ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no', 'no'],
  'meeting.people':         ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no'],
  'meeting.lead':           ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no'],
  'meeting.answer':         ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no', 'no'],
  'meeting.join':           ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no', 'no'],
  'agenda.propose':         ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no', 'no'],
  'agenda.order':           ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no'],
  'agenda.answer':          ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no', 'no'],
  'action.finish':          ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no', 'no'],
  'minutes.write':          ['own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no', 'no'],
  'board.write':            ['own', 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no', 'no'],
  'board.propose':          ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'all', 'no' , 'no', 'no'],
  'place.open':             ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'place.read':             ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'place.write':            ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'staff.read':            ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'staff.invite':          ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'staff.remove':          ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'hours.write':            ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.prove':          ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.request':        ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.request-for':    ['no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.enter':          ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.answer':         ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.change':         ['no' , 'no' , 'own', 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.read':           ['no' , 'no' , 'own', 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.reveal':         ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'booking.follow':         ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own'],
  'booking.move-own':       ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own'],
  'booking.withdraw-own':   ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'own'],
  'food.put':               ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'food.take':              ['no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'all', 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
  'fridge.tend':            ['no' , 'no' , 'no' , 'no' , 'own', 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no' , 'no'],
};

export const EXPECTED_ACTIONS = Object.keys(TABLE) as Action[];

/** What this grant alone gives. */
export const expectedOf = (who: Who, action: Action): Expected => TABLE[action][WHO.indexOf(who)] ?? 'no';

/** Whoever can send something: our own timers can't. */
export const SENDERS = WHO.filter((who) => who !== 'TIMER');
export type Sender = (typeof SENDERS)[number];

/** Actions that no field of the API stands for: checked against the table only. */
export const WITHOUT_API: readonly Action[] = ['session.start', 'account.grant', 'dispatch.advance', 'duty.end', 'board.propose'];
