import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/links.ts';

interface Asked<M> {
  me: M | null;
  meFailure: { code: string; requestId: string | null } | null;
}

/** For a layout's `load`: who is signed in, or the sign-in page with the way back, or the error page. */
export function signedIn<M>({ me, meFailure }: Asked<M>, url: URL): M {
  if (meFailure) error(meFailure.code === 'OFFLINE' ? 503 : 500, meFailure.code, { requestId: meFailure.requestId ?? undefined });
  if (!me) redirect(303, `${href('/zaloguj')}?dalej=${encodeURIComponent(url.pathname + url.search)}`);
  return me;
}
