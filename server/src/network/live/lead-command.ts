import type { StandardSchemaV1 } from '@standard-schema/spec';
import { Person } from '../../identity/person.entity.ts';
import type { Loaded, Tx } from '../../platform/command.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { AgendaItem } from '../agenda/agenda-item.entity.ts';
import { itemsInOrder } from '../agenda/order.ts';
import { meetingCommand } from '../meeting/meeting-command.ts';
import { expectState, loadMeeting } from '../meeting/meeting-record.ts';
import type { Meeting } from '../meeting/meeting.entity.ts';
import { Speaker } from './live.entity.ts';

type Keyed = StandardSchemaV1<unknown, { key: string; id: string }>;
type More = Partial<AuditOf> | undefined;

/** @throws AppError `CONFLICT` (`LED`) naming who leads instead, and since when; or with the meeting's state. */
export async function expectLeader(tx: Tx, meeting: Meeting): Promise<void> {
  expectState(meeting, 'RUNNING');
  if (meeting.leaderId === tx.actor.personId) return;
  const leader = await tx.em.findOne(Person, { id: meeting.leaderId ?? '' });
  throw conflict({ by: leader?.displayName ?? null, at: meeting.leaderSince?.toISOString() ?? null, state: 'LED' });
}

/** A command of whoever leads the meeting now; one who stopped leading it is told who does. */
export function leadCommand<S extends Keyed>(
  input: S,
  change: (tx: Tx, meeting: Meeting, input: StandardSchemaV1.InferOutput<S>) => More | Promise<More>,
  find: (tx: Tx, input: StandardSchemaV1.InferOutput<S>) => Promise<Loaded<Meeting> | null> = (tx, { id }) => loadMeeting(tx, id),
) {
  return meetingCommand(
    'meeting.lead',
    input,
    async (tx, meeting, given) => {
      await expectLeader(tx, meeting);
      return change(tx, meeting, given);
    },
    find,
  );
}

/**
 * The current item, if it is the one that the leader saw: two who press at once go on by one.
 * @throws AppError `CONFLICT` (`MOVED_ON`)
 */
export async function expectCurrent(tx: Tx, meeting: Meeting, from: string | null): Promise<AgendaItem | null> {
  const current = await tx.em.findOne(AgendaItem, { meetingId: meeting.id, state: 'CURRENT' });
  if ((current?.id ?? null) !== from) throw conflict({ by: null, at: current?.since?.toISOString() ?? null, state: 'MOVED_ON' });
  return current;
}

/** The first item that is planned still, in the agenda's order, becomes the current one; returns null when all is done. */
export async function beginNext(tx: Tx, meeting: Meeting): Promise<AgendaItem | null> {
  const next = (await itemsInOrder(tx, meeting.id)).find(({ state }) => state === 'PLANNED') ?? null;
  if (next) await begin(tx, next);
  return next;
}

/** Only one is current: what was must have left in the database before the next begins. */
export async function begin(tx: Tx, item: AgendaItem): Promise<void> {
  await tx.em.flush();
  item.begin(tx.now);
}

/** Whoever speaks has spoken. */
export async function endVoices(tx: Tx, meeting: Meeting): Promise<void> {
  for (const speaker of await tx.em.find(Speaker, { meetingId: meeting.id, state: 'SPEAKING' }))
    Object.assign(speaker, { state: 'DONE', spokeTo: tx.now });
  await tx.em.flush();
}

/** @throws AppError `INVALID` on `id` (`taken`) */
export async function expectNew(tx: Tx, table: 'speaker' | 'arrangement' | 'action_item', id: string): Promise<void> {
  const found = await tx.em.execute<object[]>(`select 1 from ${table} where id = ?`, [id]);
  if (found.length > 0) throw invalid([{ path: 'id', rule: 'taken' }]);
}
