import { OnSpeaker } from '@ww/shared/network/input';
import { meetingCommand } from '../../meeting/meeting-command.ts';
import { loadMeetingOf } from '../../meeting/meeting-record.ts';
import { Speaker } from '../live.entity.ts';

/** Takes one's own hand down, or ends one's own turn; done twice, it is done. */
export const lowerHand = meetingCommand(
  'meeting.answer',
  OnSpeaker,
  async (tx, _meeting, { id }) => {
    const speaker = await tx.em.findOneOrFail(Speaker, { id });
    if (speaker.state === 'SPEAKING') speaker.spokeTo = tx.now;
    speaker.state = 'DONE';
    return { reason: 'HAND_DOWN' };
  },
  async (tx, { id }) => {
    const loaded = await loadMeetingOf(tx, 'speaker', id);
    const { personId } = tx.actor;
    const isOwn = personId !== null && (await tx.em.count(Speaker, { id, personId })) > 0;
    // of no district, so that whoever tries another's is refused and written down
    return loaded && (isOwn ? loaded : { ...loaded, subject: {} });
  },
);
