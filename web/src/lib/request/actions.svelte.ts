import type { TypedDocumentNode } from '@urql/core';
import { newId } from '@ww/shared/id';
import type { AppError } from '#lib/graphql/app-error.ts';
import { orThrow, run, type Answer } from '#lib/graphql/client.ts';
import { announcer } from '#lib/live/announcer.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import type { Row } from './documents.ts';
import { Undo } from './mutations.ts';

type Command<I> = TypedDocumentNode<{ row: Row }, { input: I & { key: string } }>;

export interface Failed {
  number: number;
  id: string;
  error: AppError;
  /** Sends the same once more, with the same key; missing when that can't help. */
  retry?: () => Promise<void>;
}

/** Gives commands to requests: one key for each intention, undo for 30 seconds, and what failed, by number. */
export class Actions {
  failed = $state.raw<readonly Failed[]>([]);
  busy = $state(false);
  readonly #show: (row: Row) => void;
  readonly #ended: (on: readonly Row[]) => void;

  /** `ended` hears of each command, and of each undo, when all of it is over. */
  constructor(show: (row: Row) => void, ended: (on: readonly Row[]) => void) {
    this.#show = show;
    this.#ended = ended;
  }

  dismiss(): void {
    this.failed = [];
  }

  /** One command on one or more requests. `said` words what was done, for the toast. Returns how many succeeded. */
  async give<I extends { id: string }>(
    command: Command<I>,
    on: readonly Row[],
    input: (row: Row) => Omit<I, 'key'>,
    said: (done: readonly Row[]) => string,
    undoable = true,
  ): Promise<number> {
    const sends = on.map((row) => {
      const keyed = { ...input(row), key: newId() } as I & { key: string };
      return { row, send: () => run(command, { input: keyed }) };
    });
    return this.#perform(sends, said, undoable);
  }

  async #perform(
    sends: readonly { row: Row; send: () => Promise<Answer<{ row: Row }>> }[],
    said: (done: readonly Row[]) => string,
    undoable: boolean,
  ): Promise<number> {
    if (this.busy) return 0;
    this.busy = true;
    this.failed = [];
    const done: Row[] = [];
    const failed: Failed[] = [];
    try {
      for (const { row, send } of sends) {
        const answer = await send();
        if (answer.ok) {
          done.push(answer.data.row);
          this.#show(answer.data.row);
        } else {
          const { error } = answer;
          const retry = error.isRetryable ? () => this.#perform([{ row, send }], said, undoable).then(() => {}) : undefined;
          failed.push({ number: row.number, id: row.id, error, ...(retry ? { retry } : {}) });
        }
      }
    } finally {
      this.busy = false;
    }
    if (done.length > 0) toasts.show({ message: said(done), ...(undoable ? { undo: () => this.#takeBack(done) } : {}) });
    this.failed = failed;
    this.#ended(sends.map(({ row }) => row));
    return done.length;
  }

  async #takeBack(rows: readonly Row[]): Promise<void> {
    for (const { id, version } of rows) {
      const { row } = await orThrow(run(Undo, { input: { key: newId(), id, version } }));
      this.#show(row);
    }
    announcer.say('undo', m.staff_undone());
    this.#ended(rows);
  }
}
