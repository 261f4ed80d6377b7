import { FinishTask } from '@ww/shared/volunteer/input';
import { taskCommand } from '../task-command.ts';
import { endTask } from '../task-flow.ts';

/** Done; the minutes count for the certificate and against the volunteer's own weekly limit. */
export const finishTask = taskCommand('task.step', FinishTask, (tx, { request, task }, giver, { minutes }) => {
  request.give('finish', giver, tx.now);
  endTask(task, 'DONE', tx.now, minutes);
  return {};
});
