import { PrioritiseRequest } from '@ww/shared/request/input';
import { requestCommand } from '../request-command.ts';

export const prioritiseRequest = requestCommand('request.prioritise', PrioritiseRequest, (tx, request, giver, { priority }) => {
  request.give('prioritise', giver, tx.now);
  request.priority = priority;
  return { reason: priority };
});
