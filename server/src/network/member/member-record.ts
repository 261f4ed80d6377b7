import { LockMode } from '@mikro-orm/core';
import type { MembershipState } from '@ww/shared/network/terms';
import { can, type Action } from '@ww/shared/policy';
import type { Actor, Subject } from '@ww/shared/roles';
import type { Tx } from '../../platform/command.ts';
import { conflict } from '../../platform/errors.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { insertNew } from '../../platform/insert.ts';
import { Organisation } from '../../volunteer/organisation.entity.ts';
import { Network, NetworkMember, NetworkMemberPrivate } from './network.entity.ts';

export function aboutMember({ id, district }: Pick<NetworkMember, 'id' | 'district'>, organisation?: Organisation): AuditOf {
  return { subjectType: 'network', subjectId: id, district, ...(organisation ? { subjectLabel: organisation.name } : {}) };
}

/** The two sides of a membership: the Network's coordinator, and the organisation. */
export interface Side {
  action: Action;
  subject: Subject;
}
type Pair = Pick<NetworkMember, 'district' | 'organisationId'>;
export const networkSide = ({ district }: Pair): Side => ({ action: 'network.admit', subject: { district } });
export const organisationSide = ({ organisationId }: Pair): Side => ({
  action: 'membership.write',
  subject: { organisation: organisationId },
});

/** The side on which this actor stands; the organisation's for who stands on neither. */
export const ownSide = (actor: Actor, member: Pair): Side =>
  can(actor, 'network.admit', { district: member.district }) ? networkSide(member) : organisationSide(member);

/** A district's Network that runs, locked: who belongs to it is decided one after another. Null where none runs. */
export function runningNetwork(tx: Tx, district: string): Promise<Network | null> {
  return tx.em.findOne(Network, { district, enabled: true }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

export interface MemberAt {
  member: NetworkMember;
  organisation: Organisation;
}

/** The membership, locked until the commit, with its organisation. */
export async function findMember(tx: Tx, id: string): Promise<MemberAt | null> {
  const member = await tx.em.findOne(NetworkMember, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return member && { member, organisation: await tx.em.findOneOrFail(Organisation, { id: member.organisationId }) };
}

/** A membership that comes or goes, with the letters and the open screens that follow from it. */
export async function moveTo(tx: Tx, member: NetworkMember, state: MembershipState): Promise<void> {
  const wasInside = member.state === 'MEMBER';
  Object.assign(member, { state, since: tx.now });
  if (state === 'LEFT' || state === 'REFUSED') await tx.em.nativeDelete(NetworkMemberPrivate, { memberId: member.id });
  announceMember(tx, member);
  tx.event({ topic: 'membership', subjectId: member.id, scope: member.organisationId, version: member.version });
  if (wasInside !== (state === 'MEMBER')) await announceAccess(tx, [member.organisationId]);
}

export function announceMember(tx: Tx, member: NetworkMember): void {
  member.version += 1;
  tx.event({ topic: 'network', subjectId: member.id, scope: member.district, version: member.version });
}

/** Open sockets of these organisations' coordinators learn that they may do more, or less. */
export async function announceAccess(tx: Tx, organisations: readonly string[]): Promise<void> {
  if (organisations.length === 0) return;
  const coordinators = await tx.em.execute<{ id: string }[]>(
    `select distinct person_id as id from role_grant where role = 'ORGANISATION_COORDINATOR' and scope = any (?)`,
    [`{${organisations.join(',')}}`],
  );
  for (const { id } of coordinators) tx.event({ topic: 'access', subjectId: id, scope: null, version: 1 });
}

/**
 * One side asks the other. Who is asked already by the other is in at once; those who have met before keep their row.
 * @throws AppError `CONFLICT` with the state, where it is asked already or inside; `INVALID` on `id` (`taken`).
 */
export async function approach(
  tx: Tx,
  pair: Pair & { id: string },
  known: NetworkMember | null,
  question: 'INVITED' | 'ASKED',
): Promise<NetworkMember> {
  if (known?.state === 'MEMBER' || known?.state === question) throw wrongState(known);
  const asked = known?.state === 'INVITED' || known?.state === 'ASKED';
  const member = known ?? Object.assign(new NetworkMember(), { ...pair, state: question, since: tx.now, does: null, version: 0 });
  if (!known) {
    await insertNew(tx, member);
  }
  await moveTo(tx, member, asked ? 'MEMBER' : question);
  return member;
}

/** Where these two stand, locked. */
export function findPair(tx: Tx, { district, organisationId }: Pair): Promise<NetworkMember | null> {
  return tx.em.findOne(NetworkMember, { district, organisationId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

export const wrongState = ({ state, since }: NetworkMember) => conflict({ by: null, at: since.toISOString(), state });
