import { newId } from '@ww/shared/id';
import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { timerContext } from '../platform/timer-context.ts';
import { advanceDispatch } from './commands/advance-dispatch.ts';
import { Dispatch } from './dispatch.entity.ts';

const QUEUE = 'dispatch-advance';
/** The job queue goes by the database's clock, a search by the server's: one that comes early waits so much longer. */
const SLACK_MS = 2_000;

/** Asks the next wave when the time of one runs out: the log names the search, a job waits until then, also over a restart. */
export async function dispatchTimers({ services, jobs }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { dispatchId } = data as { dispatchId: string };
    const { nextAt } = await advanceDispatch(timerContext(services), { key: newId(), id: dispatchId });
    const running = await services.orm.em.fork().findOne(Dispatch, { id: dispatchId, state: 'RUNNING' });
    // a next wave has its own timer, by its event
    if (running && nextAt === running.nextAt.toISOString() && running.wave === (data as { wave: number }).wave) {
      await jobs.send(QUEUE, { dispatchId, wave: running.wave }, newId(), new Date(running.nextAt.getTime() + SLACK_MS));
    }
  });
  return async ({ topic, subjectId }) => {
    if (topic !== 'dispatch') return;
    const dispatch = await services.orm.em.fork().findOne(Dispatch, { id: subjectId, state: 'RUNNING' });
    if (dispatch) await jobs.send(QUEUE, { dispatchId: dispatch.id, wave: dispatch.wave }, dispatch.timerId, dispatch.nextAt);
  };
}
