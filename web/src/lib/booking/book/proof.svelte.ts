import { newId } from '@ww/shared/id';
import { run } from '#lib/graphql/client.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { type Failure, toFailure } from '#lib/ui/failure.ts';
import { ProveEmailDocument } from '../mutations.ts';

/** The server takes a code for an hour; somebody may still be typing. */
const GOOD_FOR_MS = 50 * 60_000;

interface Sent {
  id: string;
  email: string;
  sentAt: number;
}

/** The code that was sent to an address: only the latest letter's counts. */
export class Proof {
  sent = $state.raw<Sent | null>(null);
  sending = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** What is on its way: an answer that got lost is asked for with the same one. */
  #pending: Sent | null = null;

  /** Sends a code unless this address has a good one; true when there is one. */
  async send(typed: string, anew = false): Promise<boolean> {
    const email = typed.trim().toLowerCase();
    const now = serverNow();
    if (!anew && this.sent?.email === email && now - this.sent.sentAt < GOOD_FOR_MS) return true;
    if (this.sending) return false;
    if (this.#pending?.email !== email) this.#pending = { id: newId(), email, sentAt: now };
    const pending = this.#pending;
    this.sending = true;
    const answer = await run(ProveEmailDocument, { input: { key: pending.id, id: pending.id, email } });
    this.sending = false;
    this.failure = answer.ok ? null : toFailure(answer.error);
    if (!answer.ok) return false;
    this.#pending = null;
    this.sent = { ...pending, sentAt: now };
    return true;
  }
}
