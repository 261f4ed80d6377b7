import type { TypedDocumentNode } from '@urql/core';
import { newId } from '@ww/shared/id';
import type { AppError } from '#lib/graphql/app-error.ts';
import { orThrow, read, run, type Answer } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import { connection } from '#lib/live/connection.svelte.ts';
import { isBefore } from '#lib/live/order.ts';
import {
  MeetingChanges,
  MeetingDocument,
  MyMeetingChanges,
  MyMeetingDocument,
  type MeetingSeed,
  type MeetingView,
  type MyMeeting,
} from './documents.ts';
import { isOlder } from './view.ts';

/** What could not be done, for the notice that says what to do next. */
export interface Trouble {
  /** What was being done, as `do` was told. */
  doing: string;
  error: AppError;
  /** Sends the same once more, with the same key; missing when that can't help. */
  retry?: () => Promise<boolean>;
}

export interface Step {
  /** What is being done, so that its button can say so, and its failure can be told beside it. */
  doing: string;
  /** Shown until the answer is there; only where nobody else can be first. */
  guess?: (meeting: MeetingView) => MeetingView;
  /** Whether the caller's own part changes with it and is to be read after. */
  own?: boolean;
}

type Keyed = { key: string };
/** A mutation that answers with the meeting as it is after; its field is aliased `meeting`. */
export type MeetingCommand<I> = TypedDocumentNode<{ meeting: MeetingView }, { input: I & Keyed }>;

const RELOAD_AFTER_MS = 3_000;

/** One meeting on the screen: seeded by `load`, kept up by its subscriptions, changed by one command at a time. */
export class MeetingState {
  readonly id: string;
  #known: MeetingView;
  #guess = $state.raw<((meeting: MeetingView) => MeetingView) | null>(null);
  readonly view: MeetingView;
  /** The caller's own part: sign-up, check-in, ballot. */
  mine: MyMeeting;
  busy = $state<string | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** The server no longer lets us follow, or the meeting is not ours to see any more. */
  refused = $state.raw<AppError | null>(null);
  isGone = $state(false);
  #reloading: ReturnType<typeof setTimeout> | undefined;

  constructor({ meeting, myMeeting }: MeetingSeed) {
    this.id = meeting.row.id;
    this.#known = $state.raw(meeting);
    this.view = $derived(this.#guess ? this.#guess(this.#known) : this.#known);
    this.mine = $state.raw(myMeeting);
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    const whole = { id: this.id, after: this.#known.cursor };
    const own = { id: this.id, after: this.mine.cursor };
    const refused = (error: AppError) => (this.refused = error);
    const stops = [
      follow(MeetingChanges, whole, {
        next: ({ meetingChanges: { kind, cursor, meeting } }) => {
          whole.after = cursor;
          connection.noteChange();
          if (kind === 'REMOVE') this.isGone = true;
          else if (kind === 'UPSERT' && meeting) this.#receive(meeting);
          else void this.reload();
        },
        refused,
      }),
      follow(MyMeetingChanges, own, {
        next: ({ myMeetingChanges: { kind, cursor, mine } }) => {
          own.after = cursor;
          if (kind === 'UPSERT' && mine) this.#receiveOwn(mine);
          else void this.reload();
        },
        refused,
      }),
    ];
    return () => {
      clearTimeout(this.#reloading);
      for (const stop of stops) stop();
    };
  }

  /** Reads it anew, for example when the server asks to start over. What is shown stays when that fails for now. */
  async reload(): Promise<void> {
    clearTimeout(this.#reloading);
    const answer = await read(MeetingDocument, { id: this.id });
    if (answer.ok) {
      this.#receive(answer.data.meeting);
      this.#receiveOwn(answer.data.myMeeting);
    } else if (answer.error.isRetryable) {
      this.#reloading = setTimeout(() => void this.reload(), RELOAD_AFTER_MS);
    } else {
      this.isGone = answer.error.code === 'NOT_FOUND';
      this.refused = answer.error;
    }
  }

  dismiss(): void {
    this.trouble = null;
  }

  /**
   * Gives a command; its failure becomes `trouble`. Nothing happens while another one is on its way.
   * @returns whether it was done
   */
  do<I>(command: MeetingCommand<I>, input: NoInfer<I>, step: Step): Promise<boolean> {
    const keyed = { ...input, key: newId() };
    return this.#do(() => run(command, { input: keyed }), step);
  }

  /** The same for a form, which shows what went wrong itself and keeps the key as long as what was typed. @throws AppError */
  async submit<I>(command: MeetingCommand<I>, input: NoInfer<I> & Keyed, { own = false }: Pick<Step, 'own'> = {}): Promise<void> {
    this.#receive((await orThrow(run(command, { input: input as I & Keyed }))).meeting);
    if (own) await this.reloadOwn();
  }

  async reloadOwn(): Promise<void> {
    const answer = await read(MyMeetingDocument, { id: this.id });
    if (answer.ok) this.#receiveOwn(answer.data.myMeeting);
  }

  async #do(send: () => Promise<Answer<{ meeting: MeetingView }>>, step: Step): Promise<boolean> {
    if (this.busy !== null) return false;
    this.busy = step.doing;
    this.trouble = null;
    this.#guess = step.guess ?? null;
    const answer = await send();
    if (answer.ok) {
      this.#receive(answer.data.meeting);
      if (step.own) await this.reloadOwn();
    } else {
      const { error } = answer;
      if (!error.isRetryable) await this.reload();
      const retry = error.isRetryable ? { retry: () => this.#do(send, step) } : {};
      this.trouble = { doing: step.doing, error, ...retry };
    }
    this.#guess = null;
    this.busy = null;
    return answer.ok;
  }

  #receive(next: MeetingView): void {
    if (isOlder(next, this.#known)) return;
    this.#known = next;
  }

  #receiveOwn(next: MyMeeting): void {
    if (!isBefore(next.cursor, this.mine.cursor)) this.mine = next;
  }
}
