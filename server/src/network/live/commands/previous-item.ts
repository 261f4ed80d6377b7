import { StepItem } from '@ww/shared/network/input';
import { itemsInOrder } from '../../agenda/order.ts';
import { begin, endVoices, expectCurrent, leadCommand } from '../lead-command.ts';

/** Back to the point before; the current one is still to come. Before the first nothing changes. @throws AppError `CONFLICT` (`MOVED_ON`, `LED`). */
export const previousItem = leadCommand(StepItem, async (tx, meeting, { from }) => {
  const current = await expectCurrent(tx, meeting, from);
  const items = await itemsInOrder(tx, meeting.id);
  const ahead = current ? items.slice(0, items.indexOf(current)) : items;
  const before = ahead.findLast(({ state }) => state === 'DONE');
  if (!before) return { reason: 'BACK' };
  current?.leave('PLANNED', tx.now);
  await endVoices(tx, meeting);
  await begin(tx, before);
  return { reason: 'BACK' };
});
