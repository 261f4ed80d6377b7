import type { Context } from '../../platform/context.ts';
import { invalid } from '../../platform/errors.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import type { Tx } from '../../platform/command.ts';
import { BookingProof } from './booking.entity.ts';

/** Counts a try at the code of a proof. @throws AppError `RATE_LIMITED` by proof. */
export async function countTry({ services: { limiter } }: Context, proofId: string): Promise<void> {
  await limiter.take(RATE_LIMITS.proofCode, proofId);
}

/** The address behind a proof whose code was said. @throws AppError `INVALID` on `code` (`wrongCode`) for a wrong or an old one. */
export async function provenEmail(tx: Tx, { proofId, code }: { proofId: string; code: string }): Promise<string> {
  const proof = await tx.em.findOne(BookingProof, { id: proofId, expiresAt: { $gt: tx.now } });
  if (proof && code.replaceAll(/\D/g, '') === tx.ctx.services.secrets.proofCode(proof.id)) return proof.email;
  throw invalid([{ path: 'code', rule: 'wrongCode' }]);
}
