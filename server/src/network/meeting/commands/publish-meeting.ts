import { LockMode } from '@mikro-orm/core';
import { PublishMeeting } from '@ww/shared/network/input';
import { conflict, invalid } from '../../../platform/errors.ts';
import { Network } from '../../member/network.entity.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState } from '../meeting-record.ts';

/**
 * Opens a draft to the Network: members see it, sign up and propose points; each is told once.
 * @throws AppError `CONFLICT` (`OFF` where the Network runs no more, or the meeting's state); `INVALID` (`startInPast`).
 */
export const publishMeeting = meetingCommand('meeting.call', PublishMeeting, async (tx, meeting) => {
  expectState(meeting, 'DRAFT');
  // held until the commit: a Network is not switched off under a meeting that is being published
  const network = await tx.em.findOne(Network, { district: meeting.district, enabled: true }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!network) throw conflict({ by: null, at: null, state: 'OFF' });
  if (meeting.startsAt <= tx.now) throw invalid([{ path: 'startsAt', rule: 'startInPast' }]);
  Object.assign(meeting, { state: 'PUBLISHED', publishedAt: tx.now });
  return undefined;
});
