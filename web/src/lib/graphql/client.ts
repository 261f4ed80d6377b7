import { Client, fetchExchange, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { AppError, toAppError } from './app-error.ts';
import { noteServerTime } from './server-time.ts';

export type Answer<T> = { ok: true; data: T } | { ok: false; error: AppError };

/** A save that hangs is told as lost, so that it can be sent again with the same key. */
const GIVE_UP_AFTER_MS = 20_000;

/** No cache: what is live is held by its own list, and only there. POST only: Apollo refuses simple GETs. */
export function clientOver(fetch: typeof globalThis.fetch): Client {
  return new Client({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false, requestPolicy: 'network-only', fetch });
}

const timedFetch: typeof fetch = async (input, init) => {
  const sentAt = Date.now();
  const giveUp = AbortSignal.timeout(GIVE_UP_AFTER_MS);
  const response = await fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, giveUp]) : giveUp });
  noteServerTime(response.headers.get('date'), sentAt, Date.now());
  return response;
};

let shared: Client | undefined;
const browserClient = () => (shared ??= clientOver(timedFetch));

/** Reads once. In a `load` give its own `fetch`, which carries the session on the server too. */
export async function read<T, V extends AnyVariables>(
  document: TypedDocumentNode<T, V>,
  variables: V,
  fetch?: typeof globalThis.fetch,
): Promise<Answer<T>> {
  const { data, error } = await (fetch ? clientOver(fetch) : browserClient()).query(document, variables).toPromise();
  return settle(data, error);
}

/** Gives a command. The input carries the `key` of the intention: keep it when sending the same again. */
export async function run<T, V extends AnyVariables>(document: TypedDocumentNode<T, V>, variables: V): Promise<Answer<T>> {
  const { data, error } = await browserClient().mutation(document, variables).toPromise();
  return settle(data, error);
}

/** The same, for code that catches: the data, or the AppError thrown. */
export async function orThrow<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (!settled.ok) throw settled.error;
  return settled.data;
}

function settle<T>(data: T | undefined, error: Parameters<typeof toAppError>[0] | undefined): Answer<T> {
  if (error) return { ok: false, error: toAppError(error) };
  if (data === undefined) return { ok: false, error: new AppError('OFFLINE') };
  return { ok: true, data };
}
