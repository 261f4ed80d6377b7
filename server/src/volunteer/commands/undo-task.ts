import { UndoTask } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { giverOf, recordChange } from '../../request/request-command.ts';
import { keepTies } from '../../request/ties.ts';
import { reopen } from '../dispatch-reopen.ts';
import { loadTask, type TaskAt } from '../offer-command.ts';
import { announceVolunteer } from '../volunteer-record.ts';

/** Takes back one's own last step. @throws AppError `STALE` when something came after it, `INVALID` when it is too late, `CONFLICT` (`CLASH`). */
export const undoTask = command<typeof UndoTask, TaskAt, { id: string }>({
  action: 'task.undo',
  input: UndoTask,
  load: (tx, { id }) => loadTask(tx, id),
  async run(tx, { request, task, volunteer }, { version }) {
    const holderBefore = request.undo?.volunteerId === volunteer.id ? volunteer : null;
    request.takeBack(version, { ...giverOf(tx, request), volunteerId: volunteer.id }, holderBefore, tx.now);
    if (request.state === 'OFFERED') await reopen(tx, request);
    await keepTies(tx, request);
    announceVolunteer(tx, volunteer);
    recordChange(tx, request);
    return { id: task.id };
  },
});
