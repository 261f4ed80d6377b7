import { ExtendItem } from '@ww/shared/network/input';
import { expectCurrent, leadCommand } from '../lead-command.ts';

/** More minutes for the current point. @throws AppError `CONFLICT` (`MOVED_ON`, `LED`). */
export const extendItem = leadCommand(ExtendItem, async (tx, meeting, { from, minutes }) => {
  const current = await expectCurrent(tx, meeting, from);
  if (current) current.extraMinutes += minutes;
  return { reason: `+${minutes}` };
});
