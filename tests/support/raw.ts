import type { Actor } from './actors.ts';
import type { World } from './world.ts';

/** One operation, ready to be sent by anyone. */
export interface Operation {
  document: string;
  variables: object;
}

/** Sends any body as somebody, and returns the answer as it came. */
export async function post(world: World, by: Pick<Actor, 'cookie'>, body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: by.cookie },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** An operation's answer to the byte. */
export function sendRaw(
  world: World,
  by: Pick<Actor, 'cookie'>,
  { document, variables }: Operation,
): Promise<{ status: number; text: string }> {
  return post(world, by, JSON.stringify({ query: document, variables }));
}
