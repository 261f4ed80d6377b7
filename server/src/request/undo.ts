import type { Priority } from '@ww/shared/request/kinds';
import type { Command, State } from '@ww/shared/request/transitions';

/** What a change can be taken back to, and by whom; kept with the request as JSON, so instants are ISO text. */
export interface Undo {
  by: string;
  at: string;
  state: State;
  priority: Priority;
  assigneeId: string | null;
  volunteerId: string | null;
  triagedAt: string | null;
  acceptedAt: string | null;
  startedAt: string | null;
}

/** The part of a request that a command may change and undo brings back. */
interface Undoable {
  state: State;
  priority: Priority;
  assigneeId: string | null;
  volunteerId: string | null;
  triagedAt: Date | null;
  acceptedAt: Date | null;
  startedAt: Date | null;
}

const UNDOABLE: ReadonlySet<Command> = new Set([
  ...(['triage', 'claim', 'assign', 'accept', 'return', 'release', 'start', 'finish', 'cancel', 'prioritise'] as const),
]);

export function isUndoable(command: Command): boolean {
  return UNDOABLE.has(command);
}

/** The request as it is before a change that this person makes now. */
export function snapshot(request: Undoable, by: string, now: Date): Undo {
  const { state, priority, assigneeId, volunteerId, triagedAt, acceptedAt, startedAt } = request;
  return {
    ...{ by, at: now.toISOString(), state, priority, assigneeId, volunteerId },
    triagedAt: triagedAt?.toISOString() ?? null,
    acceptedAt: acceptedAt?.toISOString() ?? null,
    startedAt: startedAt?.toISOString() ?? null,
  };
}

const instant = (iso: string | null) => (iso === null ? null : new Date(iso));

/** What to put back, but for the holder, whose name must be looked up. A closed request is open again. */
export function before({ state, priority, triagedAt, acceptedAt, startedAt }: Undo) {
  return {
    ...{ state, priority, closedAt: null, cancelReason: null },
    triagedAt: instant(triagedAt),
    acceptedAt: instant(acceptedAt),
    startedAt: instant(startedAt),
  };
}
