import { OnItem } from '@ww/shared/network/input';
import { beginNext, endVoices, expectCurrent, leadCommand } from '../lead-command.ts';

/** Puts the current point aside, and goes on to the next. @throws AppError `CONFLICT` (`MOVED_ON`, `LED`). */
export const parkItem = leadCommand(OnItem, async (tx, meeting, { from }) => {
  const current = await expectCurrent(tx, meeting, from);
  current?.leave('PARKED', tx.now);
  await endVoices(tx, meeting);
  await beginNext(tx, meeting);
  return { reason: 'PARK' };
});
