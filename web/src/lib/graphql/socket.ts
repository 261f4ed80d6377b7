import { stringifyDocument, type TypedDocumentNode } from '@urql/core';
import { createClient, type Client } from 'graphql-ws';
import { waitBefore } from './backoff.ts';
import { type AppError, toAppError } from './app-error.ts';

/** Our own close code: the session behind the socket has ended. */
const SESSION_ENDED = 4401;

export interface SocketEvents {
  /** Answered: the subscriptions are on their way. */
  connected(): void;
  /** The socket is gone; it is retried unless `ended`. */
  lost(ended: boolean): void;
  /** The next try comes after so many milliseconds, or at once when `hurry` is called. */
  retrying(waitMs: number, hurry: () => void): void;
}

const listeners = new Set<SocketEvents>();
const tell = (what: (listener: SocketEvents) => void) => listeners.forEach(what);

export function onSocket(events: SocketEvents): () => void {
  listeners.add(events);
  return () => listeners.delete(events);
}

function pause(retries: number): Promise<void> {
  return new Promise((resolve) => {
    const wait = waitBefore(retries, Math.random());
    const timer = setTimeout(resolve, wait);
    tell((l) =>
      l.retrying(wait, () => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });
}

/** A pong that does not come means a line that is dead but not closed. */
const PING_EVERY_MS = 12_000;
const PONG_WITHIN_MS = 5_000;

let made: Client | undefined;
let pongTimer: ReturnType<typeof setTimeout> | undefined;

function client(): Client {
  made ??= createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: pause,
    keepAlive: PING_EVERY_MS,
    // a page change keeps the line
    lazyCloseTimeout: 4_000,
    on: {
      connected: () => tell((l) => l.connected()),
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => made?.terminate(), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed: (event) => {
        clearTimeout(pongTimer);
        const { code } = event as { code?: number };
        if (code !== 1000) tell((l) => l.lost(code === SESSION_ENDED));
      },
    },
  });
  return made;
}

/** The browser says that the line is gone: believed at once, not when the next ping stays unanswered. */
export const dropLine = (): void => made?.terminate();

export interface Followed<T> {
  next(data: T): void;
  /** The server refuses this subscription for good, for example because the role is gone. */
  refused?(error: AppError): void;
}

const isClose = (value: unknown): value is { code: number } =>
  typeof value === 'object' && value !== null && 'code' in value && 'reason' in value;

/**
 * Follows a subscription until the returned function is called. `variables` is kept and sent again as it is
 * after every drop, so whoever receives must advance its `after`: the silent retry then resumes from there.
 */
export function follow<T, V extends Record<string, unknown>>(
  document: TypedDocumentNode<T, V>,
  variables: V,
  sink: Followed<T>,
): () => void {
  const query = stringifyDocument(document);
  let stopped = false;
  let failures = 0;
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = () => {
    if (!stopped) timer = setTimeout(open, waitBefore(failures++, Math.random()));
  };
  // what can heal is tried again when the server completes it
  const refuse = (error: AppError) => {
    if (error.isRetryable) return;
    stopped = true;
    sink.refused?.(error);
  };
  function open(): void {
    stop = client().subscribe<T>(
      { query, variables },
      {
        next({ data, errors }) {
          if (data) {
            failures = 0;
            sink.next(data);
          } else if (errors) refuse(toAppError({ graphQLErrors: errors }));
        },
        error(reason) {
          if (Array.isArray(reason)) refuse(toAppError({ graphQLErrors: reason }));
          // close codes that graphql-ws takes for final, but a restarted server may heal
          else if (!(isClose(reason) && reason.code === SESSION_ENDED)) again();
        },
        complete: again,
      },
    );
  }
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    stop();
  };
}
