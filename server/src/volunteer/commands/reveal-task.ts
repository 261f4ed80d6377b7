import { OnTask } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import { loadTask, type TaskAt } from '../offer-command.ts';
import { expectActive } from '../task-command.ts';

/**
 * Writes down that the volunteer looks at whom they go to. The data is read afterwards, so that the key's row never holds it.
 * @throws AppError `CONFLICT` with how the task ended: after that nothing is shown.
 */
export const revealTask = command<typeof OnTask, TaskAt, { id: string; revealedAt: string }>({
  action: 'task.reveal',
  input: OnTask,
  limit: RATE_LIMITS.reveal,
  load: (tx, { id }) => loadTask(tx, id),
  run(tx, at) {
    expectActive(at);
    const { request, task } = at;
    tx.audit({
      subjectType: 'request',
      subjectId: request.id,
      subjectLabel: String(request.number),
      district: request.district,
      reason: 'VISIT',
    });
    return Promise.resolve({ id: task.id, revealedAt: tx.now.toISOString() });
  },
});
