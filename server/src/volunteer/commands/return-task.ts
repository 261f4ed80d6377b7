import { ReturnTask } from '@ww/shared/volunteer/input';
import { taskCommand } from '../task-command.ts';
import { endTask } from '../task-flow.ts';

/** Could not, or can't any more: the request is in the queue again, with the reason. */
export const returnTask = taskCommand('task.step', ReturnTask, (tx, { request, task }, giver, { reason }) => {
  request.give('return', giver, tx.now);
  endTask(task, 'RETURNED', tx.now);
  task.returnReason = reason;
  return { reason };
});
