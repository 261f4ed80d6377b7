import { OnTask } from '@ww/shared/volunteer/input';
import { taskCommand } from '../task-command.ts';

/** On my way. */
export const startTask = taskCommand('task.step', OnTask, (tx, { request }, giver) => {
  request.give('start', giver, tx.now);
  return {};
});
