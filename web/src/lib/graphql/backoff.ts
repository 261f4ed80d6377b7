const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** How long to wait before try number `retries` (from 0), in milliseconds; `chance` (0 to 1) spreads a crowd over the second half. */
export function waitBefore(retries: number, chance: number): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(retries, 10));
  return Math.round(most / 2 + (most / 2) * chance);
}
