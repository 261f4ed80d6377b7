import { signedIn } from '#lib/account/signed-in.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, url }) => ({ me: signedIn(await parent(), url) });
