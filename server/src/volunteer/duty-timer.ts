import { newId } from '@ww/shared/id';
import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { timerContext } from '../platform/timer-context.ts';
import { endDuty } from './commands/end-duty.ts';
import { Volunteer } from './volunteer.entity.ts';

const QUEUE = 'duty-end';
/** The job queue goes by the database's clock, a duty by the server's: one that comes early waits so much longer. */
const SLACK_MS = 2_000;

interface Timed {
  volunteerId: string;
  timer: string;
}

/** Ends each duty when it runs out: the log names who went on duty, a job waits until then, also over a restart. */
export async function dutyTimers({ services, jobs }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { volunteerId, timer } = data as Timed;
    // ended or set again since, the duty has another timer or none
    const volunteer = await services.orm.em.fork().findOne(Volunteer, { id: volunteerId, dutyTimer: timer });
    if (!volunteer?.dutyUntil) return;
    if (volunteer.dutyUntil > services.clock.now())
      await jobs.send(QUEUE, data as Timed, newId(), new Date(volunteer.dutyUntil.getTime() + SLACK_MS));
    else await endDuty(timerContext(services), { key: timer, id: volunteerId });
  });
  return async ({ topic, subjectId }) => {
    if (topic !== 'duty') return;
    const volunteer = await services.orm.em.fork().findOne(Volunteer, { id: subjectId });
    if (!volunteer?.dutyUntil || !volunteer.dutyTimer) return;
    await jobs.send(QUEUE, { volunteerId: subjectId, timer: volunteer.dutyTimer }, volunteer.dutyTimer, volunteer.dutyUntil);
  };
}
