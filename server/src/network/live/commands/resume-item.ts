import { ResumeItem } from '@ww/shared/network/input';
import { conflict, notFound } from '../../../platform/errors.ts';
import { AgendaItem } from '../../agenda/agenda-item.entity.ts';
import { begin, endVoices, expectCurrent, leadCommand } from '../lead-command.ts';

/**
 * A parked point, or one whose turn has not come, becomes the current one; the current is still to come.
 * @throws AppError `CONFLICT`: `MOVED_ON`, `LED`, or the point's state.
 */
export const resumeItem = leadCommand(ResumeItem, async (tx, meeting, { itemId, from }) => {
  const current = await expectCurrent(tx, meeting, from);
  const item = await tx.em.findOne(AgendaItem, { id: itemId, meetingId: meeting.id });
  if (!item) throw notFound();
  if (item.state !== 'PARKED' && item.state !== 'PLANNED') throw conflict({ by: null, at: null, state: item.state });
  current?.leave('PLANNED', tx.now);
  await endVoices(tx, meeting);
  await begin(tx, item);
  return { reason: 'RESUME' };
});
