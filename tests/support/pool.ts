import { newId } from '@ww/shared/id';
import type { Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import { offerTo, type DispatchSeen } from './dispatch.ts';
import { aRequest, type Row } from './requests.ts';
import { anOrganisation, newPool, told } from './volunteers.ts';
import type { World } from './world.ts';

export interface PoolOffer {
  id: string;
  poolId: string;
  kind: string;
  district: string;
  fromAt: string;
  toAt: string;
  expiresAt: string;
  minutes: number;
  state: string;
}

const POOL_OFFER = 'id poolId kind district fromAt toAt expiresAt minutes state';
export const FILL_OFFER = `mutation ($input: FillOfferInput!) { offer: fillOffer(input: $input) { ${POOL_OFFER} } }`;
export const DECLINE_POOL_OFFER = `mutation ($input: DeclineOfferInput!) { offer: declinePoolOffer(input: $input) { ${POOL_OFFER} } }`;

export function fillOffer(by: Actor, id: string, volunteerId: string, key: string = newId()): Promise<Answer<{ offer: PoolOffer }>> {
  return by.send<{ offer: PoolOffer }>(FILL_OFFER, { input: { key, id, volunteerId } });
}

export function declinePoolOffer(by: Actor, id: string, over: object = {}): Promise<Answer<{ offer: PoolOffer }>> {
  return by.send<{ offer: PoolOffer }>(DECLINE_POOL_OFFER, { input: { key: newId(), id, ...over } });
}

export async function poolOffers(by: Actor, organisation: string): Promise<PoolOffer[]> {
  const query = `query ($organisation: ID!) { offers: poolOffers(organisation: $organisation) { ${POOL_OFFER} } }`;
  return dataOf(await by.send<{ offers: PoolOffer[] }>(query, { organisation })).offers;
}

/** An organisation that serves Włochy, with a pool of three on weekdays. */
export interface Host {
  id: string;
  name: string;
  coordinator: Actor;
  poolId: string;
}

export async function aHost(world: World, by: Actor, { id, pool = {} }: { id?: string; pool?: object } = {}): Promise<Host> {
  const host = await anOrganisation(world, by, id ? { id } : {});
  const input = newPool(host.id, pool);
  await told(host.coordinator, 'offerPool', input);
  return { ...host, poolId: input.id };
}

/** A request of this member of staff, offered to an organisation's pool. */
export async function askedPool(
  world: World,
  by: Actor,
  { poolId }: Host,
  over: object = {},
): Promise<{ request: Row; offerId: string; dispatch: DispatchSeen }> {
  const request = await aRequest(world, by, over);
  const { dispatch } = dataOf(await offerTo(by, request.id, '', { volunteerId: null, poolId }));
  return { request, offerId: dispatch.offers[0]?.id ?? '', dispatch };
}
