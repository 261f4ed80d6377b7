import { openSession, resident, signIn, type Actor } from '../support/actors.ts';
import { LiveClient } from '../support/live-client.ts';
import type { AnswerError } from '../support/client.ts';
import { OTHER, OWN, scopeFor } from '../support/permissions.ts';
import { aSubmitted } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import type { Sender } from './expectations.ts';

/** Whether the thing is in the actor's own scope or in another one like it. */
export type Where = 'own' | 'other';
export const districtOf = (where: Where) => (where === 'own' ? OWN : OTHER);

/** Someone of one standing or role, and the people of both districts whom they meet. */
export interface Scene {
  world: World;
  by: Actor;
  socket: LiveClient;
  /** A coordinator of each district. */
  host: Record<Where, Actor>;
  /** The code that the actor holds, and in its place a guess about the other request. */
  code: Record<Where, string>;
}

let addresses = 0;
export const someAddress = () => `203.0.113.${++addresses % 250}`;

export async function setScene(world: World, who: Sender): Promise<Scene> {
  const host = { own: await signIn(world, 'DISTRICT_COORDINATOR', OWN), other: await signIn(world, 'DISTRICT_COORDINATOR', OTHER) };
  const submitted = await aSubmitted(world, resident(world, someAddress()));
  const other = await aSubmitted(world, resident(world, someAddress()), { district: OTHER });
  const by = await someone(world, who);
  const code = { own: who === 'CODE_HOLDER' ? submitted.code : submitted.id, other: other.id };
  return { world, by, socket: await LiveClient.open(world, by), host, code };
}

async function someone(world: World, who: Sender): Promise<Actor> {
  if (who === 'ANYONE' || who === 'CODE_HOLDER') return resident(world, someAddress());
  return who === 'SIGNED_IN' ? signIn(world, null) : signIn(world, who, scopeFor(who, OWN));
}

/** One more session of the actor or of a host; null where the actor has none to have. */
export async function sessionOf({ world, by, host }: Scene, where: Where): Promise<string | null> {
  const personId = where === 'own' ? by.personId : host.other.personId;
  return personId && (await openSession(world, personId)).sessionId;
}

/** Whether an answer means yes. Any other error than a refusal is a mistake of the walk. */
export function isAllowed(answer: { errors?: AnswerError[] }, alsoRefused?: string): boolean {
  const [error] = answer.errors ?? [];
  if (!error) return true;
  const { code } = error.extensions;
  if (code === 'NOT_FOUND' || code === 'UNAUTHENTICATED' || code === alsoRefused) return false;
  throw new Error(`neither allowed nor refused: ${JSON.stringify(error.extensions)}`);
}

/** What several ways to the same thing say, which must be one thing. */
export function agreed(answers: Record<string, boolean>): boolean {
  const [first, ...rest] = Object.values(answers);
  if (first === undefined || rest.some((answer) => answer !== first)) throw new Error(`the ways disagree: ${JSON.stringify(answers)}`);
  return first;
}

/** The first frame of a subscription over the actor's socket. */
export async function firstFrame<T>(
  { socket }: Scene,
  query: string,
  variables: object,
): Promise<{ data?: T | null; errors?: AnswerError[] }> {
  const subscription = socket.subscribe<T>(query, variables);
  for (let waited = 0; subscription.frames.length === 0 && waited < 500; waited++) await new Promise((resolve) => setTimeout(resolve, 10));
  const [frame] = subscription.frames;
  if (!frame) throw new Error('no frame within 5 s');
  return frame;
}
