import { AnswerItem } from '@ww/shared/network/input';
import { conflict, invalid } from '../../../platform/errors.ts';
import { expectState } from '../../meeting/meeting-record.ts';
import { itemCommand } from '../item-command.ts';
import { itemsInOrder, rankBehind } from '../order.ts';

/**
 * The coordinator takes a proposal onto the agenda, or answers why not.
 * @throws AppError `INVALID` on `answer` (`required`) for a no without a reason; `CONFLICT` when it was answered before.
 */
export const answerItem = itemCommand('agenda.answer', AnswerItem, async (tx, meeting, item, { accepted, answer }) => {
  expectState(meeting, 'DRAFT', 'PUBLISHED', 'RUNNING');
  if (item.state !== 'PROPOSED') throw conflict({ by: null, at: null, state: item.state });
  if (!accepted && answer === null) throw invalid([{ path: 'answer', rule: 'required' }]);
  Object.assign(item, { state: accepted ? 'PLANNED' : 'REFUSED', answer, version: item.version + 1 });
  if (!accepted) return { reason: 'REFUSED' };
  const others = (await itemsInOrder(tx, meeting.id)).filter(({ id }) => id !== item.id);
  item.rank = rankBehind(others, others.at(-1)?.id ?? null) ?? item.rank;
  return { reason: 'ACCEPTED' };
});
