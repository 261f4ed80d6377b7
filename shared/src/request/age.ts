import type { Priority } from './kinds.ts';
import { WAITING_STATES, type State } from './transitions.ts';

/** Minutes from intake after which an untaken request is shown as waiting, and as urgent. */
export const WAIT_AFTER_MIN = 60;
export const URGENT_AFTER_MIN = 120;

export type Band = 'new' | 'wait' | 'urgent' | 'taken' | 'done' | 'cancelled';

interface Ageing {
  state: State;
  priority: Priority;
  /** Instants in milliseconds since the epoch. */
  createdAt: number;
  dueTo: number;
}

/** The word for a request's age: from intake while nobody took it; afterwards urgent only once the due window has passed. */
export function bandOf(request: Ageing, now: number): Band {
  if (request.state === 'DONE') return 'done';
  if (request.state === 'CANCELLED') return 'cancelled';
  const overdue = request.dueTo < now;
  if (!WAITING_STATES.includes(request.state)) return overdue ? 'urgent' : 'taken';
  const minutes = (now - request.createdAt) / 60_000;
  if (overdue || request.priority === 'URGENT' || minutes >= URGENT_AFTER_MIN) return 'urgent';
  return minutes >= WAIT_AFTER_MIN ? 'wait' : 'new';
}
