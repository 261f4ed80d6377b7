import { AdvanceDispatch } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { recordChange } from '../../request/request-command.ts';
import { expire } from '../dispatch-flow.ts';
import { loadDispatch, type DispatchAt } from '../offer-command.ts';

/** The timer of a wave has run out: those asked are no longer, and the next are. Does nothing when it is early or the search is over. */
export const advanceDispatch = command<typeof AdvanceDispatch, DispatchAt, { nextAt: string | null }>({
  action: 'dispatch.advance',
  input: AdvanceDispatch,
  load: (tx, { id }) => loadDispatch(tx, id),
  async run(tx, { request, dispatch }) {
    if (dispatch.state === 'RUNNING' && dispatch.nextAt <= tx.now) {
      await expire(tx, request, dispatch);
      recordChange(tx, request);
    }
    return { nextAt: dispatch.endedAt ? null : dispatch.nextAt.toISOString() };
  },
});
