import { LockMode } from '@mikro-orm/core';
import { ProposeNeed } from '@ww/shared/network/input';
import { warsawDay } from '@ww/shared/week';
import { command } from '../../../platform/command.ts';
import { announceMeeting } from '../../meeting/meeting-record.ts';
import type { Meeting } from '../../meeting/meeting.entity.ts';
import { BoardEntry } from '../board.entity.ts';
import { aboutBoard, findNetwork, lockBoard } from '../board-record.ts';
import { lockNextMeeting, proposeFromBoard } from '../propose.ts';

interface NeedAt {
  entry: BoardEntry;
  meeting: Meeting | null;
}

/**
 * A need has waited long enough; its key is the timer's id. It is proposed to the district's next meeting, or waits until one
 * is called (`proposeUnanswered`); one whose days have passed is not. One that was answered, closed or set to wait anew has another timer or none, and stays.
 * @throws Error before its time.
 */
export const proposeNeed = command<typeof ProposeNeed, NeedAt, { id: string }>({
  action: 'board.propose',
  input: ProposeNeed,
  async load(tx, { id }) {
    const [found] = await tx.em.execute<{ district: string }[]>('select district from board_entry where id = ?', [id]);
    if (!found) return null;
    await lockBoard(tx, found.district);
    const meeting = await lockNextMeeting(tx, found.district);
    const entry = await tx.em.findOneOrFail(BoardEntry, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    return { it: { entry, meeting }, subject: { district: entry.district }, about: aboutBoard(entry) };
  },
  async run(tx, { entry, meeting }, { key, id }) {
    if (!entry.isOpenNeed || !entry.proposeAt || entry.timerId !== key) return { id };
    if (entry.proposeAt > tx.now) throw new Error('this need has not waited long enough yet');
    const isPast = entry.toDay != null && entry.toDay < warsawDay(tx.now);
    if (meeting && !isPast && (await findNetwork(tx, entry)) && (await proposeFromBoard(tx, meeting, entry))) {
      announceMeeting(tx, meeting);
      tx.audit(aboutBoard(entry));
    }
    return { id };
  },
});
