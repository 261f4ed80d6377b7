import { MoveItem } from '@ww/shared/network/input';
import { conflict } from '../../../platform/errors.ts';
import { expectState } from '../../meeting/meeting-record.ts';
import { itemCommand } from '../item-command.ts';
import { itemsInOrder, rankBehind } from '../order.ts';

/**
 * Puts a point behind another, or first. Each move holds for itself, so that several people can order at once and nothing is lost:
 * the last word on a point's place is the last move of that point.
 * @throws AppError `CONFLICT`: `GONE` when the other point is there no more, or the point's state when its turn has come.
 */
export const moveItem = itemCommand('agenda.order', MoveItem, async (tx, meeting, item, { afterId }) => {
  expectState(meeting, 'DRAFT', 'PUBLISHED', 'RUNNING');
  if (item.kind === 'FOLLOW_UP' || (item.state !== 'PLANNED' && item.state !== 'PROPOSED'))
    throw conflict({ by: null, at: null, state: item.state });
  if (afterId === item.id) return {};
  const others = (await itemsInOrder(tx, meeting.id)).filter(({ id }) => id !== item.id);
  const rank = rankBehind(others, afterId);
  if (rank === null) throw conflict({ by: null, at: null, state: 'GONE' });
  item.rank = rank;
  return {};
});
