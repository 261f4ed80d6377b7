import { LockMode } from '@mikro-orm/core';
import { OnMeeting } from '@ww/shared/network/input';
import { AgendaItem } from '../../agenda/agenda-item.entity.ts';
import { addFollowUp } from '../../agenda/follow-up.ts';
import { announceMeeting } from '../../meeting/meeting-record.ts';
import { Meeting } from '../../meeting/meeting.entity.ts';
import { forgetNeeds } from '../../meeting/seats.ts';
import { buildMinutes } from '../../minutes/build.ts';
import { endVoices, leadCommand } from '../lead-command.ts';
import { Arrangement } from '../live.entity.ts';
import { forgetBallots } from '../voting.ts';

/**
 * Closes the meeting: clocks stop, hands go down, what was being voted on is withdrawn; the minutes are there at once, and what is
 * still to be done comes first at the meetings ahead.
 */
export const endMeeting = leadCommand(OnMeeting, async (tx, meeting) => {
  const current = await tx.em.findOne(AgendaItem, { meetingId: meeting.id, state: 'CURRENT' });
  current?.leave('DONE', tx.now);
  await endVoices(tx, meeting);
  await tx.em.execute(`update speaker set state = 'DONE' where meeting_id = ? and state = 'WAITING'`, [meeting.id]);
  for (const open of await tx.em.find(Arrangement, { meetingId: meeting.id, state: 'VOTING' })) {
    open.state = 'WITHDRAWN';
    await forgetBallots(tx, open.id);
  }
  Object.assign(meeting, { state: 'ENDED', endedAt: tx.now });
  await tx.em.flush();
  await buildMinutes(tx, meeting);
  await forgetNeeds(tx, meeting);
  const ahead = { district: meeting.district, state: { $in: ['DRAFT', 'PUBLISHED'] as const } };
  const locked = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  for (const next of await tx.em.find(Meeting, ahead, locked)) if (await addFollowUp(tx, next)) announceMeeting(tx, next);
  return { reason: 'END' };
});
