import { fridgeAt } from '#lib/fridge/source.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch, url }) => ({ fridge: await fridgeAt(params.slug, fetch, url) });
