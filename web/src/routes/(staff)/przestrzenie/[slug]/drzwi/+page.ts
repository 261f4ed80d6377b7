import { loadWeek } from '#lib/week/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({ week: await loadWeek(fetch, params.slug, url) });
