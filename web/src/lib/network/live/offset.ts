/** One question to the server's clock: times in milliseconds, `tookMs` by a clock that nobody sets. */
interface Asked {
  sentAt: number;
  tookMs: number;
  serverAt: number;
}

export interface Offset {
  /** How far the server's clock is ahead of ours. */
  ms: number;
  /** By how much that can be wrong. */
  doubtMs: number;
  /** When it was measured, on our clock. */
  at: number;
}

/** How much two quartz clocks part, at the worst, in a millisecond. */
const DRIFT = 1e-4;

/** The answer was written somewhere between sending and receiving: most likely in the middle, at worst at either end. */
export const measured = ({ sentAt, tookMs, serverAt }: Asked): Offset => ({
  ms: serverAt - (sentAt + tookMs / 2),
  doubtMs: tookMs / 2,
  at: sentAt + tookMs,
});

/** Whichever of the two is worth more by now: an old measurement loses some worth with each minute. */
export function surer(known: Offset | null, next: Offset): Offset {
  if (!known) return next;
  const aged = known.doubtMs + Math.abs(next.at - known.at) * DRIFT;
  return next.doubtMs <= aged ? next : known;
}
