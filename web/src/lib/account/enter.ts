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

/** Uses a one-time link up and opens the page of this person's work. Once it is used no failure may look like a wrong link. */
export async function enterByLink(token: string): Promise<void> {
  await authOr({ path: 'token', rule: 'token' }, 'link/enter', { token });
  const answer = await read(MeDocument, {});
  // the sign-in page knows who is signed in and leads on
  location.assign(href(answer.ok && answer.data.me ? landingOf(actorOf(answer.data.me)) : '/zaloguj'));
}
