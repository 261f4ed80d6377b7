import { newId } from '@ww/shared/id';
import { expect } from 'vitest';
import type { Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import { mine, offerTo, type Day, type DispatchSeen, type Helper, type MyCommand } from './dispatch.ts';
import { auditOf, eventsOf } from './log.ts';
import { aRequest, type Row } from './requests.ts';
import type { World } from './world.ts';

/** Of a request, what changes when volunteers are asked. */
export interface Held {
  state: string;
  assigneeId: string | null;
  assigneeName: string | null;
  volunteerId: string | null;
  offersOpen: number;
  offersUntil: string | null;
  startedAt: string | null;
  closedAt: string | null;
  version: number;
}

export async function heldOf(by: Actor, id: string): Promise<Held> {
  const query =
    'query ($id: ID!) { request(id: $id) { row { state assigneeId assigneeName volunteerId offersOpen offersUntil startedAt closedAt version } } }';
  return dataOf(await by.send<{ request: { row: Held } }>(query, { id })).request.row;
}

export interface Asked {
  request: Row;
  offerId: string;
  dispatch: DispatchSeen;
}

/** A request taken by this member of staff and offered to one volunteer for half an hour. */
export async function asked(world: World, by: Actor, helper: Pick<Helper, 'volunteerId'>, over: object = {}): Promise<Asked> {
  const request = await aRequest(world, by, over);
  const { dispatch } = dataOf(await offerTo(by, request.id, helper.volunteerId));
  return { request, offerId: offerOf(dispatch, helper), dispatch };
}

/** The question to this volunteer in a search. */
export function offerOf(dispatch: DispatchSeen | undefined, { volunteerId }: Pick<Helper, 'volunteerId'>): string {
  const offer = dispatch?.offers.find((each) => each.volunteerId === volunteerId);
  if (!offer) throw new Error('this volunteer was not asked');
  return offer.id;
}

const WAY = { ACCEPTED: [], ON_THE_WAY: ['startTask'], DONE: ['finishTask'], RETURNED: ['returnTask'] } as const;

export interface OnTask extends Asked {
  taskId: string;
  /** The request's version after the last step. */
  version: number;
}

/** A task of the volunteer, brought there by their own steps. */
export async function taskIn(
  world: World,
  by: Actor,
  helper: Helper,
  state: keyof typeof WAY = 'ACCEPTED',
  over: object = {},
): Promise<OnTask> {
  const offered = await asked(world, by, helper, over);
  let task = taskOf(await mine(helper, 'acceptOffer', offered.offerId), offered.request);
  for (const step of WAY[state]) task = taskOf(await mine(helper, step, task.id, leastOf(step)), offered.request);
  return { ...offered, taskId: task.id, version: task.version };
}

/** The task that a request became, as its volunteer sees it. */
export function taskOf(day: Day, { number }: Pick<Row, 'number'>): Day['tasks'][number] {
  const task = day.tasks.find((each) => each.number === number);
  if (!task) throw new Error('there is no such task in this day');
  return task;
}

/** What a step needs beside key and id; valid in itself. */
export function leastOf(command: MyCommand | 'revealTask', version = 1): object {
  if (command === 'undoTask') return { version };
  return command === 'returnTask' ? { reason: 'CANT_COME' } : {};
}

export interface RevealedTask {
  id: string;
  revealedAt: string;
  words: string;
  person: { name: string; phone: string | null };
  contact: { name: string; phone: string | null } | null;
  address: { street: string; house: string; flat: string | null; access: string | null };
}

export const REVEAL_TASK = `mutation ($input: OnTaskInput!) { task: revealTask(input: $input) { id revealedAt words person { name phone }
  contact { name phone } address { street house flat access } } }`;

export function revealTask(by: Actor, id: string, key: string = newId()): Promise<Answer<{ task: RevealedTask }>> {
  return by.send<{ task: RevealedTask }>(REVEAL_TASK, { input: { key, id } });
}

/** What a step leaves behind: the request's last event, and an entry in the journal. */
export async function expectRecorded(
  world: World,
  request: Pick<Row, 'id' | 'number' | 'district'>,
  entry: { action: string; by: Pick<Actor, 'personId' | 'name'> | null; reason?: string; to_name?: string },
): Promise<void> {
  const { by, ...rest } = entry;
  const [row] = await world.orm.em.fork().execute<{ version: number }[]>('select version from help_request where id = ?', [request.id]);
  expect((await eventsOf(world, request.id)).at(-1)).toMatchObject({ topic: 'request', scope: request.district, version: row?.version });
  const expected = { subject_type: 'request', subject_label: String(request.number), district: request.district, outcome: 'DONE' };
  expect(await auditOf(world, request.id)).toContainEqual({
    ...{ ...expected, actor_id: by?.personId ?? null, actor_name: by?.name ?? null, reason: null, to_name: null },
    ...rest,
  });
}

/** How many events there are of a topic, and of whom. */
export async function eventsAbout(world: World, topic: 'dispatch' | 'volunteer' | 'organisation', subjectId: string): Promise<number> {
  return (await eventsOf(world, subjectId)).filter((event) => event.topic === topic).length;
}
