import { newId } from '@ww/shared/id';
import type { Ballot } from '@ww/shared/network/terms';
import type { Arrangement, Speaker } from '../meeting/documents.ts';
import type { MeetingState } from '../meeting/meeting.svelte.ts';
import { CastBallot, CheckInMyself, LowerHand, RaiseHand } from './part-mutations.ts';
import { inTurn } from './turn.ts';

/** How long a turn is reckoned to take, in minutes: nobody measures it, so it is said roughly. */
const TURN_MINUTES = 2;
const AGAIN_MS = 2_000;

/** The caller's own part in a meeting that runs: being there, a raised hand, a ballot. */
export class Part {
  readonly meeting: MeetingState;
  readonly #personId: string;
  /** What was tapped, until the server has said the same. */
  #wish = $state.raw<{ round: string; ballot: Ballot } | null>(null);
  /** The round for which `mine.ballot` was read; one of an earlier round is void. */
  #read = $state.raw<string | null>(null);
  isRemote = $state(false);

  constructor(meeting: MeetingState, personId: string) {
    this.meeting = meeting;
    this.#personId = personId;
    this.#read = this.round;
  }

  readonly vote = $derived.by((): Arrangement | null => this.meeting.view.arrangements.find(({ state }) => state === 'VOTING') ?? null);
  readonly round = $derived.by(() => (this.vote ? `${this.vote.id} ${this.vote.round}` : null));
  /** Whether there is a seat, or they are there already. */
  readonly takesPart = $derived.by(() => this.meeting.mine.attendanceId !== null || this.meeting.mine.rsvp?.state === 'ACCEPTED');
  readonly isHere = $derived.by(() => this.meeting.mine.attendanceId !== null);
  readonly hand = $derived.by((): Speaker | null => this.meeting.view.speakers.find(({ personId }) => personId === this.#personId) ?? null);
  readonly ballot = $derived.by((): Ballot | null => {
    if (this.#wish && this.#wish.round === this.round) return this.#wish.ballot;
    const { ballot } = this.meeting.mine;
    return this.#read === this.round && ballot?.arrangementId === this.vote?.id ? (ballot?.ballot ?? null) : null;
  });

  /** People who speak before me, and roughly how many minutes that takes; with no hand up, before whoever raises it now. */
  readonly before = $derived.by(() => {
    const { speakers } = this.meeting.view;
    const at = this.hand ? speakers.indexOf(this.hand) : speakers.length;
    return { count: at, minutes: at * TURN_MINUTES };
  });

  /** A new round, or being let in at the door: the own part is read anew until it is known. Returns how to stop. */
  keepUp(): () => void {
    const { round } = this;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = async () => {
      const known = this.meeting.mine;
      await this.meeting.reloadOwn();
      if (this.meeting.mine === known) timer = setTimeout(() => void readAgain(), AGAIN_MS);
      else this.#read = round;
    };
    if (round !== null && this.#read !== round) void readAgain();
    return () => clearTimeout(timer);
  }

  async arrive(remote: boolean): Promise<boolean> {
    if (!(await inTurn(this.meeting, 'arrive'))) return false;
    this.isRemote = remote;
    return this.meeting.do(CheckInMyself, { id: newId(), meetingId: this.meeting.id, remote }, { doing: 'arrive', own: true });
  }

  /** Puts the hand up, or takes it down. */
  async turnHand(): Promise<boolean> {
    const { hand, meeting } = this;
    if (!(await inTurn(meeting, 'hand'))) return false;
    if (hand) return meeting.do(LowerHand, { id: hand.id }, { doing: 'hand' });
    return meeting.do(RaiseHand, { id: newId(), meetingId: meeting.id, remote: this.isRemote }, { doing: 'hand' });
  }

  /** The last tap counts: while one is on its way, the next waits for it. */
  async cast(ballot: Ballot): Promise<void> {
    const { vote, round } = this;
    if (!vote || round === null) return;
    const wish = { round, ballot };
    this.#wish = wish;
    while (this.meeting.busy !== null) await this.meeting.idle();
    if (this.#wish !== wish) return;
    await this.meeting.do(CastBallot, { id: vote.id, round: vote.round, ballot }, { doing: 'ballot', own: true });
    // what the server kept is the truth, also after a failure
    if (this.#wish === wish) this.#wish = null;
  }
}
