import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { jobIdOf } from '../platform/jobs.ts';
import { taskOffMail } from './mails.ts';

const QUEUE = 'task-mail';

/** Tells a volunteer by e-mail that a task of theirs is off, once it can't be undone; the page shows it at once. */
export async function taskLetters({ services, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { taskId, version } = data as { taskId: string; version: number };
    const [told] = await services.orm.em.fork().execute<{ email: string }[]>(
      `select p.email from task t join volunteer v on v.id = t.volunteer_id join volunteer_private p on p.volunteer_id = v.id
       where t.id = ? and t.version = ? and t.state = 'TAKEN_BACK' and v.contact = 'EMAIL' and v.ended_at is null and p.email is not null`,
      [taskId, version],
    );
    if (told) await mail.send({ ...taskOffMail(told.email, `${origin}/moje`), id: jobIdOf(QUEUE, `${taskId}:${String(version)}`) });
  });
  return async ({ topic, subjectId, version }) => {
    if (topic !== 'task') return;
    const startAfter = new Date(services.clock.now().getTime() + UNDO_WINDOW_MS);
    await jobs.send(QUEUE, { taskId: subjectId, version }, jobIdOf(QUEUE, `${subjectId}:${String(version)}`), startAfter);
  };
}
