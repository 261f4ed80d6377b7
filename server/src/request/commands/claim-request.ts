import { OnRequest } from '@ww/shared/request/input';
import { requestCommand } from '../request-command.ts';

/** Takes a request for oneself. @throws AppError `CONFLICT` naming who was first and when. */
export const claimRequest = requestCommand('request.claim', OnRequest, (tx, request, giver) => {
  request.give('claim', giver, tx.now);
  request.holdBy(giver.person);
  return undefined;
});
