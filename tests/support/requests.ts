import { newId } from '@ww/shared/id';
import type { Actor } from './actors.ts';
import { dataOf } from './client.ts';
import type { World } from './world.ts';

/** The row as tests read it. */
export const ROW = `id number district kind errand state priority channel dueFrom dueTo createdAt triagedAt acceptedAt startedAt closedAt
  assigneeId assigneeName changedByName changedAt cancelReason version`;

export interface Row {
  id: string;
  number: number;
  district: string;
  kind: string;
  errand: string | null;
  state: string;
  priority: string;
  channel: string;
  dueFrom: string | null;
  dueTo: string;
  createdAt: string;
  triagedAt: string | null;
  acceptedAt: string | null;
  startedAt: string | null;
  closedAt: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  changedByName: string | null;
  changedAt: string;
  cancelReason: string | null;
  version: number;
}

/** A valid intake for oneself, due in four hours; override what the test is about. */
export function intake(world: World, over: object = {}) {
  return {
    key: newId(),
    id: newId(),
    district: 'wlochy',
    kind: 'SHOPPING',
    errand: 'GROCERIES',
    words: 'Chleb, mleko i jabłka.',
    due: { to: world.clock.in(4 * 3600) },
    reporterKind: 'SELF',
    person: { name: 'Halina Wilga', phone: '22 000 01 34' },
    address: { street: 'Krakowiaków', house: '18', flat: '4' },
    informed: 'IS_CALLER',
    helpers: ['NOBODY'],
    ...over,
  };
}

export const CREATE = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) { ${ROW} } }`;
export const SUBMIT = `mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { id number district code } }`;

/** A request taken on the phone by this member of staff, through the real mutation. */
export async function aRequest(world: World, by: Actor, over: object = {}): Promise<Row> {
  return dataOf(await by.send<{ createRequest: Row }>(CREATE, { input: intake(world, over) })).createRequest;
}

/** A request that a resident sent, with its code. */
export async function aSubmitted(
  world: World,
  by: Actor,
  over: object = {},
): Promise<{ id: string; number: number; district: string; code: string }> {
  return dataOf(
    await by.send<{ submitRequest: { id: string; number: number; district: string; code: string } }>(SUBMIT, {
      input: intake(world, over),
    }),
  ).submitRequest;
}

/** The text of a mutation that takes `input` and answers with the row, e.g. `change('claimRequest', 'OnRequestInput')`. */
export const change = (field: string, inputType: string) => `mutation ($input: ${inputType}!) { ${field}(input: $input) { ${ROW} } }`;

export interface Revealed {
  id: string;
  version: number;
  revealedAt: string;
  words: string;
  person: { name: string; phone: string | null };
  reporter: { name: string; phone: string | null } | null;
  contact: { name: string; phone: string | null } | null;
  address: { street: string; house: string; flat: string | null; access: string | null };
  notes: { id: string; text: string; byName: string; at: string }[];
}

export const REVEAL = `mutation ($input: RevealRequestInput!) { revealRequest(input: $input) { id version revealedAt words person { name phone }
  reporter { name phone } contact { name phone } address { street house flat access } notes { id text byName at } } }`;

/** The personal data of a request, through the real, audited mutation. */
export async function reveal(by: Actor, id: string, reason = 'HANDLING'): Promise<Revealed> {
  return dataOf(await by.send<{ revealRequest: Revealed }>(REVEAL, { input: { key: newId(), id, reason } })).revealRequest;
}
