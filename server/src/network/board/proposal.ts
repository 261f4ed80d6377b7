import { LockMode } from '@mikro-orm/core';
import type { Tx } from '../../platform/command.ts';
import { AgendaItem } from '../agenda/agenda-item.entity.ts';
import { announceMeeting } from '../meeting/meeting-record.ts';
import { Meeting } from '../meeting/meeting.entity.ts';

/** A need as it waits on an agenda for the coordinator's answer. */
export interface Proposal {
  meeting: Meeting;
  item: AgendaItem;
}

/** What is proposed of this entry, its meeting locked; null when nothing is, or it has been answered. The board must be locked. */
export async function lockProposal(tx: Tx, entryId: string): Promise<Proposal | null> {
  const [found] = await tx.em.execute<{ id: string }[]>(
    `select meeting_id as id from agenda_item where entry_id = ? and state = 'PROPOSED'`,
    [entryId],
  );
  if (!found) return null;
  const meeting = await tx.em.findOneOrFail(Meeting, { id: found.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const item = await tx.em.findOne(AgendaItem, { entryId, state: 'PROPOSED' });
  return item && { meeting, item };
}

/**
 * What nobody lacks any more is not talked about. The item goes, rather than being refused: nobody proposed it and nobody
 * needs an answer, and should the need be open again it can be proposed again.
 */
export function withdrawProposal(tx: Tx, proposal: Proposal | null): void {
  if (!proposal) return;
  tx.em.remove(proposal.item);
  announceMeeting(tx, proposal.meeting);
}
