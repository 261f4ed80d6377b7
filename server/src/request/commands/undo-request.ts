import { UndoRequest } from '@ww/shared/request/input';
import { findColleague } from '../colleagues.queries.ts';
import { requestCommand } from '../request-command.ts';

/** Takes back one's own last change. @throws AppError `STALE` when something came after it, `INVALID` when it is too late. */
export const undoRequest = requestCommand('request.undo', UndoRequest, async (tx, request, giver, { version }) => {
  const before = request.undo?.assigneeId ? await findColleague(tx.em, request.district, request.undo.assigneeId) : null;
  request.takeBack(version, giver, before, tx.now);
  return undefined;
});
