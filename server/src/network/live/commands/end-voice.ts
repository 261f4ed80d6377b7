import { OnSpeaker } from '@ww/shared/network/input';
import { loadMeetingOf } from '../../meeting/meeting-record.ts';
import { leadCommand } from '../lead-command.ts';
import { Speaker } from '../live.entity.ts';

/** The leader ends a turn, or takes somebody off the line; done twice, it is done. */
export const endVoice = leadCommand(
  OnSpeaker,
  async (tx, _meeting, { id }) => {
    const speaker = await tx.em.findOneOrFail(Speaker, { id });
    if (speaker.state === 'SPEAKING') speaker.spokeTo = tx.now;
    speaker.state = 'DONE';
    return { reason: 'END_VOICE', toName: speaker.name };
  },
  (tx, { id }) => loadMeetingOf(tx, 'speaker', id),
);
