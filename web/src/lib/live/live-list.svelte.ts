import type { AppError } from '#lib/graphql/app-error.ts';
import type { Answer } from '#lib/graphql/client.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { connection } from './connection.svelte.ts';
import { type Change, type Item, type LiveRow, LiveRows, type View } from './live-rows.ts';

export interface Seed<R> {
  /** Where to subscribe from; taken before the rows were read. */
  cursor: string;
  rows: readonly R[];
}

export interface ListChange<R extends LiveRow> extends Change<R> {
  cursor: string;
}

export interface LiveSource<R extends LiveRow> {
  /** Loads the rows anew, after a RESET. */
  load(): Promise<Answer<Seed<R>>>;
  /** Opens the subscription from a cursor; must advance its own `after` with each change. Returns how to stop. */
  open(after: string, next: (change: ListChange<R>) => void, refused: (error: AppError) => void): () => void;
}

const RELOAD_AFTER_MS = 3_000;

/** A live list on the screen: seed and changes in, lines out. The one place where live rows are held. */
export class LiveList<R extends LiveRow> {
  items = $state.raw<readonly Item<R>[]>([]);
  waiting = $state.raw<readonly R[]>([]);
  all = $state.raw<readonly R[]>([]);
  /** Since when updates are held back, in milliseconds. */
  heldSince = $state<number | null>(null);
  heldCount = $state(0);
  /** The server no longer lets us follow: role or district gone. */
  refused = $state.raw<AppError | null>(null);
  readonly #core: LiveRows<R>;
  readonly #source: LiveSource<R>;
  #stop: (() => void) | null = null;
  #reloading: ReturnType<typeof setTimeout> | undefined;

  constructor(source: LiveSource<R>, view: View<R>, seed: Seed<R>) {
    this.#source = source;
    this.#core = new LiveRows(view);
    this.#core.seed(seed.rows, serverNow());
    this.#publish();
  }

  /** Follows from the cursor until stopped; in the browser only. */
  start(cursor: string): () => void {
    this.#open(cursor);
    const ticking = setInterval(() => this.#do(() => this.#core.settle(serverNow())), 15_000);
    return () => {
      clearInterval(ticking);
      clearTimeout(this.#reloading);
      this.#stop?.();
      this.#stop = null;
      if (this.heldSince !== null) connection.heldSince = null;
    };
  }

  /** Loads the rows anew, for figures that change as time passes. */
  refresh(): void {
    if (this.#stop) void this.#reload();
  }

  own(row: R): void {
    this.#do(() => this.#core.own(row, serverNow()));
  }

  lookAt(view: View<R>): void {
    this.#do(() => this.#core.lookAt(view, serverNow()));
  }

  pin(ids: Iterable<string>): void {
    this.#do(() => this.#core.pin(ids, serverNow()));
  }

  showWaiting(): string[] {
    const ids = this.#core.showWaiting();
    this.#publish();
    return ids;
  }

  /** Reactive, as the lists are: `all` is new with every change. */
  get(id: string): R | undefined {
    void this.all;
    return this.#core.get(id);
  }

  hold(on: boolean): void {
    if (on) this.#core.hold();
    else this.#core.resume(serverNow());
    this.heldSince = on ? serverNow() : null;
    connection.heldSince = this.heldSince;
    this.#publish();
  }

  #open(cursor: string): void {
    this.#stop?.();
    this.#stop = this.#source.open(
      cursor,
      (change) => this.#receive(change),
      (error) => (this.refused = error),
    );
  }

  #receive(change: ListChange<R>): void {
    if (change.kind === 'RESET') return void this.#reload();
    if (this.#core.apply(change, serverNow())) {
      connection.noteChange();
      this.#publish();
    }
  }

  async #reload(): Promise<void> {
    this.#stop?.();
    this.#stop = null;
    const answer = await this.#source.load();
    if (answer.ok) {
      this.#core.reseed(answer.data.rows, serverNow());
      connection.noteChange();
      this.#publish();
      this.#open(answer.data.cursor);
    } else if (answer.error.isRetryable) {
      this.#reloading = setTimeout(() => void this.#reload(), RELOAD_AFTER_MS);
    } else {
      this.refused = answer.error;
    }
  }

  #do(change: () => void): void {
    change();
    this.#publish();
  }

  #publish(): void {
    this.items = this.#core.items;
    this.waiting = this.#core.waiting;
    this.all = this.#core.all;
    this.heldCount = this.#core.heldCount;
  }
}
