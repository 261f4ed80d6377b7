import { PostEntry } from '@ww/shared/network/input';
import { warsawDay } from '@ww/shared/week';
import { command } from '../../../platform/command.ts';
import { demandSignedIn } from '../../../platform/demand.ts';
import { invalid } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import type { Network } from '../../member/network.entity.ts';
import { BoardEntry } from '../board.entity.ts';
import { aboutBoard, announceEntry, checkDays, findNetwork, subjectOf, type BoardAnswer } from '../board-record.ts';

/**
 * Somebody in the Network has something, or lacks it. A need begins to wait for an answer.
 * @throws AppError `NOT_FOUND` unless the Network runs and the organisation is a member; `INVALID`: `toDay` (`daysOrder`,
 * `dueInPast`), `id` (`taken`).
 */
export const postEntry = command<typeof PostEntry, Network, BoardAnswer>({
  action: 'board.write',
  input: PostEntry,
  async load(tx, input) {
    const it = await findNetwork(tx, input);
    return it && { it, subject: subjectOf(input), about: aboutBoard(input) };
  },
  async run(tx, network, { key: _key, ...input }) {
    const signedIn = demandSignedIn(tx.ctx);
    const wrong = checkDays(input, warsawDay(tx.now));
    if (wrong.length > 0) throw invalid(wrong);
    const entry = Object.assign(new BoardEntry(), {
      ...{ ...input, state: 'OPEN', postedById: signedIn.personId, postedBy: signedIn.displayName, createdAt: tx.now },
      ...{ proposeAt: null, timerId: null, endedAt: null, version: 1 },
    } as const);
    entry.waitForAnswer(network.unansweredDays, tx.now);
    await insertNew(tx, entry);
    announceEntry(tx, entry);
    tx.audit(aboutBoard(entry));
    return { id: entry.id, district: entry.district };
  },
});
