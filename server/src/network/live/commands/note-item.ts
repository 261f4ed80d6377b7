import { NoteItem } from '@ww/shared/network/input';
import { notFound, stale } from '../../../platform/errors.ts';
import { AgendaItem } from '../../agenda/agenda-item.entity.ts';
import { meetingCommand } from '../../meeting/meeting-command.ts';
import { expectState } from '../../meeting/meeting-record.ts';

/** A note to a point, for the minutes; whoever may lead can write it while another leads. @throws AppError `STALE`; `CONFLICT` with the meeting's state. */
export const noteItem = meetingCommand('meeting.lead', NoteItem, async (tx, meeting, { itemId, version, note }) => {
  expectState(meeting, 'RUNNING');
  const item = await tx.em.findOne(AgendaItem, { id: itemId, meetingId: meeting.id });
  if (!item) throw notFound();
  if (item.version !== version) throw stale(item.version);
  Object.assign(item, { note, version: version + 1 });
  return { subjectType: 'agenda', subjectId: item.id };
});
