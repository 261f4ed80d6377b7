import { error, redirect } from '@sveltejs/kit';
import type { AppError } from './app-error.ts';
import type { Answer } from './client.ts';
import { href } from '#lib/i18n/links.ts';

const STATUS: Partial<Record<AppError['code'], number>> = { NOT_FOUND: 404, INVALID: 400, RATE_LIMITED: 429, OFFLINE: 503 };

/** For `load`: the data, the sign-in page when the session is over, or the error page with its request id. */
export function need<T>(answer: Answer<T>, url: URL): T {
  if (answer.ok) return answer.data;
  const { code, requestId } = answer.error;
  if (code === 'UNAUTHENTICATED') redirect(303, `${href('/zaloguj')}?dalej=${encodeURIComponent(url.pathname + url.search)}`);
  error(STATUS[code] ?? 500, code, requestId ? { requestId } : {});
}
