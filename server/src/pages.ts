import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './platform/config.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

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
  const { handler } = (await import(BUILT.href)) as { handler: Handler };
  return handler;
}
