import { SvelteMap } from 'svelte/reactivity';
import { newId } from '@ww/shared/id';
import { orThrow, read, run } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import { Whole, type WholeSource } from '#lib/live/whole.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Failure, toFailure } from '#lib/ui/failure.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import type { Action } from '../meeting/documents.ts';
import { FinishAction, MyActionsChanges, MyActionsDocument, type MyActions } from './documents.ts';

const source: WholeSource<MyActions> = {
  async read() {
    const answer = await read(MyActionsDocument, {});
    return answer.ok ? { ok: true, data: answer.data.myActions } : answer;
  },
  open(after, next, refused) {
    const variables = { after };
    return follow(MyActionsChanges, variables, {
      next({ myActionsChanges: { kind, cursor, mine } }) {
        variables.after = cursor;
        next({ kind, cursor, value: mine });
      },
      refused,
    });
  },
};

const isOpen = ({ doneAt }: Action) => doneAt === null;
const byUrgency = (a: Action, b: Action) => Number(isOpen(b)) - Number(isOpen(a)) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);

/** What the reader is to do for the Network: followed whole, ticked off one at a time each, with a way back. */
export class MyActionsState {
  readonly #whole: Whole<MyActions>;
  /** Ids in the order in which they stand. */
  #stood: readonly string[] = [];
  /** What is on its way, and the key it was sent with: the same again carries the same. */
  readonly #sending = new SvelteMap<string, { done: boolean; key: string; failure: Failure | null }>();

  constructor(seed: MyActions) {
    this.#whole = new Whole(source, seed);
  }

  start(): () => void {
    return this.#whole.start();
  }

  /** Those to do, the most urgent first, then what was done lately; who ticks one off finds it where it was. */
  get all(): Action[] {
    const { actions } = this.#whole.value;
    const fresh = actions.toSorted(byUrgency).filter(({ id }) => !this.#stood.includes(id));
    this.#stood = [...this.#stood, ...fresh.map(({ id }) => id)];
    return actions.toSorted((a, b) => this.#stood.indexOf(a.id) - this.#stood.indexOf(b.id));
  }

  get openCount(): number {
    return this.#whole.value.actions.filter(isOpen).length;
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
    this.#whole.take((await orThrow(run(FinishAction, { input: { key, id, done } }))).mine);
  }
}
