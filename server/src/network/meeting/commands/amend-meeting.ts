import { isLateNotice } from '@ww/shared/holidays';
import { AmendMeeting } from '@ww/shared/network/input';
import { checkTimes } from '@ww/shared/network/times';
import type { Tx } from '../../../platform/command.ts';
import { invalid, stale } from '../../../platform/errors.ts';
import { giveRoomBack, moveRoomAlong, takeRoom } from '../../../place/booking/for-meeting.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState } from '../meeting-record.ts';
import { type Meeting, MeetingPrivate } from '../meeting.entity.ts';
import { Rsvp } from '../rsvp.entity.ts';
import { moveUp, setSeats } from '../seats.ts';
import { calendarFacts, timesOf } from '../times.ts';

/**
 * Corrects or moves a meeting. Whoever has it in a calendar is told once, after the undo window.
 * @throws AppError `STALE`; `CONFLICT` once it has begun or was called off; `SEATS_TAKEN` when others than those in `losing`
 * would lose their seat; `INVALID` as in calling it; as `takeRoom` for its room.
 */
export const amendMeeting = meetingCommand('meeting.call', AmendMeeting, async (tx, meeting, input) => {
  expectState(meeting, 'DRAFT', 'PUBLISHED');
  if (meeting.detailsVersion !== input.version) throw stale(meeting.detailsVersion);
  const online = input.link === undefined ? meeting.online : input.link !== null;
  const wrong = checkTimes(input, online, tx.now, meeting.startsAt);
  if (wrong.length > 0) throw invalid(wrong);
  const before = { facts: calendarFacts(meeting), startsAt: meeting.startsAt };
  Object.assign(meeting, { title: input.title, online, ...timesOf(input, tx.now) });
  const hasNewLink = input.link !== undefined && (await setLink(tx, meeting.id, input.link));
  if (calendarFacts(meeting) !== before.facts || hasNewLink) await tellAgain(tx, meeting, before.startsAt);
  await setSeats(tx, meeting, input.seats, input.losing);
  await setRoom(tx, meeting, input.roomId);
  await moveUp(tx, meeting);
  meeting.detailsVersion += 1;
  return undefined;
});

/** @param roomId left out, the room moves along */
async function setRoom(tx: Tx, meeting: Meeting, roomId: string | null | undefined): Promise<void> {
  if (roomId === undefined) return moveRoomAlong(tx, meeting);
  await giveRoomBack(tx, meeting.id);
  if (roomId !== null) await takeRoom(tx, meeting, roomId);
}

/** A draft is in nobody's calendar. */
async function tellAgain(tx: Tx, meeting: Meeting, startedAt: Date): Promise<void> {
  if (meeting.state === 'DRAFT') return;
  meeting.sequence += 1;
  if (meeting.startsAt.getTime() === startedAt.getTime()) return;
  meeting.movedFrom = startedAt;
  for (const rsvp of await tx.em.find(Rsvp, { meetingId: meeting.id, interpreter: true }))
    rsvp.interpreterLate = isLateNotice(rsvp.answeredAt, meeting.startsAt);
}

/** Returns whether it is another one than before. */
async function setLink(tx: Tx, meetingId: string, link: string | null): Promise<boolean> {
  const kept = await tx.em.findOne(MeetingPrivate, { meetingId });
  if ((kept?.link ?? null) === link) return false;
  if (link !== null && kept) kept.link = link;
  else if (link !== null) tx.em.persist(Object.assign(new MeetingPrivate(), { meetingId, link }));
  else if (kept) tx.em.remove(kept);
  return true;
}
