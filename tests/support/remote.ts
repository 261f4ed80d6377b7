import { newId } from '@ww/shared/id';
import { dataOf, gql, type Answer } from './client.ts';
import type { Row } from './requests.ts';

/** Someone signed in at a server that runs in a process of its own, by e-mail and password as in a browser. */
export interface RemoteActor {
  personId: string;
  cookie: string;
  /** `url` chooses another server of the same database. */
  send<T>(document: string, variables?: object, url?: string): Promise<Answer<T>>;
}

export const DEMO_PASSWORD = 'demo-demo-demo';

export async function signInAt(url: string, email = 'anna.kruk@example.org'): Promise<RemoteActor> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const send: RemoteActor['send'] = (document, variables, at = url) => gql(at, document, variables, { cookie });
  const { me } = dataOf(await send<{ me: { personId: string } }>('{ me { personId } }'));
  return { personId: me.personId, cookie, send };
}

/** An intake as a form sends it, due in four hours of the real clock. */
export function intakeNow(over: object = {}) {
  return {
    key: crypto.randomUUID(),
    id: newId(),
    district: 'wlochy',
    kind: 'SHOPPING',
    errand: 'GROCERIES',
    words: 'Chleb i mleko.',
    due: { to: new Date(Date.now() + 4 * 3_600_000).toISOString() },
    reporterKind: 'SELF',
    person: { name: 'Halina Wilga', phone: '22 000 01 34' },
    address: { street: 'Krakowiaków', house: '18' },
    informed: 'IS_CALLER',
    helpers: ['NOBODY'],
    ...over,
  };
}

export type Created = { createRequest: Row };
