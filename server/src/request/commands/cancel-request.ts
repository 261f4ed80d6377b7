import { CancelRequest } from '@ww/shared/request/input';
import { requestCommand } from '../request-command.ts';

/** Closes a request that will not be done, with the reason. */
export const cancelRequest = requestCommand('request.cancel', CancelRequest, (tx, request, giver, { reason }) => {
  request.give('cancel', giver, tx.now);
  request.cancelReason = reason;
  return { reason };
});
