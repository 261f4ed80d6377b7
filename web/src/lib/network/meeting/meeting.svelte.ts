import type { TypedDocumentNode } from '@urql/core';
import { newId } from '@ww/shared/id';
import type { AppError } from '#lib/graphql/app-error.ts';
import { orThrow, run, type Answer } from '#lib/graphql/client.ts';
import { Whole } from '#lib/live/whole.svelte.ts';
import { Drafts } from '#lib/ui/drafts.ts';
import type { MeetingSeed, MeetingView, MyMeeting } from './documents.ts';
import { meetingSource, mySource } from './source.ts';

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

/** A mutation that answers with the meeting as it is after; its field is aliased `meeting`. */
export type MeetingCommand<I> = TypedDocumentNode<{ meeting: MeetingView }, { input: I }>;
type Unkeyed<I> = Omit<NoInfer<I>, 'key'>;

/** One meeting on the screen: seeded by `load`, kept up by its subscriptions, changed by one command at a time. */
export class MeetingState {
  readonly id: string;
  readonly #whole: Whole<MeetingView>;
  readonly #own: Whole<MyMeeting>;
  #guess = $state.raw<((meeting: MeetingView) => MeetingView) | null>(null);
  readonly view: MeetingView;
  /** What was typed into its dialogs. */
  readonly drafts = new Drafts();
  /** The caller's own part: sign-up, check-in, ballot. */
  readonly mine: MyMeeting;
  /** The server no longer lets us follow. */
  readonly refused: AppError | null;
  busy = $state<string | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  #running: Promise<boolean> = Promise.resolve(true);
  #turn: Promise<boolean> = this.#running;

  constructor({ meeting, myMeeting }: MeetingSeed) {
    this.id = meeting.row.id;
    this.#whole = new Whole(meetingSource(this.id), meeting);
    this.#own = new Whole(mySource(this.id), myMeeting);
    this.view = $derived(this.#guess ? this.#guess(this.#whole.value) : this.#whole.value);
    this.mine = $derived(this.#own.value);
    this.refused = $derived(this.#whole.refused ?? this.#own.refused);
  }

  /** The meeting is not ours to see any more; what is shown is old. */
  get isGone(): boolean {
    return this.#whole.isGone;
  }

  /** Follows until the returned function is called. */
  start(): () => void {
    const stops = [this.#whole.start(), this.#own.start()];
    return () => stops.forEach((stop) => stop());
  }

  /** Reads it anew. What is shown stays when that fails for now. */
  async reload(): Promise<void> {
    await Promise.all([this.#whole.reload(), this.#own.reload()]);
  }

  /** Reads the caller's own part anew, for what nobody tells of: a new round of a vote, being let in at the door. */
  reloadOwn(): Promise<void> {
    return this.#own.reload();
  }

  dismiss(): void {
    this.trouble = null;
  }

  /**
   * Gives a command; its failure becomes `trouble`. Nothing happens while another one is on its way.
   * @returns whether it was done
   */
  do<I extends { key: string }>(command: MeetingCommand<I>, input: Unkeyed<I>, step: Step): Promise<boolean> {
    const keyed = { ...input, key: newId() } as I;
    return this.#do(() => run(command, { input: keyed }), step);
  }

  /** The same once those given before are answered: people at the door come faster than answers. */
  doInTurn<I extends { key: string }>(command: MeetingCommand<I>, input: Unkeyed<I>, step: Step): Promise<boolean> {
    this.#turn = this.#turn.then(async () => {
      await this.idle();
      return this.do(command, input, step);
    });
    return this.#turn;
  }

  /** The same for a form, which shows what went wrong itself and keeps the key as long as what was typed. @throws AppError */
  async submit<I extends { key: string }>(command: MeetingCommand<I>, input: NoInfer<I>, own = false): Promise<MeetingView> {
    const { meeting } = await orThrow(run(command, { input }));
    this.#whole.take(meeting);
    if (own) await this.#own.reload();
    return meeting;
  }

  /** Until the command that is on its way has been answered. */
  async idle(): Promise<void> {
    while (this.busy !== null) await this.#running;
  }

  #do(send: () => Promise<Answer<{ meeting: MeetingView }>>, step: Step): Promise<boolean> {
    if (this.busy !== null) return Promise.resolve(false);
    const running = this.#give(send, step);
    this.#running = running;
    return running;
  }

  async #give(send: () => Promise<Answer<{ meeting: MeetingView }>>, step: Step): Promise<boolean> {
    this.busy = step.doing;
    this.trouble = null;
    this.#guess = step.guess ?? null;
    const answer = await send();
    if (answer.ok) {
      this.#whole.take(answer.data.meeting);
      if (step.own) await this.#own.reload();
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
}
