import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { timers } from '../platform/timers.ts';
import { endDuty } from './commands/end-duty.ts';
import { Volunteer } from './volunteer.entity.ts';

/** Ends each duty when it runs out. */
export const dutyTimers = (deps: AfterCommitDeps): Promise<AfterCommit> =>
  timers(deps, {
    queue: 'duty-end',
    topic: 'duty',
    async timerOf(em, id) {
      const volunteer = await em.findOne(Volunteer, { id });
      return volunteer?.dutyUntil && volunteer.dutyTimer ? { timer: volunteer.dutyTimer, at: volunteer.dutyUntil } : null;
    },
    run: endDuty,
  });
