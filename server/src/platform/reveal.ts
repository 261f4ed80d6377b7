import type { Context } from './context.ts';
import { invalid } from './errors.ts';

/** How long a reveal's key shows the data again, for an answer that got lost on the way; a later look is a new entry in the audit trail. */
const RETRY_MS = 60_000;

/** What a reveal leaves in the key's row: never the data itself. */
export interface Revealed {
  id: string;
  revealedAt: string;
}

/** A repeated key comes without a new entry in the audit trail. @throws AppError `INVALID` on `key` when it is too old to be a retry. */
export function expectRetry(ctx: Context, revealedAt: string): void {
  const age = ctx.services.clock.now().getTime() - Date.parse(revealedAt);
  if (age > RETRY_MS) throw invalid([{ path: 'key', rule: 'keyReused' }]);
}
