import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { entry, strangers, tellMember, type MemberMutation } from '../support/members.ts';
import { aMember, makeMember } from '../support/network.ts';
import { agreed, districtOf, firstFrame, isAllowed, organisationIn, type Scene, type Where } from './scene.ts';

/** Districts whose Network runs and where nobody of the scene is. */
const ELSEWHERE = { ask: 'bielany', answer: 'targowek' } as const;

const tells = async ({ by }: Scene, mutation: MemberMutation, input: object) => isAllowed(await tellMember(by, mutation, input));

async function readNetwork(scene: Scene, where: Where): Promise<boolean> {
  const district = districtOf(where);
  const ask = async (query: string) => isAllowed(await scene.by.send(query, { district }));
  const live = 'subscription ($district: ID!, $after: String) { networkMembersChanges(district: $district, after: $after) { kind } }';
  return agreed({
    network: await ask('query ($district: ID!) { network(district: $district) { members } }'),
    networkMembers: await ask('query ($district: ID!) { networkMembers(district: $district) { rows { id } } }'),
    networkMembersChanges: isAllowed(await firstFrame(scene, live, { district, after: `${newId()}.0` })),
  });
}

/** About organisations that are not the actor's. */
async function admit(scene: Scene, where: Where): Promise<boolean> {
  const { world } = scene;
  const district = districtOf(where);
  const [invited, asking] = [await strangers(world, district), await strangers(world, district)];
  const asked = await makeMember(world, district, asking.organisationId, 'ASKED');
  const { membershipId: id } = await aMember(world, district);
  return agreed({
    inviteOrganisation: await tells(scene, 'inviteOrganisation', invited.pair()),
    answerMembership: await tells(scene, 'answerMembership', { id: asked, accepted: true }),
    describeMember: await tells(scene, 'describeMember', { id, version: 1, ...entry() }),
    endMembership: await tells(scene, 'endMembership', { id }),
  });
}

async function writeMembership(scene: Scene, where: Where): Promise<boolean> {
  const { id: organisationId } = await organisationIn(scene, where);
  const invited = await makeMember(scene.world, ELSEWHERE.answer, organisationId, 'INVITED');
  return agreed({
    askToJoin: await tells(scene, 'askToJoin', { id: newId(), district: ELSEWHERE.ask, organisationId }),
    answerMembership: await tells(scene, 'answerMembership', { id: invited, accepted: true }),
    describeMember: await tells(scene, 'describeMember', { id: invited, version: 2, ...entry() }),
    endMembership: await tells(scene, 'endMembership', { id: invited }),
  });
}

/** Of a Network and who is in it. */
export const NETWORK_MEMBER_PROBES: Partial<Record<Action, (scene: Scene, where: Where) => Promise<boolean>>> = {
  'network.set': (scene, where) => tells(scene, 'setNetwork', { district: districtOf(where), enabled: true, unansweredDays: 14 }),
  'network.read': readNetwork,
  'network.admit': admit,
  'network.reveal': async (scene, where) =>
    tells(scene, 'revealMember', { id: (await aMember(scene.world, districtOf(where))).membershipId }),
  'membership.write': writeMembership,
};
