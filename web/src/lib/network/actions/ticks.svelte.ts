import { SvelteMap } from 'svelte/reactivity';
import { newId } from '@ww/shared/id';
import { orThrow, run } from '#lib/graphql/client.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Failure, toFailure } from '#lib/ui/failure.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import type { Action } from '../meeting/documents.ts';
import { FinishAction, type MyActions } from './documents.ts';

/** Ticking off what is to be done: one at a time each, with a way back. */
export class Ticks {
  /** What is on its way, and the key it was sent with: the same again carries the same. */
  readonly #sending = new SvelteMap<string, { done: boolean; key: string; failure: Failure | null }>();
  readonly #received: (mine: MyActions) => void;

  /** @param received is given what the reader themselves has to do after each tick */
  constructor(received: (mine: MyActions) => void = () => undefined) {
    this.#received = received;
  }

  isBusy(id: string): boolean {
    return this.#sending.get(id)?.failure === null;
  }

  failureOf(id: string): Failure | null {
    return this.#sending.get(id)?.failure ?? null;
  }

  /** Ticks it off, and says how to take that back. */
  async finish(action: Action): Promise<void> {
    if (!(await this.#send(action.id, true))) return;
    toasts.show({ message: m.meeting_action_done({ what: action.text }), undo: () => this.#mark(action.id, false, newId()) });
  }

  async reopen({ id }: Action): Promise<void> {
    await this.#send(id, false);
  }

  async #send(id: string, done: boolean): Promise<boolean> {
    const before = this.#sending.get(id);
    if (before?.failure === null) return false;
    const key = before?.done === done ? before.key : newId();
    this.#sending.set(id, { done, key, failure: null });
    try {
      await this.#mark(id, done, key);
      this.#sending.delete(id);
      return true;
    } catch (thrown) {
      this.#sending.set(id, { done, key, failure: toFailure(thrown) });
      return false;
    }
  }

  async #mark(id: string, done: boolean, key: string): Promise<void> {
    this.#received((await orThrow(run(FinishAction, { input: { key, id, done } }))).mine);
  }
}
