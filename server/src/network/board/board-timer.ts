import type { AfterCommit, AfterCommitDeps } from '../../platform/after-commit.ts';
import { timers } from '../../platform/timers.ts';
import { BoardEntry } from './board.entity.ts';
import { proposeNeed } from './commands/propose-need.ts';

/** Proposes each need that nobody answered in time. */
export const boardTimers = (deps: AfterCommitDeps): Promise<AfterCommit> =>
  timers(deps, {
    queue: 'board-propose',
    topic: 'board',
    async timerOf(em, id) {
      const entry = await em.findOne(BoardEntry, { id });
      return entry?.proposeAt && entry.timerId ? { timer: entry.timerId, at: entry.proposeAt } : null;
    },
    run: proposeNeed,
  });
