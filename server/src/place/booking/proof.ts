import type { FieldError } from '@ww/shared/error-codes';
import type { Context } from '../../platform/context.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import type { Tx } from '../../platform/command.ts';
import { BookingProof } from './booking.entity.ts';

/**
 * A step that a proof's code opens. Only a wrong code counts as a try, and it is taken before it is known to be one, so that
 * many at once are no more than so many.
 * @throws AppError `RATE_LIMITED` by proof; as the step.
 */
export async function withProof<A>({ services: { limiter } }: Context, proofId: string, step: () => Promise<A>): Promise<A> {
  await limiter.take(RATE_LIMITS.proofCode, proofId);
  const isRight = (error: unknown) => !(error instanceof AppError) || !isWrongCode(error);
  try {
    const answer = await step();
    await limiter.giveBack(RATE_LIMITS.proofCode, proofId);
    return answer;
  } catch (error) {
    if (isRight(error)) await limiter.giveBack(RATE_LIMITS.proofCode, proofId);
    throw error;
  }
}

const isWrongCode = ({ extensions }: AppError): boolean =>
  (extensions.fields as FieldError[] | undefined)?.some(({ rule }) => rule === 'wrongCode') ?? false;

/** The address behind a proof whose code was said. @throws AppError `INVALID` on `code` (`wrongCode`) for a wrong or an old one. */
export async function provenEmail(tx: Tx, { proofId, code }: { proofId: string; code: string }): Promise<string> {
  const proof = await tx.em.findOne(BookingProof, { id: proofId, expiresAt: { $gt: tx.now } });
  if (proof && code.replaceAll(/\D/g, '') === tx.ctx.services.secrets.proofCode(proof.id)) return proof.email;
  throw invalid([{ path: 'code', rule: 'wrongCode' }]);
}
