import type { Tx } from '../platform/command.ts';
import type { HelpRequest } from '../request/help-request.entity.ts';
import { tieToRequest } from '../request/ties.ts';
import { closeDispatch, lockFlows } from './dispatch-flow.ts';
import { Dispatch, Task } from './dispatch.entity.ts';
import { announcePoolOf } from './pool-offer.ts';
import { ACTIVE, endTask, flushTasks } from './task-flow.ts';
import { announceVolunteer } from './volunteer-record.ts';
import { Volunteer } from './volunteer.entity.ts';

/**
 * What staff, residents and volunteers do to a request, done to what hangs on it: people are asked only while it is OFFERED,
 * and a volunteer has its task exactly while they hold it.
 */
tieToRequest(async (tx, request) => {
  if (!(await hangsOn(tx, request))) return;
  await lockFlows(tx);
  await tx.em.flush();
  if (request.state !== 'OFFERED') await endSearch(tx, request);
  const active = await tx.em.findOne(Task, { requestId: request.id, state: { $in: [...ACTIVE] } });
  const holder = request.isHeld ? request.volunteerId : null;
  if (active && active.volunteerId !== holder) await letGo(tx, request, active);
  if (holder) await keep(tx, request, holder, active?.volunteerId === holder ? active : null);
});

/** Most requests never see a volunteer, and this is asked at each of their steps: one statement. */
async function hangsOn(tx: Tx, request: HelpRequest): Promise<boolean> {
  if (request.volunteerId) return true;
  const rows = await tx.em.execute<unknown[]>(
    `select 1 from dispatch where request_id = ? and state = 'RUNNING' union all
     select 1 from task where request_id = ? and state in ('ACCEPTED', 'ON_THE_WAY')`,
    [request.id, request.id],
  );
  return rows.length > 0;
}

async function endSearch(tx: Tx, request: HelpRequest): Promise<void> {
  const running = await tx.em.findOne(Dispatch, { requestId: request.id, state: 'RUNNING' });
  if (running) await closeDispatch(tx, request, running, request.volunteerId && request.isHeld ? 'ACCEPTED' : 'STOPPED');
}

async function letGo(tx: Tx, request: HelpRequest, task: Task): Promise<void> {
  endTask(task, request.state === 'DONE' ? 'DONE' : 'TAKEN_BACK', tx.now);
  await tx.em.flush();
  const volunteer = await announce(tx, task);
  const isOwnDoing = volunteer?.personId != null && volunteer.personId === tx.actor.personId;
  if (task.state === 'TAKEN_BACK' && !isOwnDoing)
    tx.event({ topic: 'task', subjectId: task.id, scope: request.district, version: task.version });
}

/** The task of whoever holds the request; after an undo it is theirs again. */
async function keep(tx: Tx, request: HelpRequest, volunteerId: string, active: Task | null): Promise<void> {
  const task =
    active ?? (await tx.em.findOne(Task, { requestId: request.id, volunteerId }, { orderBy: { acceptedAt: 'desc', id: 'desc' } }));
  if (!task) return;
  const state = request.state === 'IN_PROGRESS' ? 'ON_THE_WAY' : 'ACCEPTED';
  if (task.state === state) return;
  const startedAt = state === 'ON_THE_WAY' ? (task.startedAt ?? tx.now) : null;
  Object.assign(task, { state, startedAt, endedAt: null, minutes: null, returnReason: null, version: task.version + 1 });
  await flushTasks(tx, task.fromAt);
  await announce(tx, task);
}

async function announce(tx: Tx, { volunteerId, offerId }: Task): Promise<Volunteer | null> {
  await lockFlows(tx);
  const volunteer = await tx.em.findOne(Volunteer, { id: volunteerId });
  if (volunteer) announceVolunteer(tx, volunteer);
  await announcePoolOf(tx, offerId);
  return volunteer;
}
