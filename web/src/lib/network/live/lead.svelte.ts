import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/live/announcer.svelte.ts';
import type { AgendaItem, Arrangement, Speaker } from '../meeting/documents.ts';
import type { MeetingCommand, MeetingState } from '../meeting/meeting.svelte.ts';
import { EndMeeting, ExtendItem, NextItem, ParkItem, PreviousItem, ResumeItem, StartMeeting, TakeLead } from './lead-mutations.ts';
import { Notes } from './notes.svelte.ts';
import { EndVoice, GiveVoice, RecountArrangement, SaveArrangement, WithdrawArrangement } from './outcome-mutations.ts';
import { currentOf } from './progress.ts';
import { inTurn } from './turn.ts';

const EXTEND_MINUTES = 5;

interface OnOne {
  key: string;
  id: string;
}
interface Stepping extends OnOne {
  from?: string | null;
}

export interface Count {
  for: number;
  against: number;
  abstained: number;
}

/** What whoever leads does with a meeting. Each step says which item it was meant for, so that two presses go on by one. */
export class Lead {
  readonly meeting: MeetingState;
  readonly notes: Notes;
  readonly #personId: string;

  constructor(meeting: MeetingState, personId: string) {
    this.meeting = meeting;
    this.notes = new Notes(meeting);
    this.#personId = personId;
  }

  readonly current = $derived.by((): AgendaItem | null => currentOf(this.meeting.view.items));
  readonly isRunning = $derived.by(() => this.meeting.view.row.state === 'RUNNING');
  /** Whether it is me who leads now. */
  readonly leads = $derived.by(() => this.isRunning && this.meeting.view.leader?.personId === this.#personId);

  start = () => this.#do(StartMeeting, {}, 'start');
  takeOver = () => this.#do(TakeLead, {}, 'take');
  next = () => this.#step(NextItem, 'next');
  back = () => this.#step(PreviousItem, 'back');

  park(): Promise<boolean> {
    const from = this.current?.id;
    return from === undefined ? Promise.resolve(false) : this.#do(ParkItem, { from }, 'park');
  }

  extend(): Promise<boolean> {
    const from = this.current?.id;
    return from === undefined ? Promise.resolve(false) : this.#do(ExtendItem, { from, minutes: EXTEND_MINUTES }, 'extend');
  }

  resume = ({ id: itemId }: AgendaItem) => this.#do(ResumeItem, { itemId, from: this.current?.id ?? null }, `resume ${itemId}`);

  give = ({ id }: Speaker) => this.#about(GiveVoice, id, `give ${id}`);
  endVoice = ({ id }: Speaker) => this.#about(EndVoice, id, `end ${id}`);

  async save({ id, round }: Arrangement, count: Count): Promise<boolean> {
    if (!(await inTurn(this.meeting, 'save'))) return false;
    const isSaved = await this.meeting.do(SaveArrangement, { id, round, ...count }, { doing: 'save' });
    if (isSaved) announcer.say('arrangement', m.live_said_saved());
    return isSaved;
  }

  recount = ({ id }: Arrangement) => this.#about(RecountArrangement, id, 'recount');
  withdraw = ({ id }: Arrangement) => this.#about(WithdrawArrangement, id, 'withdraw');

  /** Notes that are still being typed go into the minutes too. */
  async end(): Promise<boolean> {
    await this.notes.saveAll();
    return this.#do(EndMeeting, {}, 'end');
  }

  #step(command: MeetingCommand<Stepping>, doing: string): Promise<boolean> {
    return this.#do(command, { from: this.current?.id ?? null }, doing);
  }

  async #about(command: MeetingCommand<OnOne>, id: string, doing: string): Promise<boolean> {
    return (await inTurn(this.meeting, doing)) && this.meeting.do(command, { id }, { doing });
  }

  async #do<I extends OnOne>(command: MeetingCommand<I>, input: Omit<NoInfer<I>, 'id' | 'key'>, doing: string): Promise<boolean> {
    if (!(await inTurn(this.meeting, doing))) return false;
    return this.meeting.do(command, { ...input, id: this.meeting.id } as Omit<I, 'key'>, { doing });
  }
}
