import { newId } from '@ww/shared/id';
import type { Role } from '@ww/shared/roles';
import type { Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import type { World } from './world.ts';

export interface Invitation {
  id: string;
  name: string;
  email: string;
  role: Role;
  invitedAt: string;
  expiresAt: string;
  acceptedAt: string | null;
}

export const INVITE = `mutation ($input: InviteTeamMemberInput!) { inviteTeamMember(input: $input) { id name email role invitedAt expiresAt acceptedAt } }`;
export const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { id } }`;
export const REMOVE = `mutation ($input: RemoveTeamMemberInput!) { removeTeamMember(input: $input) { id } }`;
export const REVOKE = `mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { id } }`;
export const SHOW = `mutation ($district: ID!, $requestId: ID, $leaving: Boolean) { showPresence(district: $district, requestId: $requestId, leaving: $leaving) }`;

let made = 0;

/** A valid invitation to the Team of Włochy; override what the test is about. */
export const invitation = (over: object = {}) => ({
  ...{ key: newId(), id: newId(), name: 'Kasia Nowa', email: `nowa${made++}@example.org`, district: 'wlochy', role: 'TEAM_MEMBER' },
  ...over,
});

export async function anInvitation(by: Actor, over: object = {}): Promise<Invitation & { district: string }> {
  const input = invitation(over);
  const { inviteTeamMember } = dataOf(await by.send<{ inviteTeamMember: Invitation }>(INVITE, { input }));
  return { ...inviteTeamMember, district: input.district };
}

/** The token in an invitation's letter. */
export const tokenOf = (world: World, id: string) => world.app.services.secrets.invitationToken(id);

export const acceptance = (token: string, over: object = {}) => ({
  key: newId(),
  token,
  name: 'Katarzyna Nowa',
  password: 'dwanaście-znaków',
  ...over,
});

export function accept(by: Actor, token: string, over: object = {}): Promise<Answer<{ acceptInvitation: { id: string } }>> {
  return by.send(ACCEPT, { input: acceptance(token, over) });
}

/** The grants of a person, as `ROLE@scope`. */
export async function grantsOf(world: World, personId: string | null): Promise<string[]> {
  const rows = await world.orm.em
    .fork()
    .execute<{ role: string; scope: string | null }[]>('select role, scope from role_grant where person_id = ?', [personId]);
  return rows.map(({ role, scope }) => `${role}@${scope ?? ''}`).toSorted();
}

/** The id of the one grant of a person. */
export async function grantIdOf(world: World, personId: string | null): Promise<string> {
  const [row] = await world.orm.em.fork().execute<{ id: string }[]>('select id from role_grant where person_id = ?', [personId]);
  if (!row) throw new Error('this person has no role');
  return row.id;
}
