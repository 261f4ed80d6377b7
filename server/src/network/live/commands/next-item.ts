import { StepItem } from '@ww/shared/network/input';
import { beginNext, endVoices, expectCurrent, leadCommand } from '../lead-command.ts';

/** On to the next point; after the last one there is none. @throws AppError `CONFLICT` (`MOVED_ON`, `LED`). */
export const nextItem = leadCommand(StepItem, async (tx, meeting, { from }) => {
  const current = await expectCurrent(tx, meeting, from);
  current?.leave('DONE', tx.now);
  await endVoices(tx, meeting);
  await beginNext(tx, meeting);
  return { reason: 'NEXT' };
});
