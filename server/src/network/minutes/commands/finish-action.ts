import { LockMode } from '@mikro-orm/core';
import { FinishAction } from '@ww/shared/network/input';
import { command } from '../../../platform/command.ts';
import { announceAction } from '../action-record.ts';
import { ActionItem } from '../minutes.entity.ts';

/** The owner, or a coordinator of the district, says that it is done, or that it is not after all. */
export const finishAction = command<typeof FinishAction, ActionItem, { id: string }>({
  action: 'action.finish',
  input: FinishAction,
  async load(tx, { id }) {
    const it = await tx.em.findOne(ActionItem, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const about = { subjectType: 'action' as const, subjectId: id, district: it?.district ?? null };
    return it && { it, subject: { district: it.district, person: it.ownerId }, about };
  },
  async run(tx, action, { done }) {
    if (done === (action.doneAt != null)) return { id: action.id };
    Object.assign(action, { doneAt: done ? tx.now : null, doneById: done ? tx.actor.personId : null, version: action.version + 1 });
    await announceAction(tx, action);
    tx.audit({ subjectType: 'action', subjectId: action.id, district: action.district, reason: done ? 'DONE' : 'NOT_DONE' });
    return { id: action.id };
  },
});
