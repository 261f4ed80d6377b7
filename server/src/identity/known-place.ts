import type { Limit, RateLimiter } from '../platform/rate-limit.ts';

/** Where somebody signed in lately; attempts there count apart, so that whoever tries elsewhere can't lock them out. */
const KNOWN_PLACE: Limit = { name: 'sign-in-place', hits: 1_000_000, seconds: 30 * 86_400 };

/** An account, by a keyed hash of its address, and the place from which somebody wants to reach it, by another. */
interface Attempt {
  account: string;
  address: string;
}

const placeOf = ({ account, address }: Attempt) => `${account}@${address}`;

/** Counts an attempt by account, wherever it comes from. @throws AppError `RATE_LIMITED` */
export async function takeAttempt(limiter: RateLimiter, limit: Limit, attempt: Attempt): Promise<void> {
  const place = placeOf(attempt);
  await limiter.take(limit, (await limiter.knows(KNOWN_PLACE, place)) ? place : attempt.account);
}

export async function rememberPlace(limiter: RateLimiter, attempt: Attempt): Promise<void> {
  await limiter.take(KNOWN_PLACE, placeOf(attempt));
}
