import { LockMode } from '@mikro-orm/core';
import type { Subject } from '@ww/shared/roles';
import type { Loaded, Tx } from '../platform/command.ts';
import type { HelpRequest } from '../request/help-request.entity.ts';
import { aboutRequest, loadRequest } from '../request/request-command.ts';
import { lockFlows } from './dispatch-flow.ts';
import { Dispatch, Offer, Task } from './dispatch.entity.ts';
import { Volunteer } from './volunteer.entity.ts';

export interface OfferAt {
  request: HelpRequest;
  offer: Offer;
  /** Null for a pool. */
  volunteer: Volunteer | null;
}

/** The request before the rest, in every command: of two answers at once the second sees what the first did. */
export async function loadOffer(
  tx: Tx,
  id: string,
  subjectOf: (at: OfferAt) => Subject | Promise<Subject>,
): Promise<Loaded<OfferAt> | null> {
  const [found] = await tx.em.execute<{ request_id: string }[]>('select request_id from offer where id = ?', [id]);
  const request = found ? await loadRequest(tx, found.request_id) : null;
  if (!request) return null;
  await lockFlows(tx);
  const offer = await tx.em.findOneOrFail(Offer, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const volunteer = offer.volunteerId
    ? await tx.em.findOne(Volunteer, { id: offer.volunteerId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  const it = { request: request.it, offer, volunteer };
  return { it, subject: await subjectOf(it), about: aboutRequest(request.it) };
}

export interface TaskAt {
  request: HelpRequest;
  task: Task;
  volunteer: Volunteer;
}

/** A volunteer's own task. */
export async function loadTask(tx: Tx, id: string): Promise<Loaded<TaskAt> | null> {
  const [found] = await tx.em.execute<{ request_id: string }[]>('select request_id from task where id = ?', [id]);
  const request = found ? await loadRequest(tx, found.request_id) : null;
  if (!request) return null;
  await lockFlows(tx);
  const task = await tx.em.findOneOrFail(Task, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const volunteer = await tx.em.findOneOrFail(Volunteer, { id: task.volunteerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return {
    it: { request: request.it, task, volunteer },
    subject: ownSubject(volunteer),
    about: aboutRequest(request.it),
  };
}

/** The volunteer as a person; whoever has no account is nobody's subject. */
export const ownSubject = ({ personId, endedAt }: Volunteer): Subject => (personId && !endedAt ? { person: personId } : {});

export interface DispatchAt {
  request: HelpRequest;
  dispatch: Dispatch;
}

export async function loadDispatch(tx: Tx, id: string): Promise<Loaded<DispatchAt> | null> {
  const [found] = await tx.em.execute<{ request_id: string }[]>('select request_id from dispatch where id = ?', [id]);
  const request = found ? await loadRequest(tx, found.request_id) : null;
  if (!request) return null;
  await lockFlows(tx);
  const dispatch = await tx.em.findOneOrFail(Dispatch, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return { it: { request: request.it, dispatch }, subject: request.subject, about: request.about };
}
