import { newId } from '@ww/shared/id';
import type { AppError } from '#lib/graphql/app-error.ts';
import { run } from '#lib/graphql/client.ts';
import { RevealTask, type RevealedTask } from './mutations.ts';

/** Who waits behind the door of a task, where and under which number: held here only, and only while the task is open. */
export class Doors {
  #shown = $state.raw<Readonly<Record<string, RevealedTask>>>({});
  #failed = $state.raw<Readonly<Record<string, AppError>>>({});
  /** The task that is being asked about. */
  busy = $state<string | null>(null);
  #keys: Readonly<Record<string, string>> = {};
  #open: readonly string[] = [];

  of(taskId: string): RevealedTask | undefined {
    return this.#shown[taskId];
  }

  failureOf(taskId: string): AppError | undefined {
    return this.#failed[taskId];
  }

  /** Asks once; written in the audit trail. What got lost on the way is asked again with the same key. */
  async reveal(taskId: string): Promise<void> {
    if (this.busy !== null || this.#shown[taskId]) return;
    this.busy = taskId;
    const key = this.#keys[taskId] ?? newId();
    this.#keys = { ...this.#keys, [taskId]: key };
    const answer = await run(RevealTask, { input: { key, id: taskId } });
    this.busy = null;
    this.#failed = without(this.#failed, taskId);
    if (answer.ok || !answer.error.isRetryable) this.#keys = without(this.#keys, taskId);
    if (!answer.ok) {
      this.#failed = { ...this.#failed, [taskId]: answer.error };
      return;
    }
    // the task may have ended while the answer was on its way
    if (this.#open.includes(taskId)) this.#shown = { ...this.#shown, [taskId]: answer.data.revealTask };
  }

  /** Forgets everybody but those of the tasks that are open. */
  keepOnly(openTaskIds: readonly string[]): void {
    this.#open = openTaskIds;
    const isKept = ([id]: [string, unknown]) => openTaskIds.includes(id);
    this.#shown = Object.fromEntries(Object.entries(this.#shown).filter(isKept));
    this.#failed = Object.fromEntries(Object.entries(this.#failed).filter(isKept));
  }
}

const without = <T>(record: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
