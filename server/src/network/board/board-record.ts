import { LockMode } from '@mikro-orm/core';
import type { FieldError } from '@ww/shared/error-codes';
import type { Subject } from '@ww/shared/roles';
import type { Tx } from '../../platform/command.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { Network, NetworkMember } from '../member/network.entity.ts';
import { BoardEntry, JointActivity } from './board.entity.ts';
import { lockProposal, type Proposal } from './proposal.ts';

/** The key's row holds the ids alone; what the caller may see is read afterwards. */
export interface BoardAnswer {
  id: string;
  district: string;
}

export function aboutBoard({ id, district }: Pick<BoardEntry, 'id' | 'district'>): AuditOf {
  return { subjectType: 'board', subjectId: id, district };
}

export const subjectOf = ({ district, organisationId }: Pick<BoardEntry, 'district' | 'organisationId'>): Subject =>
  organisationId ? { district, organisation: organisationId } : { district };

export function announceEntry(tx: Tx, { id, district, version }: BoardEntry): void {
  tx.event({ topic: 'board', subjectId: id, scope: district, version });
}

/** What ends, joins or proposes entries of a board happens one after another: of two joins of one need the second sees the first. */
export async function lockBoard(tx: Tx, district: string): Promise<void> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`board:${district}`]);
}

/** The Network on whose board this may stand: it runs, and the organisation is a member of it; null otherwise. */
export async function findNetwork(
  tx: Tx,
  { district, organisationId }: Pick<BoardEntry, 'district' | 'organisationId'>,
): Promise<Network | null> {
  const network = await tx.em.findOne(Network, { district, enabled: true });
  if (!network || !organisationId) return network;
  const member = await tx.em.findOne(NetworkMember, { district, organisationId, state: 'MEMBER' });
  return member && network;
}

export interface EntryAt {
  entry: BoardEntry;
  network: Network;
  /** Still waiting for the coordinator's answer, in a meeting that is locked by now. */
  proposal: Proposal | null;
}

/** An entry that stands on its board, locked until the commit; the meeting before it, as everywhere. */
export async function findEntry(tx: Tx, id: string): Promise<EntryAt | null> {
  const [found] = await tx.em.execute<{ district: string }[]>('select district from board_entry where id = ?', [id]);
  if (!found) return null;
  await lockBoard(tx, found.district);
  const proposal = await lockProposal(tx, id);
  const entry = await tx.em.findOneOrFail(BoardEntry, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const network = await findNetwork(tx, entry);
  return network && { entry, network, proposal };
}

/** Who sees to what an entry became part of; null where it was closed. */
export async function whoHas(tx: Tx, { id }: BoardEntry): Promise<string | null> {
  const activity = await tx.em.findOne(JointActivity, { $or: [{ offerId: id }, { needId: id }], state: { $ne: 'CANCELLED' } });
  return activity && activity.owners.map(({ name }) => name).join(', ');
}

interface Days {
  fromDay: string | null;
  toDay: string | null;
}

/** @param today Warsaw's day; left out where the days were there before. */
export function checkDays({ fromDay, toDay }: Days, today = ''): FieldError[] {
  if (fromDay && toDay && toDay < fromDay) return [{ path: 'toDay', rule: 'daysOrder' }];
  return toDay && toDay < today ? [{ path: 'toDay', rule: 'dueInPast' }] : [];
}
