import { newId } from '@ww/shared/id';
import type { AfterCommit, AfterCommitDeps } from '../../platform/after-commit.ts';
import { timerContext } from '../../platform/timer-context.ts';
import { BoardEntry } from './board.entity.ts';
import { proposeNeed } from './commands/propose-need.ts';

const QUEUE = 'board-propose';
/** The job queue goes by the database's clock, a need by the server's: one that comes early waits so much longer. */
const SLACK_MS = 2_000;

interface Timed {
  entryId: string;
  timer: string;
}

/** Proposes each need that nobody answered in time: the log names what was posted, a job waits until then, also over a restart. */
export async function boardTimers({ services, jobs }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { entryId, timer } = data as Timed;
    // answered, closed or set to wait anew since, the need has another timer or none
    const entry = await services.orm.em.fork().findOne(BoardEntry, { id: entryId, timerId: timer });
    if (!entry?.proposeAt) return;
    if (entry.proposeAt > services.clock.now())
      await jobs.send(QUEUE, data as Timed, newId(), new Date(entry.proposeAt.getTime() + SLACK_MS));
    else await proposeNeed(timerContext(services), { key: timer, id: entryId });
  });
  return async ({ topic, subjectId }) => {
    if (topic !== 'board') return;
    const entry = await services.orm.em.fork().findOne(BoardEntry, { id: subjectId });
    if (entry?.proposeAt && entry.timerId)
      await jobs.send(QUEUE, { entryId: entry.id, timer: entry.timerId }, entry.timerId, entry.proposeAt);
  };
}
