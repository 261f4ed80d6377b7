import { newId } from '@ww/shared/id';
import { isLateNotice } from '@ww/shared/holidays';
import { AnswerMeeting } from '@ww/shared/network/input';
import { can } from '@ww/shared/policy';
import { command, type Tx } from '../../../platform/command.ts';
import { conflict, invalid, notFound } from '../../../platform/errors.ts';
import { NetworkMember } from '../../member/network.entity.ts';
import type { MeetingAnswer } from '../meeting-command.ts';
import { aboutMeeting, announceMeeting, expectState, loadMeeting } from '../meeting-record.ts';
import type { Meeting } from '../meeting.entity.ts';
import { Rsvp, RsvpPrivate } from '../rsvp.entity.ts';
import { announceRsvp, freeSeat, moveUp } from '../seats.ts';

/**
 * A member says whether they come, and for which organisation: a seat while there is one, then the waiting list in the order of
 * signing up. Whoever gives up a seat passes it on at once.
 * @throws AppError `INVALID` on `organisationId` (`member`); `CONFLICT` (`CLOSED`) after the deadline, or with the meeting's state.
 */
export const answerMeeting = command<typeof AnswerMeeting, Meeting, MeetingAnswer>({
  action: 'meeting.answer',
  input: AnswerMeeting,
  load: (tx, { id }) => loadMeeting(tx, id),
  async run(tx, meeting, input) {
    const personId = tx.actor.personId;
    if (personId === null) throw notFound();
    expectState(meeting, 'PUBLISHED');
    if (!meeting.takesAnswers(tx.now)) throw conflict({ by: null, at: meeting.startsAt.toISOString(), state: 'CLOSED' });
    await expectMember(tx, meeting.district, input.organisationId);
    const known = await tx.em.findOne(Rsvp, { meetingId: meeting.id, personId });
    const isIn = known !== null && known.state !== 'DECLINED';
    if (input.coming && !isIn && tx.now >= meeting.signUpUntil)
      throw conflict({ by: null, at: meeting.signUpUntil.toISOString(), state: 'CLOSED' });
    const rsvp = known ?? blank(tx, meeting, personId);
    if (input.coming && !isIn) await seat(tx, meeting, rsvp);
    if (!input.coming) Object.assign(rsvp, { state: 'DECLINED', seat: null });
    await fill(tx, meeting, rsvp, input);
    await moveUp(tx, meeting);
    announceMeeting(tx, meeting);
    tx.audit({ ...aboutMeeting(meeting), reason: input.coming ? rsvp.state : 'DECLINED' });
    return { id: meeting.id };
  },
});

async function expectMember(tx: Tx, district: string, organisationId: string): Promise<void> {
  const isOwn = can(tx.actor, 'membership.write', { organisation: organisationId });
  const member = isOwn && (await tx.em.findOne(NetworkMember, { district, organisationId, state: 'MEMBER' }));
  if (!member) throw invalid([{ path: 'organisationId', rule: 'member' }]);
}

function blank(tx: Tx, meeting: Meeting, personId: string): Rsvp {
  const rsvp = Object.assign(new Rsvp(), {
    ...{ id: newId(tx.now.getTime()), meetingId: meeting.id, personId, state: 'DECLINED' as const, seat: null, version: 0 },
    ...{ place: meeting.nextPlace++, interpreter: false, interpreterLate: false, hasNeeds: false },
  });
  tx.em.persist(rsvp);
  return rsvp;
}

async function seat(tx: Tx, meeting: Meeting, rsvp: Rsvp): Promise<void> {
  const free = await freeSeat(tx, meeting);
  // whoever comes back stands at the end
  if (rsvp.version > 0) rsvp.place = meeting.nextPlace++;
  Object.assign(rsvp, { state: free === null ? 'WAITING' : 'ACCEPTED', seat: free });
}

type Given = Pick<Rsvp, 'organisationId' | 'interpreter'> & { coming: boolean; needs?: string | null | undefined };

/** What was said besides; an interpreter asked for late is flagged, never refused. */
async function fill(tx: Tx, meeting: Meeting, rsvp: Rsvp, { organisationId, interpreter, coming, needs }: Given): Promise<void> {
  const asksNow = coming && interpreter && !rsvp.interpreter;
  Object.assign(rsvp, { organisationId, answeredAt: tx.now, interpreter: coming && interpreter });
  if (asksNow) rsvp.interpreterLate = isLateNotice(tx.now, meeting.startsAt);
  if (!rsvp.interpreter) rsvp.interpreterLate = false;
  announceRsvp(tx, rsvp);
  await tx.em.flush();
  const kept = coming ? needs : null;
  if (kept === undefined) return;
  rsvp.hasNeeds = kept !== null;
  await tx.em.execute('delete from rsvp_private where rsvp_id = ?', [rsvp.id]);
  if (kept !== null) tx.em.persist(Object.assign(new RsvpPrivate(), { rsvpId: rsvp.id, needs: kept }));
}
