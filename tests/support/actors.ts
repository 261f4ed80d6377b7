import { createHmac } from 'node:crypto';
import { newId } from '@ww/shared/id';
import type { Role } from '@ww/shared/roles';
import { gql, type Answer } from './client.ts';
import { SECRET } from './secret.ts';
import type { World } from './world.ts';

/** Someone who speaks to the server over HTTP: signed in, or nobody. */
export interface Actor {
  personId: string | null;
  sessionId: string | null;
  name: string;
  /** In the words of a failing test: which role of which scope. */
  role: string;
  email: string | null;
  cookie: string;
  /** Sends an operation; `address` is where it seems to come from. */
  send<T = Record<string, never>>(document: string, variables?: object): Promise<Answer<T>>;
}

const NAMES = ['Anna Kruk', 'Paweł Drozd', 'Marta Zielonka', 'Jakub Szpak', 'Irena Sowa', 'Ewa Kania', 'Jan Perkoz', 'Olga Wilga'];
let made = 0;

/** A signed-in person with one role, or without any. */
export async function signIn(world: World, role: Role | null, scope: string | null = null): Promise<Actor> {
  const count = made++;
  const id = newId();
  const name = NAMES[count % NAMES.length] ?? 'Anna Kruk';
  const email = `osoba${String(count)}@example.org`;
  const now = world.clock.now();
  // when it is needed: scripts that only speak to a server use this file as well, and Node reads no decorators
  const [{ createAccount }, { giveRole }] = await Promise.all([
    import('@ww/server/identity/account'),
    import('@ww/server/identity/grants'),
  ]);
  await world.orm.em.fork().transactional(async (em) => {
    await createAccount(em, { id, name, email, passwordHash: 'not-used-in-tests' }, now);
    if (role) await giveRole(em, id, role, role === 'VOLUNTEER' ? id : scope, now);
  });
  return { ...(await openSession(world, id)), name, email, role: `${role ?? 'no role'} of ${scope ?? 'the city'}` };
}

/** One more session of a person, as after signing in on another device. */
export async function openSession(world: World, personId: string): Promise<Actor> {
  const sessionId = newId();
  const token = sessionId.replaceAll('-', '');
  await world.orm.em
    .fork()
    .execute(
      `insert into auth.session (id, token, "userId", "expiresAt", "userAgent") values (?, ?, ?, now() + interval '1 day', 'Mozilla/5.0 (X11; Linux) Firefox/140.0')`,
      [sessionId, token, personId],
    );
  const signature = createHmac('sha256', SECRET).update(token).digest('base64');
  const cookie = `ww.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  return {
    personId,
    sessionId,
    name: '',
    role: 'one more session',
    email: null,
    cookie,
    send: (document, variables) => gql(world.url, document, variables, { cookie }),
  };
}

/** Nobody: a resident in a browser, at an address of their own. */
export function resident(world: World, address = '198.51.100.7'): Actor {
  return {
    personId: null,
    sessionId: null,
    name: '',
    role: 'signed out',
    email: null,
    cookie: '',
    send: (document, variables) => gql(world.url, document, variables, { 'x-forwarded-for': address }),
  };
}
