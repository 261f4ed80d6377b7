import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { AskForLink } from '@ww/shared/identity/input';
import { command } from '../../platform/command.ts';
import type { Context } from '../../platform/context.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import { takeAttempt } from '../known-place.ts';
import { addLink } from '../links.ts';
import { Person } from '../person.entity.ts';

/** Whether there is an account or not; a form with a mistake in it costs nothing. */
async function limit({ services: { limiter, secrets }, address }: Context, input: unknown): Promise<void> {
  const checked = check(AskForLink, input);
  if (!checked.ok) return;
  await limiter.take(RATE_LIMITS.askForLink, address);
  await takeAttempt(limiter, RATE_LIMITS.askForLinkAccount, { account: secrets.address(checked.value.email), address });
}

/** An address without an account leaves the same event and entry, about a link that isn't there, and takes the same time. */
const ask = command<typeof AskForLink, Person | null, { sent: boolean }>({
  action: 'link.ask',
  input: AskForLink,
  async load(tx, { email }) {
    const it = await tx.em.findOne(Person, { email });
    return { it, subject: {}, about: { subjectType: 'link', subjectId: null } };
  },
  run(tx, person) {
    const subjectId = person ? addLink(tx, person.id, 'SIGN_IN') : newId(tx.now.getTime());
    if (!person) tx.event({ topic: 'link', subjectId, scope: null, version: 1 });
    tx.audit({ subjectType: 'link', subjectId });
    return Promise.resolve({ sent: true });
  },
});

/** A link for whoever has an account with this address; the answer is the same for whoever has none. @throws AppError `INVALID`; `RATE_LIMITED` by the caller's address and by account. */
export async function askForLink(ctx: Context, input: unknown): Promise<{ sent: boolean }> {
  await limit(ctx, input);
  return ask(ctx, input);
}
