import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { paraglideMiddleware } from '#lib/paraglide/server.js';

const THEMES = ['light', 'dark'] as const;

const preferences: Handle = ({ event, resolve }) => {
  const chosen = event.cookies.get('motyw');
  event.locals.theme = THEMES.find((theme) => theme === chosen) ?? null;
  event.locals.letterKeys = event.cookies.get('skroty') !== 'off';
  return resolve(event);
};

const localised: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    const theme = event.locals.theme ? ` data-theme="${event.locals.theme}"` : '';
    return resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', theme),
      // urql reads it while a server-made answer is replayed in the browser
      filterSerializedResponseHeaders: (name) => name === 'content-type',
    });
  });

const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('x-content-type-options', 'nosniff');
  if (response.headers.get('content-type')?.startsWith('text/html')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

export const handle: Handle = sequence(preferences, headers, localised);

/**
 * GraphQL from a server-side load goes to our own port over loopback, as the person who asked. The token, made at
 * each start, proves that the request is the pages' own, so that the address it names is believed.
 */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || url.pathname !== '/graphql') return fetch(request);
  const inward = new Request(`http://127.0.0.1:${process.env['PORT'] ?? 3000}/graphql`, request);
  for (const name of ['cookie', 'accept-language', 'x-request-id']) {
    const value = event.request.headers.get(name);
    if (value) inward.headers.set(name, value);
  }
  inward.headers.set('x-ww-pages', process.env['WW_PAGES_TOKEN'] ?? '');
  inward.headers.set('x-ww-client', event.getClientAddress());
  return globalThis.fetch(inward);
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const requestId = event.request.headers.get('x-request-id') ?? crypto.randomUUID();
  const entry = { level: 'error', requestId, route: event.route.id, error: error instanceof Error ? error.stack : String(error) };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
  return { message: 'INTERNAL', requestId };
};
