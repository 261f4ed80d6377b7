import { newId } from '@ww/shared/id';
import type { Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import type { Operation } from './raw.ts';
import type { World } from './world.ts';

/** What a resident sees of their own request, as tests read it. */
export interface Steps {
  number: number;
  state: string;
  createdAt: string;
  triagedAt: string | null;
  acceptedAt: string | null;
  startedAt: string | null;
  closedAt: string | null;
  dueFrom: string | null;
  dueTo: string;
  version: number;
  canAmend: boolean;
  canWithdraw: boolean;
}

export interface Own extends Steps {
  cursor: string;
  district: string;
  kind: string;
  errand: string | null;
  words: string;
  helperFirstName: string | null;
  cancelReason: string | null;
}

export const STEPS = 'number state createdAt triagedAt acceptedAt startedAt closedAt dueFrom dueTo version canAmend canWithdraw';
export const OWN_REQUEST = `query ($code: String!) { ownRequest(code: $code) { ${STEPS} cursor district kind errand words helperFirstName cancelReason } }`;

const OWN = { amend: 'amendOwnRequest', withdraw: 'withdrawOwnRequest' } as const;
export type OwnCommand = keyof typeof OWN;

/** A resident's mutation by code, valid in itself. */
export function ownOperation(world: World, command: OwnCommand, code: string, over: object = {}): Operation {
  const least =
    command === 'amend' ? { version: 1, words: 'Jednak bez jabłek.', due: { to: world.clock.in(3_600) } } : { reason: 'HELPED_OTHERWISE' };
  const type = command === 'amend' ? 'AmendOwnRequestInput' : 'WithdrawOwnRequestInput';
  const document = `mutation ($input: ${type}!) { steps: ${OWN[command]}(input: $input) { ${STEPS} } }`;
  return { document, variables: { input: { key: newId(), code, ...least, ...over } } };
}

export function giveOwn(world: World, by: Actor, command: OwnCommand, code: string, over: object = {}): Promise<Answer<{ steps: Steps }>> {
  const { document, variables } = ownOperation(world, command, code, over);
  return by.send(document, variables);
}

export async function ownRequest(by: Actor, code: string): Promise<Own> {
  return dataOf(await by.send<{ ownRequest: Own }>(OWN_REQUEST, { code })).ownRequest;
}
