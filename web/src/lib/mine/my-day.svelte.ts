import type { TypedDocumentNode } from '@urql/core';
import { newId } from '@ww/shared/id';
import type { DeclineReason, ReturnReason } from '@ww/shared/volunteer/terms';
import { AppError } from '#lib/graphql/app-error.ts';
import { run, type Answer } from '#lib/graphql/client.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { announcer } from '#lib/live/announcer.svelte.ts';
import { Whole } from '#lib/live/whole.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts, type Toast } from '#lib/ui/toasts.svelte.ts';
import { freshOffers, freshTask, openTaskIds, withoutOffer, withTask } from './day.ts';
import type { Day, Offer, Task } from './documents.ts';
import { Doors } from './doors.svelte.ts';
import { Accept, Decline, FinishTask, ReturnTask, SetDuty, SetOut, UndoTask } from './mutations.ts';
import { daySource } from './source.ts';
import { saidOfOffers, saidOfTakenBack } from './words.ts';

/** What could not be done, for the notice that says what to do next. */
export interface Trouble {
  about: 'offer' | 'task' | 'duty';
  /** Of the matter, to call its Team; null when it is about no matter. */
  district: string | null;
  error: AppError;
  /** Sends the same once more, with the same key; missing when that can't help. */
  retry?: () => Promise<void>;
}

interface Step {
  about: Trouble['about'];
  district: string | null;
  /** What is being done, so that its button can say so. */
  doing: string;
  send: () => Promise<Answer<(day: Day) => Day>>;
  /** Shown until the answer is there; only where nobody else can be first. */
  guess?: (day: Day) => Day;
  done?: (before: Day, after: Day) => void;
}

type DayCommand<I> = TypedDocumentNode<{ day: Day }, { input: I & { key: string } }>;

const NO_UNDO_S = 8;

/** A volunteer's day on the screen: seeded by `load`, kept up by its subscription, changed by one command at a time. */
export class MyDayState {
  readonly #whole: Whole<Day>;
  #guess = $state.raw<((day: Day) => Day) | null>(null);
  readonly day: Day;
  busy = $state<string | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** The server no longer lets us follow. */
  readonly refused: AppError | null;
  /** Offers that came while tasks were on the screen: shown when asked for, so that no button moves under a thumb. */
  waiting = $state.raw<readonly string[]>([]);
  readonly doors = new Doors();
  #toast: Toast | null = null;

  constructor(seed: Day) {
    this.#whole = new Whole({ ...daySource, heard: (next, known) => this.#heard(next, known) }, seed);
    this.day = $derived(this.#guess ? this.#guess(this.#whole.value) : this.#whole.value);
    this.refused = $derived(this.#whole.refused);
    this.doors.keepOnly(openTaskIds(seed));
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    return this.#whole.start();
  }

  /** Reads it anew. What is shown stays when that fails. */
  reload(): Promise<void> {
    return this.#whole.reload();
  }

  showWaiting(): void {
    this.waiting = [];
  }

  dismiss(): void {
    this.trouble = null;
  }

  /** Says yes, and asks once for what is needed at the door. The id of the task, or null when it became another's. */
  async accept({ id, district }: Offer): Promise<string | null> {
    let taskId: string | null = null;
    await this.#do({
      ...{ about: 'offer', district, doing: `accept ${id}` },
      send: this.#command(Accept, { id }),
      done: (before, after) => {
        taskId = freshTask(before, after)?.id ?? null;
        if (taskId === null) return;
        void this.doors.reveal(taskId);
        this.#tell(m.mine_done_accept(), taskId);
      },
    });
    return taskId;
  }

