import { StopDispatch } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { conflict } from '../../platform/errors.ts';
import { giverOf, recordChange } from '../../request/request-command.ts';
import { keepTies } from '../../request/ties.ts';
import { loadDispatch, type DispatchAt } from '../offer-command.ts';

/** Nobody is asked any more; the request is in the queue again. @throws AppError `CONFLICT` when the search is over. */
export const stopDispatch = command<typeof StopDispatch, DispatchAt, { id: string }>({
  action: 'dispatch.stop',
  input: StopDispatch,
  load: (tx, { id }) => loadDispatch(tx, id),
  async run(tx, { request, dispatch }) {
    if (dispatch.endedAt) throw conflict({ by: request.assigneeName, at: dispatch.endedAt.toISOString(), state: request.state });
    request.give('unoffer', giverOf(tx, request), tx.now);
    await keepTies(tx, request);
    recordChange(tx, request);
    return { id: dispatch.id };
  },
});
