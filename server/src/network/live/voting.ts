import type { Tx } from '../../platform/command.ts';
import { conflict } from '../../platform/errors.ts';
import { Arrangement } from './live.entity.ts';

/**
 * The arrangement that is being voted on, in this round. @param round null where any will do
 * @throws AppError `CONFLICT`: `RECOUNTED` for a vote of an earlier round, or how it ended.
 */
export async function expectVoting(tx: Tx, id: string, round: number | null): Promise<Arrangement> {
  const arrangement = await tx.em.findOneOrFail(Arrangement, { id });
  const { state, savedAt } = arrangement;
  if (state !== 'VOTING') throw conflict({ by: null, at: savedAt?.toISOString() ?? null, state });
  if (round !== null && arrangement.round !== round) throw conflict({ by: null, at: null, state: 'RECOUNTED' });
  return arrangement;
}

/** Forgets who voted what: the count is kept, hands are not. */
export async function forgetBallots(tx: Tx, arrangementId: string): Promise<void> {
  await tx.em.execute('delete from ballot where arrangement_id = ?', [arrangementId]);
}
