import type { Logger } from 'pino';
import type { Services } from '../platform/context.ts';
import type { Jobs } from '../platform/jobs.ts';
import { followLog } from '../platform/log-follower.ts';
import { timerContext } from '../platform/timer-context.ts';
import { endDuty } from './commands/end-duty.ts';
import { Volunteer } from './volunteer.entity.ts';

const QUEUE = 'duty-end';

interface Timed {
  volunteerId: string;
  timer: string;
}

/** Ends each duty when it runs out: the log names who went on duty, a job waits until then, also over a restart. */
export async function followDuty(services: Services, jobs: Jobs, log: Logger): Promise<{ stop(): Promise<void> }> {
  await jobs.work(QUEUE, async (data) => {
    const { volunteerId, timer } = data as Timed;
    const isKnown = (await services.orm.em.fork().count(Volunteer, { id: volunteerId, dutyTimer: timer })) > 0;
    if (isKnown) await endDuty(timerContext(services), { key: timer, id: volunteerId });
  });
  return followLog(QUEUE, services.orm, services.feed, log, async ({ topic, subjectId }) => {
    if (topic !== 'duty') return;
    const volunteer = await services.orm.em.fork().findOne(Volunteer, { id: subjectId });
    if (!volunteer?.dutyUntil || !volunteer.dutyTimer) return;
    await jobs.send(QUEUE, { volunteerId: subjectId, timer: volunteer.dutyTimer }, volunteer.dutyTimer, volunteer.dutyUntil);
  });
}
