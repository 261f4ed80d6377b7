import { AssignRequest } from '@ww/shared/request/input';
import { invalid } from '../../platform/errors.ts';
import { findColleague } from '../colleagues.queries.ts';
import { requestCommand } from '../request-command.ts';

/** Gives a request to a colleague of the district's Team, or to oneself. @throws AppError `INVALID` for anyone else. */
export const assignRequest = requestCommand('request.assign', AssignRequest, async (tx, request, giver, { assigneeId }) => {
  const colleague = await findColleague(tx.em, request.district, assigneeId);
  if (!colleague) throw invalid([{ path: 'assigneeId', rule: 'assignee' }]);
  request.give('assign', giver, tx.now);
  request.holdBy(colleague);
  return { toName: colleague.displayName };
});
