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

/** Signs in as a browser would, without one; the session cookie's name and value. */
export async function sessionCookie(url: string, email: string): Promise<{ name: string; value: string }> {
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
