import { DEMO_PASSWORD } from './people.ts';

/** Longest wait for one answer of our own server. */
const ANSWER_MS = 5_000;

/** A refusal of the public API, by its code; `HTTP_…` where there was none. */
export class TrafficError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Someone signed in, as a browser would be. */
export interface TrafficSession {
  cookie: string;
  personId: string;
}

interface Answer<T> {
  data?: T | null;
  errors?: { extensions?: { code?: string } }[];
}

/** The public API over HTTP, and nothing else of the server. */
export interface TrafficClient {
  /** @throws TrafficError, e.g. `HTTP_429` when the address has tried too often. */
  signIn(email: string, signal: AbortSignal): Promise<TrafficSession>;
  /** @throws TrafficError with the code of the first error. */
  ask<T>(session: TrafficSession | null, query: string, variables: object, signal: AbortSignal): Promise<T>;
}

export function createTrafficClient(url: string, origin: string): TrafficClient {
  const post = (path: string, cookie: string, body: object, signal: AbortSignal) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });

  async function ask<T>(session: Pick<TrafficSession, 'cookie'> | null, query: string, variables: object, signal: AbortSignal): Promise<T> {
    const response = await post('/graphql', session?.cookie ?? '', { query, variables }, signal);
    const { data, errors } = (await response.json()) as Answer<T>;
    if (errors?.[0] || !data) throw new TrafficError(errors?.[0]?.extensions?.code ?? `HTTP_${String(response.status)}`);
    return data;
  }

  return {
    ask,
    async signIn(email, signal) {
      const response = await post('/api/auth/sign-in/email', '', { email, password: DEMO_PASSWORD }, signal);
      await response.arrayBuffer();
      if (!response.ok) throw new TrafficError(`HTTP_${String(response.status)}`);
      const cookie = response.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; ');
      const { me } = await ask<{ me: { personId: string } | null }>({ cookie }, '{ me { personId } }', {}, signal);
      if (!me) throw new TrafficError('UNAUTHENTICATED');
      return { cookie, personId: me.personId };
    },
  };
}