  decline({ id, district }: Offer, reason: DeclineReason | null): Promise<void> {
    return this.#do({
      ...{ about: 'offer', district, doing: `decline ${id}` },
      send: this.#command(Decline, { id, reason }),
      guess: (day) => withoutOffer(day, id),
      done: () => this.#tell(m.mine_done_decline()),
    });
  }

  setOut(task: Task): Promise<void> {
    return this.#step(task, this.#command(SetOut, { id: task.id }), 'ON_THE_WAY', m.mine_done_start());
  }

  finish(task: Task): Promise<void> {
    return this.#step(task, this.#command(FinishTask, { id: task.id }), 'DONE', m.mine_done_finish());
  }

  giveBack(task: Task, reason: ReturnReason): Promise<void> {
    return this.#step(task, this.#command(ReturnTask, { id: task.id, reason }), 'RETURNED', m.mine_done_return());
  }

  /** On duty until then, off duty with null. */
  setDuty(until: Date | null): Promise<void> {
    const input = { key: newId(), id: this.#whole.value.volunteerId, until: until?.toISOString() ?? null };
    return this.#do({
      ...{ about: 'duty', district: null, doing: 'duty' },
      send: async () => {
        const answer = await run(SetDuty, { input });
        return answer.ok ? { ok: true, data: (day) => ({ ...day, dutyUntil: answer.data.setDuty.dutyUntil }) } : answer;
      },
      guess: (day) => ({ ...day, dutyUntil: input.until }),
    });
  }

  #step({ id, district }: Task, send: Step['send'], state: Task['state'], said: string): Promise<void> {
    return this.#do({
      ...{ about: 'task', district, doing: `${state} ${id}`, send },
      guess: (day) => withTask(day, id, state),
      done: () => this.#tell(said, id),
    });
  }

  #command<I extends { id: string }>(command: DayCommand<I>, input: I): Step['send'] {
    const keyed = { ...input, key: newId() };
    return async () => {
      const answer = await run(command, { input: keyed });
      return answer.ok ? { ok: true, data: () => answer.data.day } : answer;
    };
  }

  async #do(step: Step): Promise<void> {
    if (this.busy !== null) return;
    const before = this.#whole.value;
    this.busy = step.doing;
    this.trouble = null;
    this.#guess = step.guess ?? null;
    const answer = await step.send();
    if (answer.ok) {
      const after = answer.data(this.#whole.value);
      this.#show(after);
      step.done?.(before, after);
    } else {
      const { error } = answer;
      if (!error.isRetryable) await this.reload();
      const retry = error.isRetryable ? { retry: () => this.#do(step) } : {};
      this.trouble = { about: step.about, district: step.district, error, ...retry };
    }
    this.#guess = null;
    this.busy = null;
  }

  #heard(next: Day, known: Day): void {
    const fresh = freshOffers(known, next);
    if (fresh.length > 0) announcer.say('offers', saidOfOffers(fresh));
    const open = openTaskIds(known);
    if (open.length > 0) this.waiting = [...this.waiting, ...fresh.map(({ id }) => id)];
    const takenBack = next.tasks.filter(({ id, state }) => state === 'TAKEN_BACK' && open.includes(id));
    if (takenBack.length > 0) announcer.say('tasks', saidOfTakenBack(takenBack));
    this.doors.keepOnly(openTaskIds(next));
  }

  #show(next: Day): void {
    this.#whole.take(next);
    this.doors.keepOnly(openTaskIds(this.#whole.value));
  }

  /** Says what was done; with a task whose last step can be taken back, how. */
  #tell(message: string, taskId?: string): void {
    if (this.#toast) toasts.dismiss(this.#toast);
    const task = this.#whole.value.tasks.find(({ id }) => id === taskId);
    const left = task?.undoableUntil ? Math.floor((Date.parse(task.undoableUntil) - serverNow()) / 1000) : 0;
    this.#toast = toasts.show({
      message,
      ...(task && left > 0 ? { seconds: left, undo: () => this.#takeBack(task) } : { seconds: NO_UNDO_S }),
    });
  }

  async #takeBack({ id, version }: Task): Promise<void> {
    const answer = await run(UndoTask, { input: { key: newId(), id, version } });
    // nothing was typed that could be compared
    if (!answer.ok) throw answer.error.code === 'STALE' ? new AppError('CONFLICT') : answer.error;
    this.#show(answer.data.day);
    announcer.say('undo', m.staff_undone());
  }
}
