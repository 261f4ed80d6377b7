import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { timers } from '../platform/timers.ts';
import { advanceDispatch } from './commands/advance-dispatch.ts';
import { Dispatch } from './dispatch.entity.ts';

/** Asks the next wave when the time of one runs out; each wave has a timer of its own. */
export const dispatchTimers = (deps: AfterCommitDeps): Promise<AfterCommit> =>
  timers(deps, {
    queue: 'dispatch-advance',
    topic: 'dispatch',
    async timerOf(em, id) {
      const dispatch = await em.findOne(Dispatch, { id, state: 'RUNNING' });
      return dispatch && { timer: dispatch.timerId, at: dispatch.nextAt };
    },
    run: advanceDispatch,
  });
