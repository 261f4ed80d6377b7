import { orThrow, read } from '#lib/graphql/client.ts';
import { href } from '#lib/i18n/links.ts';
import { authOr } from './auth.ts';
import { MeDocument } from './documents.ts';
import { actorOf, landingOf } from './next.ts';

/** Signs in and opens the page asked for, or the one where this person's work is; a whole load, so that nothing of the signed-out page stays. */
export async function enter(email: string, password: string, next: string | null): Promise<void> {
  await authOr({ path: 'password', rule: 'malformed' }, 'sign-in/email', { email, password });
  const { me } = await orThrow(read(MeDocument, {}));
  location.assign(next ?? href(me ? landingOf(actorOf(me)) : '/'));
}
