import { OnSpeaker } from '@ww/shared/network/input';
import { conflict } from '../../../platform/errors.ts';
import { loadMeetingOf } from '../../meeting/meeting-record.ts';
import { endVoices, leadCommand } from '../lead-command.ts';
import { Speaker } from '../live.entity.ts';

/** Somebody who waits may speak; whoever spoke has spoken. @throws AppError `CONFLICT` with the hand's state when it is down. */
export const giveVoice = leadCommand(
  OnSpeaker,
  async (tx, meeting, { id }) => {
    const speaker = await tx.em.findOneOrFail(Speaker, { id });
    if (speaker.state !== 'WAITING') throw conflict({ by: null, at: null, state: speaker.state });
    await endVoices(tx, meeting);
    Object.assign(speaker, { state: 'SPEAKING', spokeFrom: tx.now });
    return { reason: 'GIVE_VOICE', toName: speaker.name };
  },
  (tx, { id }) => loadMeetingOf(tx, 'speaker', id),
);
