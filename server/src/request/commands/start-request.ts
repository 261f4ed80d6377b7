import { OnRequest } from '@ww/shared/request/input';
import { requestCommand } from '../request-command.ts';

/** The holder sets out. */
export const startRequest = requestCommand('request.start', OnRequest, (tx, request, giver) => {
  request.give('start', giver, tx.now);
  return undefined;
});
