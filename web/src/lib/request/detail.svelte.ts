import { newId } from '@ww/shared/id';
import type { RevealReason } from '@ww/shared/request/kinds';
import type { AppError } from '#lib/graphql/app-error.ts';
import { orThrow, read, run } from '#lib/graphql/client.ts';
import { Detail } from './documents.ts';
import { Reveal, type Revealed } from './mutations.ts';

/** The open request. What was revealed lives here only: with the next request it is gone. */
export class OpenRequest {
  readonly id: string;
  detail = $state.raw<Detail | null>(null);
  error = $state.raw<AppError | null>(null);
  revealed = $state.raw<Revealed | null>(null);
  reason = $state<RevealReason | null>(null);
  #newest = 0;

  constructor(id: string) {
    this.id = id;
  }

  /** Reads it again; of answers that overtake one another the last asked for stays. */
  async load(): Promise<void> {
    const mine = ++this.#newest;
    const answer = await read(Detail, { id: this.id });
    if (mine !== this.#newest) return;
    if (answer.ok) {
      this.detail = answer.data.request;
      this.error = null;
    } else {
      this.error = answer.error;
    }
  }

  /** Shows the personal data; written in the audit trail. @throws AppError */
  async reveal(reason: RevealReason, key: string = newId()): Promise<Revealed> {
    const { revealRequest } = await orThrow(run(Reveal, { input: { key, id: this.id, reason } }));
    this.revealed = revealRequest;
    this.reason = reason;
    void this.load();
    return revealRequest;
  }

  /** One's own note among those on the screen: to reveal again would be one more entry in the audit trail. */
  addNote(note: Revealed['notes'][number]): void {
    if (this.revealed) this.revealed = { ...this.revealed, notes: [...this.revealed.notes, note] };
  }

  cover(): void {
    this.revealed = null;
    this.reason = null;
  }
}
