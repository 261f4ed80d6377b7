import { LockMode } from '@mikro-orm/core';
import { FinishActivity } from '@ww/shared/network/input';
import { can } from '@ww/shared/policy';
import type { Subject } from '@ww/shared/roles';
import { command, type Tx } from '../../../platform/command.ts';
import { Network } from '../../member/network.entity.ts';
import { BoardEntry, JointActivity } from '../board.entity.ts';
import { aboutBoard, announceEntry, findNetwork, lockBoard, subjectOf, type BoardAnswer } from '../board-record.ts';

interface ActivityAt {
  activity: JointActivity;
  entries: BoardEntry[];
  network: Network;
}

async function findActivity(tx: Tx, id: string): Promise<ActivityAt | null> {
  const [found] = await tx.em.execute<{ district: string }[]>('select district from joint_activity where id = ?', [id]);
  const network = found && (await tx.em.findOne(Network, { district: found.district, enabled: true }));
  if (!network) return null;
  await lockBoard(tx, network.district);
  const activity = await tx.em.findOneOrFail(JointActivity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const both = { id: { $in: [activity.offerId, activity.needId] } };
  const entries = await tx.em.find(BoardEntry, both, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  return { activity, entries, network };
}

/** As whose it may be finished: of the two organisations, or of an owner's own. Who left the Network has no say. */
async function subjectsOf(tx: Tx, { activity, entries }: ActivityAt): Promise<Subject[]> {
  const owns = activity.owners.some(({ personId }) => personId === tx.actor.personId);
  const own = owns ? tx.actor.grants.flatMap(({ role, scope }) => (role === 'ORGANISATION_COORDINATOR' && scope ? [scope] : [])) : [];
  const inside: Subject[] = [{ district: activity.district }];
  for (const organisationId of new Set([...entries.map((entry) => entry.organisationId), ...own])) {
    const at = { district: activity.district, organisationId };
    if (await findNetwork(tx, at)) inside.push(subjectOf(at));
  }
  return inside;
}

/**
 * It was done, or came to nothing: then what was offered and needed is open again, and the need waits anew for an answer.
 * @throws AppError `CONFLICT` once it is over.
 */
export const finishActivity = command<typeof FinishActivity, ActivityAt, BoardAnswer>({
  action: 'board.write',
  input: FinishActivity,
  async load(tx, { id }) {
    const it = await findActivity(tx, id);
    if (!it) return null;
    const subjects = await subjectsOf(tx, it);
    const subject = subjects.find((each) => can(tx.actor, 'board.write', each)) ?? { district: it.activity.district };
    return { it, subject, about: aboutBoard(it.activity) };
  },
  run(tx, { activity, entries, network }, { done }) {
    activity.finish(done ? 'DONE' : 'CANCELLED', tx.now);
    if (!done) for (const entry of entries) entry.reopen(network.unansweredDays, tx.now);
    for (const entry of entries) announceEntry(tx, entry);
    tx.audit(aboutBoard(activity));
    return Promise.resolve({ id: activity.id, district: activity.district });
  },
});
