import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/links.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, url }) => {
  const { me, meFailure } = await parent();
  if (meFailure) error(meFailure.code === 'OFFLINE' ? 503 : 500, meFailure.code, { requestId: meFailure.requestId ?? undefined });
  if (!me) redirect(303, `${href('/zaloguj')}?dalej=${encodeURIComponent(url.pathname + url.search)}`);
  return { me };
};
