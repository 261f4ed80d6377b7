import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './platform/config.ts';
import { clientAddress } from './platform/http.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Where the pages find the visitor's address. */
const ADDRESS = 'x-ww-address';

const BUILT = new URL('../../web/build/handler.js', import.meta.url);

/**
 * SvelteKit's built pages, served by this process on this port. They read their settings from the environment,
 * and prove with a token, made at each start, that a GraphQL request of theirs is theirs.
 */
export async function loadPages(config: Config, token: string): Promise<Handler | undefined> {
  if (!existsSync(BUILT)) return undefined;
  process.env.ORIGIN = config.ORIGIN;
  process.env.PORT = String(config.PORT);
  process.env.WW_PAGES_TOKEN = token;
  process.env.ADDRESS_HEADER = ADDRESS;
  const { handler } = (await import(BUILT.href)) as { handler: Handler };
  return withAddress(handler, config.TRUSTED_PROXIES);
}

/** Tells the pages who asks, as the server itself would count it; what the visitor wrote there is overwritten. */
export function withAddress(handler: Handler, trustedProxies: number): Handler {
  return (request, response) => {
    request.headers[ADDRESS] = clientAddress(request, trustedProxies);
    handler(request, response);
  };
}
