/** How far the server's clock is ahead of ours, in milliseconds; a Date header is only good to a second. */
let offset = 0;

const TRUSTED_FROM_MS = 2_000;

/** Learns from an answer's `Date` header when the request was sent and answered (our clock, milliseconds). */
export function noteServerTime(header: string | null, sentAt: number, answeredAt: number): void {
  const at = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(at)) return;
  const measured = at + 500 - (sentAt + answeredAt) / 2;
  offset = Math.abs(measured) < TRUSTED_FROM_MS ? 0 : measured;
}

/** The server's time now, in milliseconds since the epoch. */
export const serverNow = (): number => Date.now() + offset;
