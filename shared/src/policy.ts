import { SCOPE_OF, type Actor, type Grant, type Role, type Standing, type Subject } from './roles.ts';

/** Everything that can be allowed. What is not listed for a role below is refused. */
export const ACTIONS = [
  'request.intake',
  'request.submit',
  'request.read',
  'request.reveal',
  'request.triage',
  'request.claim',
  'request.release',
  'request.assign',
  'request.start',
  'request.finish',
  'request.cancel',
  'request.prioritise',
  'request.amend',
  'request.note',
  'request.undo',
  'request.act-for-others',
  'request.follow',
  'request.amend-own',
  'request.withdraw-own',
  'presence.show',
  'counts.read',
  'counts.read-suppressed',
  'audit.read',
  'team.read',
  'team.invite',
  'team.remove',
  'invitation.accept',
  'account.grant',
  'session.start',
  'session.list',
  'session.revoke',
  'link.ask',
  'link.enter',
  'demo.steer',
  'organisation.register',
  'organisation.read',
  'volunteer.read',
  'volunteer.write',
  'volunteer.reveal',
  'availability.write',
  'pool.write',
  'coverage.read',
  'dispatch.offer',
  'dispatch.override',
  'dispatch.record',
  'dispatch.stop',
  'dispatch.advance',
  'duty.end',
  'pool.answer',
  'mine.read',
  'offer.answer',
  'task.step',
  'task.reveal',
  'task.undo',
  'network.set',
  'network.read',
  'network.admit',
  'network.reveal',
  'membership.write',
  'meeting.call',
  'meeting.people',
  'meeting.lead',
  'meeting.answer',
  'meeting.join',
  'agenda.propose',
  'agenda.order',
  'agenda.answer',
  'action.finish',
  'minutes.write',
  'board.write',
  'board.propose',
  'place.open',
  'place.read',
  'place.write',
  'staff.read',
  'staff.invite',
  'staff.remove',
  'hours.write',
  'booking.prove',
  'booking.request',
  'booking.request-for',
  'booking.enter',
  'booking.answer',
  'booking.change',
  'booking.read',
  'booking.reveal',
  'booking.follow',
  'booking.move-own',
  'booking.withdraw-own',
  'food.put',
  'food.take',
  'fridge.tend',
] as const;
export type Action = (typeof ACTIONS)[number];

const STAFF: readonly Action[] = [
  'request.intake',
  'request.read',
  'request.reveal',
  'request.triage',
  'request.claim',
  'request.release',
  'request.assign',
  'request.start',
  'request.finish',
  'request.cancel',
  'request.prioritise',
  'request.amend',
  'request.note',
  'request.undo',
  'presence.show',
  'team.read',
  'organisation.read',
  'volunteer.read',
  'volunteer.reveal',
  'dispatch.offer',
  'dispatch.record',
  'dispatch.stop',
];

/** For one's own volunteers: those of the organisation, or those whom the district holds without one. */
const HOST: readonly Action[] = ['volunteer.write', 'availability.write'];

/** What everybody inside a Network may do in its district. */
const INSIDE: readonly Action[] = ['network.read', 'network.reveal', 'meeting.join', 'agenda.propose'];

/** What leads a meeting. */
const LEAD: readonly Action[] = ['meeting.lead', 'meeting.people', 'agenda.order'];

/** Saying who looks after a place. */
const OF_STAFF: readonly Action[] = ['staff.read', 'staff.invite', 'staff.remove'];

/**
 * The one table of who may do what, in the scope of the grant (`SCOPE_OF`). Deny by default.
 * Source: the roles of Zarządzenie 469/2020 (Teams) and of the local volunteering programme (DKW).
 */
export const POLICY: Record<Role | Standing, readonly Action[]> = {
  DISTRICT_COORDINATOR: [
    ...STAFF,
    ...HOST,
    'request.act-for-others',
    'team.invite',
    'team.remove',
    'organisation.register',
    'dispatch.override',
    ...INSIDE,
    ...LEAD,
    'network.set',
    'network.admit',
    'meeting.call',
    'agenda.answer',
    'action.finish',
    'minutes.write',
    'board.write',
  ],
  TEAM_MEMBER: STAFF,
  ORGANISATION_COORDINATOR: [
    ...HOST,
    'organisation.read',
    'volunteer.read',
    'volunteer.reveal',
    'pool.write',
    'pool.answer',
    'membership.write',
    'board.write',
    'booking.request-for',
    'booking.change',
    'booking.read',
  ],
  VOLUNTEER: ['availability.write', 'mine.read', 'offer.answer', 'task.step', 'task.reveal', 'task.undo'],
  PLACE_STAFF: [
    'place.read',
    'place.write',
    ...OF_STAFF,
    'hours.write',
    'booking.enter',
    'booking.answer',
    'booking.change',
    'booking.read',
    'booking.reveal',
    'fridge.tend',
  ],
  CITY_ANALYST: ['counts.read-suppressed'],
  AUDITOR: ['audit.read'],
  ADMIN: ['account.grant', 'team.read', 'team.invite', 'team.remove', 'network.set', 'place.open', ...OF_STAFF],
  ANYONE: [
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
  ],
  SIGNED_IN: ['session.list', 'session.revoke', 'action.finish'],
  CODE_HOLDER: ['request.follow', 'request.amend-own', 'request.withdraw-own'],
  TIMER: ['dispatch.advance', 'duty.end', 'board.propose'],
  NETWORK_MEMBER: [...INSIDE, 'meeting.answer'],
  MEETING_DEPUTY: LEAD,
  BOOKING_HOLDER: ['booking.follow', 'booking.move-own', 'booking.withdraw-own'],
};

/** City-wide reading of operational counts comes with any district staff role: neighbours help each other. */
const CITY_WIDE: Partial<Record<Role | Standing, readonly Action[]>> = {
  DISTRICT_COORDINATOR: ['counts.read', 'coverage.read'],
  TEAM_MEMBER: ['counts.read', 'coverage.read'],
  ORGANISATION_COORDINATOR: ['coverage.read'],
};

function covers(grant: Grant, subject: Subject): boolean {
  const kind = SCOPE_OF[grant.role];
  return kind === 'city' || (grant.scope !== null && subject[kind] === grant.scope);
}

/** Whether one grant alone allows the action on the subject. */
export function grantAllows(grant: Grant, action: Action, subject: Subject): boolean {
  if (CITY_WIDE[grant.role]?.includes(action)) return true;
  return POLICY[grant.role].includes(action) && covers(grant, subject);
}

/** Whether the actor may do the action to the subject. Missing and forbidden must answer alike (`NOT_FOUND`). */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  return actor.grants.some((grant) => grantAllows(grant, action, subject));
}

/** The districts in which the actor may do the action; `'all'` for a city-wide grant. */
export function districtsWhere(actor: Actor, action: Action): readonly string[] | 'all' {
  const own: string[] = [];
  for (const grant of actor.grants) {
    if (CITY_WIDE[grant.role]?.includes(action)) return 'all';
    if (!POLICY[grant.role].includes(action)) continue;
    if (SCOPE_OF[grant.role] === 'city') return 'all';
    if (SCOPE_OF[grant.role] === 'district' && grant.scope !== null) own.push(grant.scope);
  }
  return own;
}
