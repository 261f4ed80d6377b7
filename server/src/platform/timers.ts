import { newId } from '@ww/shared/id';
import type { AfterCommit, AfterCommitDeps } from './after-commit.ts';
import type { Context } from './context.ts';
import type { Orm } from './orm.ts';
import { timerContext } from './timer-context.ts';

/** The job queue goes by the database's clock, a timer by the server's: one that comes early waits so much longer. */
const SLACK_MS = 2_000;

/** A thing's timer: set anew it is another one. */
interface Timer {
  timer: string;
  at: Date;
}

export interface Timed {
  queue: string;
  /** Events that may have set one; their subject is the thing. */
  topic: string;
  /** The timer that a thing has now, if any. */
  timerOf: (em: Orm['em'], id: string) => Promise<Timer | null>;
  /** What to do when it runs out, with the timer as the key: once. */
  run: (ctx: Context, input: { key: string; id: string }) => Promise<unknown>;
}

interface Job {
  id: string;
  timer: string;
}

/** Does something when a time comes: the log names the thing, a job waits until then, also over a restart. */
export async function timers({ services, jobs }: AfterCommitDeps, { queue, topic, timerOf, run }: Timed): Promise<AfterCommit> {
  const currentOf = (id: string) => timerOf(services.orm.em.fork(), id);
  await jobs.work(queue, async (data) => {
    const job = data as Job;
    const current = await currentOf(job.id);
    // ended or set anew since, the thing has another timer or none
    if (current?.timer !== job.timer) return;
    if (current.at > services.clock.now()) await jobs.send(queue, job, newId(), new Date(current.at.getTime() + SLACK_MS));
    else await run(timerContext(services), { key: job.timer, id: job.id });
  });
  return async (event) => {
    if (event.topic !== topic) return;
    const current = await currentOf(event.subjectId);
    if (current) await jobs.send(queue, { id: event.subjectId, timer: current.timer } satisfies Job, current.timer, current.at);
  };
}
