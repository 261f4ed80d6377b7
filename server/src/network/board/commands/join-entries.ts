import { LockMode } from '@mikro-orm/core';
import { JoinEntries } from '@ww/shared/network/input';
import { can } from '@ww/shared/policy';
import { command, type Tx } from '../../../platform/command.ts';
import { invalid } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { networkPeople } from '../../member/people.queries.ts';
import { BoardEntry, JointActivity, type Owner } from '../board.entity.ts';
import { aboutBoard, announceEntry, findNetwork, lockBoard, subjectOf, whoHas, type BoardAnswer } from '../board-record.ts';
import { lockProposal, withdrawProposal, type Proposal } from '../proposal.ts';

interface Pair {
  offer: BoardEntry;
  need: BoardEntry;
  proposal: Proposal | null;
}

/** Both on the board of one Network that runs, locked in the order of their ids; null otherwise. */
async function findPair(tx: Tx, offerId: string, needId: string): Promise<Pair | null> {
  const found = await tx.em.execute<{ district: string }[]>('select distinct district from board_entry where id in (?, ?)', [
    offerId,
    needId,
  ]);
  const [only, ...others] = found;
  if (!only || others.length > 0) return null;
  await lockBoard(tx, only.district);
  const proposal = await lockProposal(tx, needId);
  const both = await tx.em.find(
    BoardEntry,
    { id: { $in: [offerId, needId] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const [offer, need] = [offerId, needId].map((id) => both.find((entry) => entry.id === id));
  if (!offer || !need) return null;
  return (await findNetwork(tx, offer)) && (await findNetwork(tx, need)) && { offer, need, proposal };
}

function check({ offer, need }: Pair): void {
  if (need.side !== 'NEED') throw invalid([{ path: 'needId', rule: 'sameSide' }]);
  if (offer.side !== 'OFFER') throw invalid([{ path: 'offerId', rule: 'sameSide' }]);
  if (offer.organisationId === need.organisationId) throw invalid([{ path: 'needId', rule: 'sameOrganisation' }]);
}

/** @throws AppError `INVALID` on `owners` (`member`) for someone outside the Network. */
async function ownersOf(tx: Tx, district: string, ids: readonly string[]): Promise<Owner[]> {
  const people = await networkPeople(tx.em, district);
  return [...new Set(ids)].map((id) => {
    const person = people.find((each) => each.id === id);
    if (!person) throw invalid([{ path: 'owners', rule: 'member' }]);
    return { personId: person.id, name: person.displayName };
  });
}

/**
 * An offer and a need of different organisations become something done together. Whoever may write one of the two may join them.
 * @throws AppError `CONFLICT` naming who has the one that is taken; `INVALID`: `needId` (`sameSide`, `sameOrganisation`),
 * `offerId` (`sameSide`), `owners` (`member`), `id` (`taken`).
 */
export const joinEntries = command<typeof JoinEntries, Pair, BoardAnswer>({
  action: 'board.write',
  input: JoinEntries,
  async load(tx, { offerId, needId }) {
    const it = await findPair(tx, offerId, needId);
    if (!it) return null;
    const [offers, needs] = [subjectOf(it.offer), subjectOf(it.need)];
    return { it, subject: can(tx.actor, 'board.write', offers) ? offers : needs, about: aboutBoard(it.need) };
  },
  async run(tx, pair, { id, title, day, owners }) {
    const { offer, need } = pair;
    check(pair);
    for (const entry of [need, offer]) entry.expectOpen(await whoHas(tx, entry));
    const activity = Object.assign(new JointActivity(), {
      ...{ id, district: need.district, offerId: offer.id, needId: need.id, title, day, owners: await ownersOf(tx, need.district, owners) },
      ...{ state: 'PLANNED', createdAt: tx.now, endedAt: null, version: 1 },
    } as const);
    for (const entry of [offer, need]) entry.end('MATCHED', tx.now);
    withdrawProposal(tx, pair.proposal);
    await insertNew(tx, activity);
    for (const entry of [offer, need]) announceEntry(tx, entry);
    tx.audit(aboutBoard(activity));
    return { id, district: activity.district };
  },
});
