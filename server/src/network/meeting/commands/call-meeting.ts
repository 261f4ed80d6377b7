import { CallMeeting } from '@ww/shared/network/input';
import { checkTimes } from '@ww/shared/network/times';
import { command } from '../../../platform/command.ts';
import { invalid } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { takeRoom } from '../../../place/booking/for-meeting.ts';
import { addFollowUp } from '../../agenda/follow-up.ts';
import { proposeUnanswered } from '../../board/propose.ts';
import { Network } from '../../member/network.entity.ts';
import type { MeetingAnswer } from '../meeting-command.ts';
import { aboutMeeting, announceMeeting } from '../meeting-record.ts';
import { Meeting, MeetingPrivate } from '../meeting.entity.ts';
import { addSeats } from '../seats.ts';
import { timesOf } from '../times.ts';

/**
 * A coordinator calls a meeting of the district's Network; nobody else sees it until it is published.
 * @throws AppError `INVALID` (`whereMeeting`, `startInPast`, `deadlineAfterStart`); `NOT_FOUND` where the district runs no Network;
 * as `takeRoom` for a room.
 */
export const callMeeting = command<typeof CallMeeting, Network, MeetingAnswer>({
  action: 'meeting.call',
  input: CallMeeting,
  async load(tx, { id, district }) {
    const network = await tx.em.findOne(Network, { district, enabled: true });
    return network && { it: network, subject: { district }, about: aboutMeeting({ id, district }) };
  },
  async run(tx, { district }, input) {
    const link = input.link ?? null;
    const wrong = checkTimes(input, link !== null, tx.now, null);
    if (wrong.length > 0) throw invalid(wrong);
    const meeting = Object.assign(new Meeting(), {
      ...{ id: input.id, district, title: input.title, seats: input.seats, online: link !== null },
      ...timesOf(input, tx.now),
      ...{ state: 'DRAFT' as const, calledById: tx.actor.personId, createdAt: tx.now, deputyIds: [], nextPlace: 1 },
      ...{ sequence: 0, detailsVersion: 1, version: 0 },
    });
    await insertNew(tx, meeting);
    if (link !== null) tx.em.persist(Object.assign(new MeetingPrivate(), { meetingId: meeting.id, link }));
    if (input.roomId !== null) await takeRoom(tx, meeting, input.roomId);
    await addSeats(tx, meeting.id, 1, meeting.seats);
    await addFollowUp(tx, meeting);
    await proposeUnanswered(tx, meeting);
    announceMeeting(tx, meeting);
    tx.audit(aboutMeeting(meeting));
    return { id: meeting.id };
  },
});
