import { SvelteMap } from 'svelte/reactivity';
import { read } from '#lib/graphql/client.ts';
import type { Booking, Place } from '#lib/place/documents.ts';
import { shortened } from './days.ts';
import { WaysOut } from './documents.ts';

/** A room and a time that a booking could have instead. */
export interface Way {
  roomId: string;
  startsAt: string;
  endsAt: string;
}

/** So many bookings that can't take place are shown with a way out; the others have it once they are opened. */
const ASKED = 8;

/** Where bookings could go that can't stay where they are; asked once for each of their versions. */
export class Ways {
  readonly #known = new SvelteMap<string, readonly Way[]>();
  #asked: readonly string[] = [];

  /** The ways that are known, the shortening first. */
  of(booking: Booking, place: Place): readonly Way[] {
    const until = booking.isSuspended ? shortened(booking, place) : null;
    const own = until === null ? [] : [{ roomId: booking.roomId, startsAt: booking.startsAt, endsAt: until }];
    return [...own, ...(this.#known.get(keyOf(booking)) ?? [])];
  }

  see(bookings: readonly Booking[]): void {
    for (const booking of bookings.filter(isStuck).slice(0, ASKED)) void this.ask(booking);
  }

  async ask(booking: Booking): Promise<void> {
    const key = keyOf(booking);
    if (this.#asked.includes(key)) return;
    this.#asked = [...this.#asked, key];
    const answer = await read(WaysOut, { id: booking.id });
    if (answer.ok) this.#known.set(key, answer.data.bookingAlternatives);
    else this.#asked = this.#asked.filter((other) => other !== key);
  }
}

/** Neither can it stay, nor be approved where it is. */
export const isStuck = ({ isSuspended, isTaken }: Booking): boolean => isSuspended || isTaken;

/** Whether a way only ends sooner, or later, than the booking does. */
export const isSameStart = ({ roomId, startsAt }: Booking, way: Way): boolean => way.startsAt === startsAt && way.roomId === roomId;

const keyOf = ({ id, version }: Booking) => `${id} ${String(version)}`;
