import { newId } from '@ww/shared/id';
import { NETWORK_INPUT, OnMeeting } from '@ww/shared/network/input';
import { conflict, notFound } from '../../../platform/errors.ts';
import { arrive } from '../../meeting/attendance.ts';
import { meetingCommand } from '../../meeting/meeting-command.ts';
import { expectState } from '../../meeting/meeting-record.ts';
import { organisationNameOf } from '../../member/people.ts';
import { beginNext, expectLeader } from '../lead-command.ts';

/**
 * Opens the meeting, from two hours before its time: whoever does leads it, and its first point begins.
 * @throws AppError `CONFLICT`: `TOO_EARLY`, `LED` with who was first, or with the meeting's state.
 */
export const startMeeting = meetingCommand('meeting.lead', OnMeeting, async (tx, meeting) => {
  if (meeting.state === 'RUNNING') await expectLeader(tx, meeting);
  expectState(meeting, 'PUBLISHED');
  const { signedIn } = tx.ctx;
  if (!signedIn) throw notFound();
  const opens = new Date(meeting.startsAt.getTime() - NETWORK_INPUT.earlyMinutes * 60_000);
  if (tx.now < opens) throw conflict({ by: null, at: opens.toISOString(), state: 'TOO_EARLY' });
  const { personId, displayName } = signedIn;
  Object.assign(meeting, { state: 'RUNNING', startedAt: tx.now, leaderId: personId, leaderSince: tx.now });
  const organisation = await organisationNameOf(tx.em, personId, meeting.district);
  await arrive(tx, meeting, { id: newId(tx.now.getTime()), personId, name: displayName, organisation, remote: false });
  await beginNext(tx, meeting);
  return { reason: 'START' };
});
