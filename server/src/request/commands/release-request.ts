import { OnRequest } from '@ww/shared/request/input';
import { requestCommand } from '../request-command.ts';

/** Gives a request back to the queue: its holder, or a coordinator. */
export const releaseRequest = requestCommand('request.release', OnRequest, (tx, request, giver) => {
  request.give('release', giver, tx.now);
  return undefined;
});
