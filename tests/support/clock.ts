import type { Clock } from '@ww/server/platform/clock';

/** Thursday noon in Warsaw, well inside office hours and far from a change of the clocks. */
export const NOON = '2026-11-26T11:00:00.000Z';

/** A clock that stands until it is moved. */
export class FrozenClock implements Clock {
  #now = Date.parse(NOON);

  now(): Date {
    return new Date(this.#now);
  }

  set(iso: string): void {
    this.#now = Date.parse(iso);
  }

  /** Moves on by so many seconds. */
  advance(seconds: number): void {
    this.#now += seconds * 1000;
  }

  /** The instant so many seconds from now, as the API writes it. */
  in(seconds: number): string {
    return new Date(this.#now + seconds * 1000).toISOString();
  }
}
