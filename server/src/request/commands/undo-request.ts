import { UndoRequest } from '@ww/shared/request/input';
import { findColleague, findVolunteerName } from '../colleagues.queries.ts';
import { requestCommand } from '../request-command.ts';

/** Takes back one's own last change. @throws AppError `STALE` when something came after it, `INVALID` when it is too late. */
export const undoRequest = requestCommand('request.undo', UndoRequest, async (tx, request, giver, { version }) => {
  const { assigneeId, volunteerId } = request.undo ?? {};
  const colleague = assigneeId ? await findColleague(tx.em, request.district, assigneeId) : null;
  const before = volunteerId ? await findVolunteerName(tx.em, volunteerId) : colleague;
  request.takeBack(version, giver, before, tx.now);
  return undefined;
});
