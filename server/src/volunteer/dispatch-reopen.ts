import { newId } from '@ww/shared/id';
import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import type { Tx } from '../platform/command.ts';
import type { HelpRequest } from '../request/help-request.entity.ts';
import { touchVolunteers } from './dispatch-flow.ts';
import { Dispatch, Offer, Task } from './dispatch.entity.ts';
import { ACTIVE } from './task-flow.ts';

/** A yes is taken back: the search goes on as it was, and whoever was released by it is asked again. They have not been told yet. */
export async function reopen(tx: Tx, request: HelpRequest): Promise<void> {
  const task = await tx.em.findOneOrFail(Task, { requestId: request.id, state: { $in: [...ACTIVE] } });
  const accepted = await tx.em.findOneOrFail(Offer, { id: task.offerId });
  const dispatch = await tx.em.findOneOrFail(Dispatch, { id: accepted.dispatchId });
  const released = await tx.em.find(Offer, { dispatchId: dispatch.id, state: 'RELEASED', answeredAt: dispatch.endedAt });
  const nextAt = new Date(Math.max(dispatch.nextAt.getTime(), tx.now.getTime() + UNDO_WINDOW_MS));
  Object.assign(dispatch, { state: 'RUNNING', endedAt: null, nextAt, timerId: newId(tx.now.getTime()), version: dispatch.version + 1 });
  const open = [accepted, ...released];
  for (const offer of open) Object.assign(offer, { state: 'OPEN', answeredAt: null, expiresAt: nextAt, version: offer.version + 1 });
  request.offersOpen = open.length;
  request.offersUntil = nextAt;
  await tx.em.flush();
  await touchVolunteers(tx, open, { wasAsked: false });
  tx.event({ topic: 'dispatch', subjectId: dispatch.id, scope: request.district, version: dispatch.version });
}
