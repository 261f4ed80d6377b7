import { untrack } from 'svelte';
import type { AppError } from '#lib/graphql/app-error.ts';
import type { Answer } from '#lib/graphql/client.ts';
import { connection } from './connection.svelte.ts';
import { isBefore } from './order.ts';

interface Dated {
  /** Where to subscribe from; taken before it was read. */
  cursor: string;
}

export interface WholeChange<T> {
  kind: 'UPSERT' | 'REMOVE' | 'RESET';
  cursor: string;
  value: T | null;
}

export interface WholeSource<T> {
  read(): Promise<Answer<T>>;
  /** Opens the subscription from a cursor; must advance its own `after` with each change. Returns how to stop. */
  open(after: string, next: (change: WholeChange<T>) => void, refused: (error: AppError) => void): () => void;
  /** Whether `next` was read before `known`: an answer and the live line may overtake one another. By their cursors unless it is said. */
  isOlder?(next: T, known: T): boolean;
  /** It came unasked and is shown from now on: says what is new in it. The answer to one's own command is not told. */
  heard?(next: T, known: T): void;
}

const RELOAD_AFTER_MS = 3_000;

/** One value that is followed whole: each change brings all of it. */
export class Whole<T extends Dated> {
  value: T;
  /** The server no longer lets us follow. */
  refused = $state.raw<AppError | null>(null);
  /** It is there no more, or not ours to see any more; what is shown is old. */
  isGone = $state(false);
  readonly #source: WholeSource<T>;
  #reloading: ReturnType<typeof setTimeout> | undefined;

  constructor(source: WholeSource<T>, seed: T) {
    this.#source = source;
    this.value = $state.raw(seed);
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    const stop = this.#source.open(
      // an effect that follows must not begin anew with each change
      untrack(() => this.value.cursor),
      ({ kind, value }) => {
        connection.noteChange();
        if (kind === 'REMOVE') this.isGone = true;
        else if (kind === 'UPSERT' && value) this.#receive(value);
        else void this.reload();
      },
      (error) => (this.refused = error),
    );
    return () => {
      clearTimeout(this.#reloading);
      stop();
    };
  }

  /** Reads it anew. What is shown stays when that fails; what can heal is tried again. */
  async reload(): Promise<void> {
    clearTimeout(this.#reloading);
    const answer = await this.#source.read();
    if (answer.ok) this.#receive(answer.data);
    else if (answer.error.isRetryable) this.#reloading = setTimeout(() => void this.reload(), RELOAD_AFTER_MS);
    else if (answer.error.code === 'NOT_FOUND') this.isGone = true;
    else this.refused = answer.error;
  }

  /** Shows it unless what is shown is newer. */
  take(next: T): void {
    if (this.#isOlder(next)) return;
    this.value = next;
    this.isGone = false;
  }

  #receive(next: T): void {
    const known = this.value;
    if (this.#isOlder(next)) return;
    this.take(next);
    this.#source.heard?.(next, known);
  }

  #isOlder(next: T): boolean {
    return this.#source.isOlder?.(next, this.value) ?? isBefore(next.cursor, this.value.cursor);
  }
}
