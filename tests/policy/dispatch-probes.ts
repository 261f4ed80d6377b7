import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { signIn, type Actor } from '../support/actors.ts';
import { CANDIDATES } from '../support/candidates.ts';
import { dataOf, type Answer } from '../support/client.ts';
import { requestIn } from '../support/commands.ts';
import { aHelper, doMine, MY_DAY, offerTo, RECORD_ANSWER, STOP_DISPATCH, wavesFor, type Day, type MyCommand } from '../support/dispatch.ts';
import { auditOf } from '../support/log.ts';
import { declinePoolOffer, fillOffer } from '../support/pool.ts';
import { leastOf, revealTask } from '../support/tasks.ts';
import { aVolunteer, newPool, told } from '../support/volunteers.ts';
import { agreed, districtOf, firstFrame, isAllowed, organisationIn, type Scene, type Where } from './scene.ts';

const requestOf = (scene: Scene, where: Where) => requestIn(scene.world, 'NEW', scene.host[where], { district: districtOf(where) });
const helperOf = ({ world }: Scene, where: Where, over: object = {}) =>
  aHelper(world, { district: districtOf(where), districts: `{${districtOf(where)}}`, ...over });

/** A request that the place's coordinator offers to somebody. */
async function offeredTo(scene: Scene, where: Where, volunteerId: string, over: object = {}) {
  const request = await requestOf(scene, where);
  const { dispatch } = dataOf(await offerTo(scene.host[where], request.id, volunteerId, over));
  return { requestId: request.id, dispatchId: dispatch.id, offerId: dispatch.offers[0]?.id ?? '' };
}

/** Whether the journal says that the actor did it; the answer is read by another permission than the step is taken by. */
async function wasDone({ world, by }: Scene, requestId: string, action: Action, answer: Answer<unknown>): Promise<boolean> {
  const entries = await auditOf(world, requestId);
  const done = entries.some((entry) => entry.action === action && entry.outcome === 'DONE' && entry.actor_id === by.personId);
  if (isAllowed(answer) && !done) throw new Error(`${action} was answered and is not in the journal`);
  return done;
}

async function offer(scene: Scene, where: Where): Promise<boolean> {
  const { by } = scene;
  const { volunteerId } = await helperOf(scene, where);
  const { id } = await requestOf(scene, where);
  return agreed({
    candidates: isAllowed(await by.send(CANDIDATES, { id })),
    dispatchLog: isAllowed(await by.send('query ($id: ID!) { dispatchLog(requestId: $id) { tasks { id } } }', { id })),
    offerRequest: isAllowed(await offerTo(by, id, volunteerId)),
    startWaves: isAllowed(await wavesFor(by, (await requestOf(scene, where)).id)),
  });
}

async function record(scene: Scene, where: Where): Promise<boolean> {
  const { volunteerId } = await helperOf(scene, where);
  const { requestId, offerId } = await offeredTo(scene, where, volunteerId);
  const answer = await scene.by.send(RECORD_ANSWER, { input: { key: newId(), id: offerId, accepted: false } });
  return wasDone(scene, requestId, 'dispatch.record', answer);
}

/** By someone who may offer, to somebody whom a gate of the house stops. */
async function override(scene: Scene, where: Where): Promise<boolean> {
  const { volunteerId } = await helperOf(scene, where, { kinds: '{PET}' });
  const overrides = [{ gate: 'KIND', reason: 'Zna tę panią od lat.' }];
  return isAllowed(await offerTo(scene.by, (await requestOf(scene, where)).id, volunteerId, { overrides }), 'GATE_FAILED');
}

async function stop(scene: Scene, where: Where): Promise<boolean> {
  const { volunteerId } = await helperOf(scene, where);
  const { requestId, dispatchId } = await offeredTo(scene, where, volunteerId);
  const answer = await scene.by.send(STOP_DISPATCH, { input: { key: newId(), id: dispatchId } });
  return wasDone(scene, requestId, 'dispatch.stop', answer);
}

async function answerForPool(scene: Scene, where: Where): Promise<boolean> {
  const { id: organisation, coordinator } = await organisationIn(scene, where);
  const pool = newPool(organisation, { districts: [districtOf(where)] });
  await told(coordinator, 'offerPool', pool);
  const { volunteerId } = await helperOf(scene, where, { organisation_id: organisation });
  const asked = async () => (await offeredTo(scene, where, '', { volunteerId: null, poolId: pool.id })).offerId;
  const list = 'query ($organisation: ID!) { poolOffers(organisation: $organisation) { id } }';
  return agreed({
    poolOffers: isAllowed(await scene.by.send(list, { organisation })),
    fillOffer: isAllowed(await fillOffer(scene.by, await asked(), volunteerId)),
    declinePoolOffer: isAllowed(await declinePoolOffer(scene.by, await asked())),
  });
}

