import { ApproveMinutes } from '@ww/shared/network/input';
import { minutesCommand } from '../minutes-command.ts';

/** From now on they are fixed; the database refuses any change. */
export const approveMinutes = minutesCommand(ApproveMinutes, (tx, minutes) => {
  const { signedIn } = tx.ctx;
  const by = { approvedById: signedIn?.personId ?? null, approvedBy: signedIn?.displayName ?? null };
  Object.assign(minutes, { state: 'APPROVED', approvedAt: tx.now, ...by });
  return 'APPROVE';
});
