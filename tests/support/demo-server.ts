import { gql } from './client.ts';
import { startServer, type ServerProcess } from './server-process.ts';

let shared: Promise<ServerProcess> | undefined;

/**
 * The demo server that the browser tests of one run share: one start, one seeding. It believes one proxy, so that each
 * window can have an address, and with it limits, of its own.
 */
export function demoServer(): Promise<ServerProcess> {
  shared ??= startServer({ env: { TRUSTED_PROXIES: '1' } });
  return shared;
}

/** Demo people by what they are; their names are on the sign-in page. */
export const DEMO = {
  coordinator: { name: 'Marta Zielonka', email: 'marta.zielonka@example.org' },
  member: { name: 'Anna Kruk', email: 'anna.kruk@example.org' },
  memberElsewhere: { name: 'Paweł Drozd', email: 'pawel.drozd@example.org' },
  organisation: { name: 'Natalia Pliszka', email: 'natalia.pliszka@example.org' },
  volunteer: { name: 'Kinga Jaskółka', email: 'kinga.jaskolka@example.org' },
  place: { name: 'Irena Sowa', email: 'irena.sowa@example.org' },
  analyst: { name: 'Tomasz Bielik', email: 'tomasz.bielik@example.org' },
  auditor: { name: 'Ewa Kania', email: 'ewa.kania@example.org' },
  admin: { name: 'Jan Perkoz', email: 'jan.perkoz@example.org' },
} as const;

export const DEMO_PASSWORD = 'demo-demo-demo';

let lastAddress = 0;

/** An address that nobody else in this run has. */
export function freshAddress(): string {
  lastAddress++;
  return `198.51.${100 + Math.floor(lastAddress / 250)}.${1 + (lastAddress % 250)}`;
}

interface Cookie {
  name: string;
  value: string;
}

const sessions = new Map<string, Cookie>();

/** A session that the tests of one run share: an account signs in so often in a quarter of an hour and no more. Ended by a test, it is made anew. */
export async function sharedCookie(url: string, email: string): Promise<Cookie> {
  const known = sessions.get(`${email} ${url}`);
  if (known && (await isSignedIn(url, known))) return known;
  const fresh = await sessionCookie(url, email);
  sessions.set(`${email} ${url}`, fresh);
  return fresh;
}

async function isSignedIn(url: string, { name, value }: Cookie): Promise<boolean> {
  const { data } = await gql<{ me: object | null }>(
    url,
    '{ me { personId } }',
    {},
    { cookie: `${name}=${value}`, 'x-forwarded-for': freshAddress() },
  );
  return data?.me != null;
}

/** Signs in as a browser would, without one; the session cookie's name and value. */
export async function sessionCookie(url: string, email: string): Promise<Cookie> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'x-forwarded-for': freshAddress() },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  const [pair] = response.headers.getSetCookie().filter((cookie) => cookie.startsWith('ww.session_token='));
  const [name, value] = pair?.split(';')[0]?.split(/=(.*)/s) ?? [];
  if (!name || !value) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
  return { name, value };
}
