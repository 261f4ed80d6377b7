import { PutArrangement } from '@ww/shared/network/input';
import { conflict } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { AgendaItem } from '../../agenda/agenda-item.entity.ts';
import { loadMeeting } from '../../meeting/meeting-record.ts';
import { expectNew, leadCommand } from '../lead-command.ts';
import { Arrangement } from '../live.entity.ts';

/**
 * Puts an arrangement to a show of hands, under the current point.
 * @throws AppError `CONFLICT` (`VOTING`) while another is being voted on, `LED`; `INVALID` on `id` (`taken`).
 */
export const putArrangement = leadCommand(
  PutArrangement,
  async (tx, meeting, { id, text }) => {
    const open = await tx.em.findOne(Arrangement, { meetingId: meeting.id, state: 'VOTING' });
    if (open) throw conflict({ by: null, at: open.putAt.toISOString(), state: 'VOTING' });
    await expectNew(tx, 'arrangement', id);
    const current = await tx.em.findOne(AgendaItem, { meetingId: meeting.id, state: 'CURRENT' });
    const uncounted = { votesFor: null, votesAgainst: null, votesAbstained: null, savedAt: null };
    const put = { state: 'VOTING' as const, round: 1, putAt: tx.now };
    await insertNew(
      tx,
      Object.assign(new Arrangement(), { id, meetingId: meeting.id, itemId: current?.id ?? null, text, ...put, ...uncounted }),
    );
    return { reason: 'PUT' };
  },
  (tx, { meetingId }) => loadMeeting(tx, meetingId),
);
