import type { Tx } from '@ww/server/platform/command';
import type { Em } from '@ww/server/platform/orm';
import { newId } from '@ww/shared/id';
import type { Actor } from './actors.ts';
import type { Answer } from './client.ts';
import type { World } from './world.ts';

export const ASK_FOR_LINK = `mutation ($input: AskForLinkInput!) { askForLink(input: $input) { sent } }`;

export interface LinkRow {
  id: string;
  person_id: string;
  purpose: string;
  created_at: string | Date;
  expires_at: string | Date;
  used_at: string | Date | null;
}

export function askForLink(by: Actor, email: string | null, over: object = {}): Promise<Answer<{ askForLink: { sent: boolean } }>> {
  return by.send(ASK_FOR_LINK, { input: { key: newId(), email, ...over } });
}

/** Every link, in the order in which they were made. */
export function linksOf(world: World): Promise<LinkRow[]> {
  return world.orm.em.fork().execute<LinkRow[]>('select * from sign_in_link order by created_at, id');
}

/** A link as a command of another feature would give it; what its letter carries after `#token=`. */
export async function aLink(world: World, personId: string | null, purpose: 'SIGN_IN' | 'INVITATION' = 'SIGN_IN'): Promise<string> {
  if (!personId) throw new Error('a link is for somebody');
  // when it is needed: scripts that only speak to a server use this file as well, and Node reads no decorators
  const [{ addLink }, { appendEvent }] = await Promise.all([import('@ww/server/identity/links'), import('@ww/server/platform/outbox')]);
  const now = world.clock.now();
  const id = await world.orm.em.fork().transactional((own) => {
    const em = own as Em;
    return Promise.resolve(addLink({ em, now, event: (event) => appendEvent(em, event, now) } as Tx, personId, purpose));
  });
  return world.app.services.secrets.linkToken(id);
}

/** The token in the text of a letter, from its link to the page in one language. */
export const tokenIn = (text = '', page = '/wejscie') => new RegExp(`//[^/]+${page}#token=(\\S+)`).exec(text)?.[1] ?? '';

interface Entered {
  status: number;
  body: unknown;
  /** The session's cookie, ready to be sent; null when none was given. */
  cookie: string | null;
  attributes: string;
}

/** Uses a link as the page does. */
export async function enterBy(
  world: Pick<World, 'url'>,
  token: unknown,
  { cookie = '', address = '198.51.100.7', origin = world.url } = {},
): Promise<Entered> {
  const headers = {
    'content-type': 'application/json',
    'x-forwarded-for': address,
    'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
  };
  const response = await fetch(`${world.url}/api/auth/link/enter`, {
    method: 'POST',
    headers: { ...headers, ...(origin ? { origin } : {}), ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ token }),
  });
  const [set] = response.headers.getSetCookie().filter((each) => each.startsWith('ww.session_token='));
  const [pair = null, ...attributes] = set?.split('; ') ?? [];
  return { status: response.status, body: await response.json(), cookie: pair, attributes: attributes.join('; ') };
}
