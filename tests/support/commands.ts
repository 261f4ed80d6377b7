import { newId } from '@ww/shared/id';
import type { Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import { aHelper, offerTo } from './dispatch.ts';
import { aRequest, intake, ROW, type Row } from './requests.ts';
import type { World } from './world.ts';

/** What staff do to one request: its mutation and the type of its input. */
const STAFF = {
  triage: ['triageRequest', 'TriageRequestInput'],
  claim: ['claimRequest', 'OnRequestInput'],
  release: ['releaseRequest', 'OnRequestInput'],
  assign: ['assignRequest', 'AssignRequestInput'],
  start: ['startRequest', 'OnRequestInput'],
  finish: ['finishRequest', 'OnRequestInput'],
  cancel: ['cancelRequest', 'CancelRequestInput'],
  prioritise: ['prioritiseRequest', 'PrioritiseRequestInput'],
  note: ['noteRequest', 'NoteRequestInput'],
  amend: ['amendRequest', 'AmendRequestInput'],
  undo: ['undoRequest', 'UndoRequestInput'],
} as const;
export type StaffCommand = keyof typeof STAFF;
export const STAFF_COMMANDS = Object.keys(STAFF) as StaffCommand[];

/** The text of the mutation, its answer under the name `row`. */
export const documentOf = (command: StaffCommand) =>
  `mutation ($input: ${STAFF[command][1]}!) { row: ${STAFF[command][0]}(input: $input) { ${ROW} } }`;

/** The least that each command needs beside the key and the id; valid in itself. */
export function leastOf(world: World, command: StaffCommand, by: { personId: string | null }, version = 1): object {
  if (command === 'assign') return { assigneeId: by.personId };
  if (command === 'cancel') return { reason: 'RESIGNED' };
  if (command === 'prioritise') return { priority: 'URGENT' };
  if (command === 'note') return { text: 'Domofon nie działa.' };
  if (command === 'amend') return amendment(world, { version });
  return command === 'undo' ? { version } : {};
}

/** A valid correction of what `intake` writes down. */
export function amendment(world: World, over: object = {}) {
  const { kind, errand, words, due, person, address, informed, helpers } = intake(world);
  return { version: 1, kind, errand, words, due, person, address, informed, helpers, ...over };
}

/** Gives a command to a request, with a key of its own unless `over` has one. */
export function give(
  world: World,
  by: Actor,
  command: StaffCommand,
  on: { id: string; version?: number },
  over: object = {},
): Promise<Answer<{ row: Row }>> {
  const input = { key: newId(), id: on.id, ...leastOf(world, command, by, on.version), ...over };
  return by.send<{ row: Row }>(documentOf(command), { input });
}

/** As `give`, for a command that must succeed: the row after it. */
export async function done(
  world: World,
  by: Actor,
  command: StaffCommand,
  on: { id: string; version?: number },
  over: object = {},
): Promise<Row> {
  return dataOf(await give(world, by, command, on, over)).row;
}

/** How a request comes from NEW into each state. */
const WAY = {
  NEW: [],
  TRIAGED: ['triage'],
  OFFERED: [],
  ACCEPTED: ['claim'],
  IN_PROGRESS: ['claim', 'start'],
  DONE: ['claim', 'finish'],
  CANCELLED: ['cancel'],
} as const satisfies Record<string, readonly StaffCommand[]>;

/** A request in this state, brought there by real mutations of `by`, who holds it where somebody must. */
export async function requestIn(world: World, state: keyof typeof WAY, by: Actor, over: object = {}): Promise<Row> {
  let row = await aRequest(world, by, over);
  for (const command of WAY[state]) row = await done(world, by, command, row);
  return state === 'OFFERED' ? offered(world, by, row) : row;
}

/** A request as it is once it is offered to somebody who serves its district. */
export async function offered(world: World, by: Actor, { id, district }: Pick<Row, 'id' | 'district'>): Promise<Row> {
  const { volunteerId } = await aHelper(world, { district, districts: `{${district}}` });
  dataOf(await offerTo(by, id, volunteerId));
  return dataOf(await by.send<{ request: { row: Row } }>(`query ($id: ID!) { request(id: $id) { row { ${ROW} } } }`, { id })).request.row;
}
