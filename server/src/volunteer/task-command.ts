import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Action } from '@ww/shared/policy';
import { command, type Tx } from '../platform/command.ts';
import { conflict } from '../platform/errors.ts';
import type { AuditOf } from '../platform/outbox.ts';
import type { Giver } from '../request/giver.ts';
import { giverOf, recordChange } from '../request/request-command.ts';
import { keepTies } from '../request/ties.ts';
import { loadTask, type TaskAt } from './offer-command.ts';
import { announcePoolOf } from './pool-offer.ts';
import { ACTIVE } from './task-flow.ts';
import { announceVolunteer } from './volunteer-record.ts';

type OnTask = StandardSchemaV1<unknown, { key: string; id: string }>;

/** @throws AppError `CONFLICT` with how the task ended. */
export function expectActive({ task }: TaskAt): void {
  if (!ACTIVE.includes(task.state)) throw conflict({ by: null, at: task.endedAt?.toISOString() ?? null, state: task.state });
}

/** One step of a volunteer in their own task. */
export function taskCommand<S extends OnTask>(
  action: Action,
  input: S,
  step: (tx: Tx, at: TaskAt, giver: Giver, input: StandardSchemaV1.InferOutput<S>) => Partial<AuditOf>,
) {
  return command<S, TaskAt, { id: string }>({
    action,
    input,
    load: (tx, { id }) => loadTask(tx, id),
    async run(tx, at, given) {
      expectActive(at);
      const { request, task, volunteer } = at;
      const more = step(tx, at, { ...giverOf(tx, request), volunteerId: volunteer.id }, given);
      await keepTies(tx, request);
      announceVolunteer(tx, volunteer);
      await announcePoolOf(tx, task.offerId);
      recordChange(tx, request, more);
      return { id: task.id };
    },
  });
}
