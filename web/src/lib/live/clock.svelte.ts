import { createSubscriber } from 'svelte/reactivity';
import { serverNow } from '#lib/graphql/server-time.ts';

const every = (ms: number) =>
  createSubscriber((update) => {
    const timer = setInterval(update, ms);
    return () => clearInterval(timer);
  });

const second = every(1_000);
const tenSeconds = every(10_000);

/** The server's time, ticking while something on the screen reads it; milliseconds. */
export const clock = {
  get seconds(): number {
    second();
    return serverNow();
  },
  /** For ages told in minutes. */
  get now(): number {
    tenSeconds();
    return serverNow();
  },
};
