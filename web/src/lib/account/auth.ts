import type { FieldError } from '@ww/shared/error-codes';
import { AppError } from '#lib/graphql/app-error.ts';

const LOST = new Set([502, 503, 504]);

/** A refusal by the sign-in service that is about what was typed. */
export interface Refused {
  ok: false;
  /** Its own code, for example `INVALID_TOKEN`. */
  code: string | null;
}

/** Asks the sign-in service; throws an AppError when it could not answer or there were too many tries. */
export async function auth(path: string, body: Record<string, string>): Promise<{ ok: true } | Refused> {
  let response: Response;
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new AppError('OFFLINE');
  }
  if (response.ok) return { ok: true };
  if (response.status === 429) throw new AppError('RATE_LIMITED');
  if (LOST.has(response.status)) throw new AppError('OFFLINE');
  const answer = (await response.json().catch(() => null)) as { code?: string; requestId?: string } | null;
  if (response.status >= 500) throw new AppError('INTERNAL', { requestId: answer?.requestId });
  return { ok: false, code: answer?.code ?? null };
}

/** The same for a form: a refusal becomes what is wrong with a field. */
export async function authOr(wrong: FieldError, path: string, body: Record<string, string>): Promise<void> {
  const answer = await auth(path, body);
  if (!answer.ok) throw new AppError('INVALID', { fields: [wrong] });
}
