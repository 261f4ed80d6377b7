import { createSubscriber } from 'svelte/reactivity';
import { read } from '#lib/graphql/client.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { ServerNow } from './documents.ts';
import { measured, type Offset, surer } from './offset.ts';

/** Every window ticks at the same tenths of the server's seconds, so that all of them turn at once. */
const TICK_MS = 100;
const EVERY_MS = 60_000;
const AGAIN_MS = 3_000;
const SAMPLES = 5;
/** Good enough to ask no more this time. */
const SURE_MS = 15;
/** A timer that is so much late, or two clocks that part by so much: the page or the machine slept, or its clock was set. */
const LATE_MS = 1_500;
const PARTED_MS = 40;

const WAKING = ['focus', 'online', 'pageshow'] as const;

/**
 * The server's clock to some milliseconds, ticking while something on the screen reads it. What is shown is worked out
 * from the server's own instants each time: nothing is counted up, so a page that slept is right with its first tick.
 */
class ServerClock {
  #offset: Offset | null = null;
  #users = 0;
  #asking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #update: () => void = () => {};
  readonly #tick = createSubscriber((update) => {
    this.#update = update;
    let before = { date: Date.now(), steady: performance.now() };
    let timer: ReturnType<typeof setTimeout>;
    const next = () => (timer = setTimeout(tick, TICK_MS - (this.#read() % TICK_MS)));
    const tick = () => {
      const now = { date: Date.now(), steady: performance.now() };
      const passed = now.steady - before.steady;
      const isParted = Math.abs(now.date - before.date - passed) > PARTED_MS;
      before = now;
      if (isParted || passed > LATE_MS) this.#distrust();
      update();
      next();
    };
    next();
    return () => clearTimeout(timer);
  });

  /** Milliseconds since the epoch. */
  get now(): number {
    this.#tick();
    return this.#read();
  }

  /** The same on full seconds, for what need not be worked out ten times as often. */
  get second(): number {
    return Math.floor(this.now / 1000) * 1000;
  }

  /** Keeps it right until the returned function is called. */
  start(): () => void {
    if (++this.#users === 1) {
      for (const name of WAKING) addEventListener(name, this.#wake);
      document.addEventListener('visibilitychange', this.#wake);
      document.addEventListener('resume', this.#wake);
    }
    this.#ask();
    return () => {
      if (--this.#users > 0) return;
      for (const name of WAKING) removeEventListener(name, this.#wake);
      document.removeEventListener('visibilitychange', this.#wake);
      document.removeEventListener('resume', this.#wake);
      clearTimeout(this.#timer);
    };
  }

  #read(): number {
    return this.#offset ? Date.now() + this.#offset.ms : serverNow();
  }

  readonly #wake = () => {
    if (document.visibilityState === 'hidden') return;
    this.#update();
    this.#ask();
  };

  /** What was measured may be of another time: the next measurement counts, whatever its doubt. */
  #distrust(): void {
    if (this.#offset) this.#offset.doubtMs = Infinity;
    this.#ask();
  }

  #ask(): void {
    if (this.#asking) return;
    this.#asking = true;
    clearTimeout(this.#timer);
    void this.#measure().then((isSure) => {
      this.#asking = false;
      this.#update();
      clearTimeout(this.#timer);
      if (this.#users > 0) this.#timer = setTimeout(() => this.#ask(), isSure ? EVERY_MS : AGAIN_MS);
    });
  }

  /** Asks some times and keeps the surest answer. Returns whether there was one. */
  async #measure(): Promise<boolean> {
    let answered = false;
    for (let sample = 0; sample < SAMPLES; sample++) {
      const from = { date: Date.now(), steady: performance.now() };
      const answer = await read(ServerNow, {});
      if (!answer.ok) return answered;
      const tookMs = performance.now() - from.steady;
      // slept on the way
      if (Math.abs(Date.now() - from.date - tookMs) > PARTED_MS) continue;
      const next = measured({ sentAt: from.date, tookMs, serverAt: Date.parse(answer.data.now) });
      this.#offset = surer(this.#offset, next);
      answered = true;
      if (this.#offset.doubtMs < SURE_MS && sample > 0) break;
    }
    return answered;
  }
}

export const serverClock = new ServerClock();
