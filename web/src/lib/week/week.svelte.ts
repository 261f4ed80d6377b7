import { newId } from '@ww/shared/id';
import { ACTIVE_BOOKINGS } from '@ww/shared/place/terms';
import { orThrow, run, type Answer } from '#lib/graphql/client.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { Whole } from '#lib/live/whole.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { addDays, midnightOf } from '#lib/place/days.ts';
import type { Booking, Place } from '#lib/place/documents.ts';
import { Drafts } from '#lib/ui/drafts.ts';
import { failureSentence, toFailure, type Failure } from '#lib/ui/failure.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import type { StaffWeek } from './documents.ts';
import { ApproveBooking, MoveBooking } from './mutations.ts';
import { weekSource } from './source.ts';
import { isStuck, Ways, type Way } from './ways.svelte.ts';
import { bookingTitle, wayWords } from './words.ts';

/** What stands over the week; `way` is where something was dropped, or drawn. */
export type WeekDialog =
  | { name: 'enter'; way?: Way }
  | { name: 'booking' | 'refuse' | 'withdraw'; booking: Booking }
  | { name: 'move'; booking: Booking; way?: Way; failure?: Failure }
  | { name: 'close' };

/** What staff settles at once, in order of urgency: what can't take place, then what waits for an answer. */
export const inOrder = (attention: readonly Booking[]): Booking[] =>
  attention.toSorted((a, b) => Number(b.isSuspended) - Number(a.isSuspended));

/** A place's week on the screen: seeded by `load`, kept up by its subscription, patched by each answer. */
export class WeekState {
  readonly #whole: Whole<StaffWeek>;
  readonly ways = new Ways();
  readonly drafts = new Drafts();
  dialog = $state.raw<WeekDialog | null>(null);

  constructor(seed: StaffWeek) {
    this.#whole = new Whole(weekSource(seed.place.id, seed.day), seed);
  }

  get week(): StaffWeek {
    return this.#whole.value;
  }

  get place(): Place {
    return this.week.place;
  }

  /** The server no longer lets us follow, or the place is gone. */
  get trouble(): string | null {
    if (this.#whole.refused) return failureSentence(this.#whole.refused);
    return this.#whole.isGone ? m.week_gone() : null;
  }

  /** Follows until the returned function is called. */
  start = (): (() => void) => this.#whole.start();
  reload = (): Promise<void> => this.#whole.reload();

  /** As it is now, wherever on the page it is shown. */
  booking(id: string): Booking | undefined {
    return [...this.week.bookings, ...this.week.attention].find((booking) => booking.id === id);
  }

  /** The answer to one's own command: in its place before the live line brings it. */
  settled(booking: Booking): void {
    const { bookings, attention, day } = this.week;
    const others = (list: readonly Booking[]) => list.filter(({ id }) => id !== booking.id);
    const isHere =
      Date.parse(booking.startsAt) < midnightOf(addDays(day, 7)) &&
      Date.parse(booking.endsAt) > midnightOf(day) &&
      booking.state !== 'REFUSED' &&
      booking.state !== 'WITHDRAWN';
    const needs = booking.state === 'REQUESTED' || (ACTIVE_BOOKINGS.includes(booking.state) && isStuck(booking));
    const byTime = (a: Booking, b: Booking) => Date.parse(a.startsAt) - Date.parse(b.startsAt);
    this.#whole.value = {
      ...this.week,
      bookings: [...others(bookings), ...(isHere ? [booking] : [])].toSorted(byTime),
      attention: [...others(attention), ...(needs ? [booking] : [])].toSorted(byTime),
    };
  }

  /** A closing, or its end: what it hits comes with the week. */
  placed(place: Place): void {
    this.#whole.value = { ...this.week, place };
    void this.reload();
  }

  approve = async (booking: Booking): Promise<void> => {
    const { id, version } = booking;
    const answer = await run(ApproveBooking, { input: { key: newId(), id, version } });
    this.#told(answer, booking, m.week_approved({ title: bookingTitle(booking) }));
  };

  /** Puts a booking elsewhere; can be taken back for a while. */
  async move(booking: Booking, way: Way): Promise<void> {
    const { id, version } = booking;
    const answer = await run(MoveBooking, { input: { key: newId(), id, version, ...way } });
    const words = m.week_moved({ title: bookingTitle(booking), way: wayWords(this.place, way) });
    const { roomId, startsAt, endsAt } = booking;
    const wasFine = !booking.isSuspended && Date.parse(startsAt) > serverNow();
    this.#told(answer, booking, words, way, wasFine ? { roomId, startsAt, endsAt } : null);
  }

  #told(answer: Answer<{ booking: Booking }>, booking: Booking, words: string, way?: Way, back?: Way | null): void {
    if (answer.ok) {
      const now = answer.data.booking;
      this.settled(now);
      this.dialog = null;
      toasts.show({ message: words, ...(back ? { undo: () => this.#back(now, back) } : { seconds: 8 }) });
      return;
    }
    const failure = toFailure(answer.error);
    if (failure.code === 'SPACE_TAKEN' || failure.code === 'INVALID')
      this.dialog = { name: 'move', booking: this.booking(booking.id) ?? booking, failure, ...(way ? { way } : {}) };
    else {
      if (failure.code === 'STALE' || failure.code === 'CONFLICT') void this.reload();
      toasts.show({ message: failure.code === 'STALE' ? m.week_stale_shown() : failureSentence(failure), seconds: 20 });
    }
  }

  async #back({ id, version }: Booking, way: Way): Promise<void> {
    this.settled((await orThrow(run(MoveBooking, { input: { key: newId(), id, version, ...way } }))).booking);
  }
}
