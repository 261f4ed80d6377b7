import { OnRequest } from '@ww/shared/request/input';
import { requestCommand } from '../request-command.ts';

/** The errand is done. */
export const finishRequest = requestCommand('request.finish', OnRequest, (tx, request, giver) => {
  request.give('finish', giver, tx.now);
  return undefined;
});
