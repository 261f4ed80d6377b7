import { TriageRequest } from '@ww/shared/request/input';
import { requestCommand } from '../request-command.ts';

/** First assessment: the request has been read and, if given, its priority set. */
export const triageRequest = requestCommand('request.triage', TriageRequest, (tx, request, giver, { priority }) => {
  request.give('triage', giver, tx.now);
  if (priority) request.priority = priority;
  return priority ? { reason: priority } : undefined;
});
