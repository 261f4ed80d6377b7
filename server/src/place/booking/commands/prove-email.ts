import { check } from '@ww/shared/field-errors';
import { ProveEmail } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import type { Context } from '../../../platform/context.ts';
import { RATE_LIMITS } from '../../../platform/limits.ts';
import { insertNew } from '../../../platform/insert.ts';
import { BookingProof } from '../booking.entity.ts';

/** A code is good for so long; a booking takes a minute, a letter may take ten. */
const PROOF_MS = 3_600_000;

/** A form with a mistake in it costs nothing. */
async function limit({ services: { limiter, secrets }, address }: Context, input: unknown): Promise<void> {
  const checked = check(ProveEmail, input);
  if (!checked.ok) return;
  await limiter.take(RATE_LIMITS.proveEmail, address);
  await limiter.take(RATE_LIMITS.proveEmailTo, secrets.borrower(checked.value.email));
}

/** The code isn't in the answer, and the address not in the event: a follower of the log writes the letter. */
const prove = command<typeof ProveEmail, null, { id: string }>({
  action: 'booking.prove',
  input: ProveEmail,
  load: () => Promise.resolve({ it: null, subject: {}, about: { subjectType: 'booking', subjectId: null } }),
  async run(tx, _nothing, { id, email }) {
    await insertNew(tx, Object.assign(new BookingProof(), { id, email, madeAt: tx.now, expiresAt: new Date(tx.now.getTime() + PROOF_MS) }));
    tx.event({ topic: 'proof', subjectId: id, scope: null, version: 1 });
    return { id };
  },
});

/** Sends a code to an address: whoever says it may book from there for an hour. @throws AppError `INVALID`; `RATE_LIMITED` by both addresses. */
export async function proveEmail(ctx: Context, input: unknown): Promise<{ id: string }> {
  await limit(ctx, input);
  return prove(ctx, input);
}
