import { LockMode } from '@mikro-orm/core';
import { newId } from '@ww/shared/id';
import { warsawDay } from '@ww/shared/week';
import type { Tx } from '../../platform/command.ts';
import { AgendaItem } from '../agenda/agenda-item.entity.ts';
import { newItem } from '../agenda/new-item.ts';
import { rankLast } from '../agenda/order.ts';
import { Meeting } from '../meeting/meeting.entity.ts';
import { announceEntry, lockBoard } from './board-record.ts';
import { BoardEntry } from './board.entity.ts';

const ITEM_MINUTES = 10;
/** Of one meeting, the longest waiting first; an agenda of nothing else helps nobody. */
const MOST = 20;

/** The district's next meeting that can take proposals, locked; null when none is called. */
export async function lockNextMeeting(tx: Tx, district: string): Promise<Meeting | null> {
  return tx.em.findOne(
    Meeting,
    { district, state: { $in: ['DRAFT', 'PUBLISHED'] }, startsAt: { $gt: tx.now } },
    { orderBy: { startsAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
}

/** An agenda that came to nothing keeps its items, but not the needs: these can be proposed again. */
async function freeNeeds(tx: Tx, district: string): Promise<void> {
  await tx.em.execute(
    `update agenda_item i set entry_id = null from meeting m, board_entry e
     where m.id = i.meeting_id and e.id = i.entry_id and e.district = ? and e.state = 'OPEN'
       and (m.state = 'CANCELLED' or (m.state = 'ENDED' and i.state in ('PROPOSED', 'PLANNED')))`,
    [district],
  );
}

/**
 * Puts a need behind the other items as a proposal, unless it is on some agenda by now. The meeting must be locked, and the
 * caller tells of it.
 * @returns whether it was put there
 */
export async function proposeFromBoard(tx: Tx, meeting: Meeting, entry: BoardEntry): Promise<boolean> {
  await freeNeeds(tx, meeting.district);
  if ((await tx.em.count(AgendaItem, { entryId: entry.id })) > 0) return false;
  const rank = await rankLast(tx, meeting.id);
  const { id: entryId, title } = entry;
  tx.em.persist(
    newItem(tx, {
      ...{ id: newId(tx.now.getTime()), meetingId: meeting.id, entryId, title, kind: 'RESOURCES_NEEDS', state: 'PROPOSED' },
      ...{ minutes: ITEM_MINUTES, rank },
    }),
  );
  // the next one's rank is found in the database
  await tx.em.flush();
  announceEntry(tx, entry);
  return true;
}

/** Needs whose time came while no meeting was called, and whose days have not passed; for the command that calls one, which tells of the meeting. */
export async function proposeUnanswered(tx: Tx, meeting: Meeting): Promise<void> {
  await tx.em.flush();
  await lockBoard(tx, meeting.district);
  await freeNeeds(tx, meeting.district);
  const waiting = await tx.em.execute<{ id: string }[]>(
    `select e.id from board_entry e join network n on n.district = e.district and n.enabled
     where e.district = ? and e.side = 'NEED' and e.state = 'OPEN' and e.propose_at <= ?
       and (e.to_day is null or e.to_day >= ?)
       and not exists (select 1 from agenda_item i where i.entry_id = e.id)
       and (e.organisation_id is null or exists (select 1 from network_member m
         where m.district = e.district and m.organisation_id = e.organisation_id and m.state = 'MEMBER'))
     order by e.propose_at, e.id limit ${MOST}`,
    [meeting.district, tx.now, warsawDay(tx.now)],
  );
  const ids = waiting.map(({ id }) => id);
  const entries = await tx.em.find(BoardEntry, { id: { $in: ids } }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  for (const id of ids) {
    const entry = entries.find((each) => each.id === id);
    if (entry) await proposeFromBoard(tx, meeting, entry);
  }
}
