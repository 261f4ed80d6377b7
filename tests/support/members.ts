import { newId } from '@ww/shared/id';
import { signIn, type Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import { anOrganisation } from './volunteers.ts';
import type { World } from './world.ts';

export const MEMBER_ROW = 'id version district organisation { id name } state since does coordinators hasEmail hasPhone';
export const NETWORK = 'district enabled unansweredDays version members asked';

export interface MemberRow {
  id: string;
  version: number;
  district: string;
  organisation: { id: string; name: string };
  state: string;
  since: string;
  does: string | null;
  coordinators: string[];
  hasEmail: boolean;
  hasPhone: boolean;
}

export interface NetworkSeen {
  district: string;
  enabled: boolean;
  unansweredDays: number;
  version: number;
  members: number;
  asked: number | null;
}

/** What is done to a Network and its memberships: the mutation, the type of its input and what it answers. */
const MUTATIONS = {
  setNetwork: ['SetNetworkInput', NETWORK],
  inviteOrganisation: ['JoinNetworkInput', MEMBER_ROW],
  askToJoin: ['JoinNetworkInput', MEMBER_ROW],
  answerMembership: ['AnswerMembershipInput', MEMBER_ROW],
  endMembership: ['OnMembershipInput', MEMBER_ROW],
  describeMember: ['DescribeMemberInput', MEMBER_ROW],
  revealMember: ['OnMembershipInput', 'id revealedAt name email phone'],
} as const;
export type MemberMutation = keyof typeof MUTATIONS;

/** The text of the mutation, its answer under the name `done`. */
export const memberDocument = (mutation: MemberMutation) =>
  `mutation ($input: ${MUTATIONS[mutation][0]}!) { done: ${mutation}(input: $input) { ${MUTATIONS[mutation][1]} } }`;

/** Gives the command with a key of its own unless `input` has one. */
export function tellMember<T = MemberRow>(by: Actor, mutation: MemberMutation, input: object): Promise<Answer<{ done: T }>> {
  return by.send<{ done: T }>(memberDocument(mutation), { input: { key: newId(), ...input } });
}

/** As `tellMember`, for a command that must succeed. */
export async function toldMember<T = MemberRow>(by: Actor, mutation: MemberMutation, input: object): Promise<T> {
  return dataOf(await tellMember<T>(by, mutation, input)).done;
}

/** An entry of the directory as its organisation writes it. */
export const entry = (over: object = {}) => ({
  ...{ does: 'Sąsiedzkie zakupy i rozmowy przy herbacie.', contactName: 'Olga Wilga' },
  ...{ contactEmail: 'sasiedzi@example.org', contactPhone: '22 000 01 34' },
  ...over,
});

/** A district's coordinator and an organisation there that is in no Network. */
export interface Strangers {
  marta: Actor;
  olga: Actor;
  organisationId: string;
  name: string;
  district: string;
  /** What either side sends to approach the other. */
  pair: () => { id: string; district: string; organisationId: string };
}

export async function strangers(world: World, district = 'wlochy', over: object = {}): Promise<Strangers> {
  const marta = await signIn(world, 'DISTRICT_COORDINATOR', district);
  const { id: organisationId, name, coordinator: olga } = await anOrganisation(world, marta, { district, districts: [district], ...over });
  return { marta, olga, organisationId, name, district, pair: () => ({ id: newId(), district, organisationId }) };
}

/** One more coordinator of an organisation. */
export async function another(world: World, organisationId: string): Promise<Actor> {
  return signIn(world, 'ORGANISATION_COORDINATOR', organisationId);
}

export const membersOf = async (by: Actor, district = 'wlochy'): Promise<{ cursor: string; rows: MemberRow[] }> =>
  dataOf(
    await by.send<{ networkMembers: { cursor: string; rows: MemberRow[] } }>(
      `query ($district: ID!) { networkMembers(district: $district) { cursor rows { ${MEMBER_ROW} } } }`,
      { district },
    ),
  ).networkMembers;

export const myMembershipsOf = async (by: Actor): Promise<{ cursor: string; rows: MemberRow[] }> =>
  dataOf(
    await by.send<{ myMemberships: { cursor: string; rows: MemberRow[] } }>(`query { myMemberships { cursor rows { ${MEMBER_ROW} } } }`),
  ).myMemberships;

/** Who of these persons' open pages were told that they may do more, or less. */
export async function accessTold(world: World): Promise<string[]> {
  const rows = await world.orm.em
    .fork()
    .execute<{ subject_id: string }[]>(`select subject_id from event where topic = 'access' order by position`);
  return rows.map(({ subject_id }) => subject_id);
}

/** Every mutation of a Network's members with a valid input, about some that don't exist. */
export function memberMutations(): Record<MemberMutation, { document: string; input: Record<string, unknown> }> {
  const [target, pair] = [() => ({ key: newId(), id: newId() }), { district: 'wlochy', organisationId: newId() }];
  const inputs: Record<MemberMutation, Record<string, unknown>> = {
    setNetwork: { key: newId(), district: 'wlochy', enabled: true, unansweredDays: 14 },
    inviteOrganisation: { ...target(), ...pair },
    askToJoin: { ...target(), ...pair },
    answerMembership: { ...target(), accepted: true },
    endMembership: target(),
    describeMember: { ...target(), version: 1, ...entry() },
    revealMember: target(),
  };
  const named = Object.entries(inputs) as [MemberMutation, Record<string, unknown>][];
  return Object.fromEntries(named.map(([mutation, input]) => [mutation, { document: memberDocument(mutation), input }])) as Record<
    MemberMutation,
    { document: string; input: Record<string, unknown> }
  >;
}
