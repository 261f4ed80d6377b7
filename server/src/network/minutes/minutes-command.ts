import { LockMode } from '@mikro-orm/core';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Tx } from '../../platform/command.ts';
import { conflict, notFound, stale } from '../../platform/errors.ts';
import { meetingCommand } from '../meeting/meeting-command.ts';
import { Minutes } from './minutes.entity.ts';

type OnMinutes = StandardSchemaV1<unknown, { key: string; id: string; version: number }>;

/**
 * A command on the minutes while they are a draft.
 * @throws AppError `STALE`; `CONFLICT` (`APPROVED`) with who approved them; `NOT_FOUND` before the meeting has ended.
 */
export function minutesCommand<S extends OnMinutes>(
  input: S,
  change: (tx: Tx, minutes: Minutes, input: StandardSchemaV1.InferOutput<S>) => string,
) {
  return meetingCommand('minutes.write', input, async (tx, meeting, given) => {
    const minutes = await tx.em.findOne(Minutes, { meetingId: meeting.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!minutes) throw notFound();
    const { approvedBy, approvedAt, state } = minutes;
    if (state === 'APPROVED') throw conflict({ by: approvedBy ?? null, at: approvedAt?.toISOString() ?? null, state });
    if (minutes.version !== given.version) throw stale(minutes.version);
    const reason = change(tx, minutes, given);
    minutes.version += 1;
    return { reason };
  });
}