/** The actor as a volunteer, or another one with an account. */
async function personIn({ world, by, host }: Scene, where: Where): Promise<string> {
  const { id } = await aVolunteer(host[where], { district: districtOf(where), districts: [districtOf(where)] });
  const personId = where === 'own' ? by.personId : (await signIn(world, 'VOLUNTEER')).personId;
  const em = world.orm.em.fork();
  await em.execute('update volunteer set person_id = null where person_id = ?', [personId]);
  await em.execute('update volunteer set person_id = ? where id = ?', [personId, id]);
  return id;
}

async function readMine(scene: Scene, where: Where): Promise<boolean> {
  const volunteerId = await personIn(scene, where);
  const day = await scene.by.send<{ day: Day }>(MY_DAY);
  const live = 'subscription ($after: String) { myDayChanges(after: $after) { kind } }';
  const may = agreed({
    myDay: isAllowed(day),
    myHours: isAllowed(await scene.by.send('{ myHours { taskId } }')),
    myDayChanges: isAllowed(await firstFrame(scene, live, { after: `${newId()}.0` })),
  });
  // there is no asking for another's day
  return may && dataOf(day).day.volunteerId === volunteerId;
}

async function answerOffer(scene: Scene, where: Where): Promise<boolean> {
  const volunteerId = await personIn(scene, where);
  const answers: Record<string, boolean> = {};
  for (const command of ['declineOffer', 'acceptOffer'] as const) {
    const { requestId, offerId } = await offeredTo(scene, where, volunteerId);
    answers[command] = await wasDone(scene, requestId, 'offer.answer', await doMine(scene.by, command, offerId));
  }
  return agreed(answers);
}

/** A task that the coordinator wrote down for a volunteer who said yes on the phone. */
async function taskFor(scene: Scene, where: Where, volunteerId: string): Promise<{ requestId: string; taskId: string; version: number }> {
  const { requestId, offerId } = await offeredTo(scene, where, volunteerId);
  dataOf(await scene.host[where].send(RECORD_ANSWER, { input: { key: newId(), id: offerId, accepted: true } }));
  const [row] = await scene.world.orm.em
    .fork()
    .execute<{ id: string; version: number }[]>(
      'select t.id, r.version from task t join help_request r on r.id = t.request_id where r.id = ?',
      [requestId],
    );
  return { requestId, taskId: row?.id ?? '', version: row?.version ?? 0 };
}

async function stepOn(scene: Scene, where: Where, volunteerId: string, command: MyCommand): Promise<boolean> {
  const { requestId, taskId } = await taskFor(scene, where, volunteerId);
  return wasDone(scene, requestId, 'task.step', await doMine(scene.by, command, taskId, leastOf(command)));
}

async function step(scene: Scene, where: Where): Promise<boolean> {
  const volunteerId = await personIn(scene, where);
  const answers: Record<string, boolean> = {};
  for (const command of ['finishTask', 'returnTask', 'startTask'] as const)
    answers[command] = await stepOn(scene, where, volunteerId, command);
  return agreed(answers);
}

async function reveal(scene: Scene, where: Where): Promise<boolean> {
  const { requestId, taskId } = await taskFor(scene, where, await personIn(scene, where));
  return wasDone(scene, requestId, 'task.reveal', await revealTask(scene.by, taskId));
}

/** Of a step that the actor is said to have taken. */
async function undo(scene: Scene, where: Where): Promise<boolean> {
  const { requestId, taskId, version } = await taskFor(scene, where, await personIn(scene, where));
  const by: Actor = scene.by;
  await scene.world.orm.em
    .fork()
    .execute(`update help_request set undo = jsonb_set(undo, '{by}', to_jsonb(?::text)) where id = ?`, [by.personId ?? '', requestId]);
  return wasDone(scene, requestId, 'task.undo', await doMine(by, 'undoTask', taskId, { version }));
}

/** Of looking for somebody to help, and of what is a volunteer's own. */
export const DISPATCH_PROBES: Partial<Record<Action, (scene: Scene, where: Where) => Promise<boolean>>> = {
  'dispatch.offer': offer,
  'dispatch.override': override,
  'dispatch.record': record,
  'dispatch.stop': stop,
  'pool.answer': answerForPool,
  'mine.read': readMine,
  'offer.answer': answerOffer,
  'task.step': step,
  'task.reveal': reveal,
  'task.undo': undo,
};
