import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { SCOPE_OF, type ScopeKind } from '@ww/shared/roles';
import { openSession, resident, signIn, type Actor } from '../support/actors.ts';
import { LiveClient } from '../support/live-client.ts';
import type { Answer, AnswerError } from '../support/client.ts';
import { makeMember } from '../support/network.ts';
import { OTHER, OWN, scopeFor } from '../support/permissions.ts';
import { plantPlace, type PlantedPlace } from '../support/places.ts';
import { aSubmitted } from '../support/requests.ts';
import { anOrganisation, aVolunteer, type Volunteer } from '../support/volunteers.ts';
import type { World } from '../support/world.ts';
import type { Sender } from './expectations.ts';

/** Whether the thing is in the actor's own scope or in another one like it. */
export type Where = 'own' | 'other';
export const districtOf = (where: Where) => (where === 'own' ? OWN : OTHER);

/** Someone of one standing or role, and the people of both districts whom they meet. */
export interface Scene {
  world: World;
  by: Actor;
  /** What the actor's scope is. */
  kind: ScopeKind;
  socket: LiveClient;
  /** A coordinator of each district. */
  host: Record<Where, Actor>;
  /** The code that the actor holds, and in its place a guess about the other request. */
  code: Record<Where, string>;
  /** The organisation that the actor may coordinate and another; there only once something asks for them. */
  organisation: Record<Where, { id: string; coordinator: Promise<Actor> | null }>;
  /** The place that the actor may look after and another; there only once something asks for them. */
  place: Partial<Record<Where, Promise<PlantedPlace>>>;
}

let addresses = 0;
export const someAddress = () => `203.0.113.${++addresses % 250}`;

/** @param byCode whether it is about a request that somebody follows by its code */
export async function setScene(world: World, who: Sender, byCode: boolean): Promise<Scene> {
  const host = { own: await signIn(world, 'DISTRICT_COORDINATOR', OWN), other: await signIn(world, 'DISTRICT_COORDINATOR', OTHER) };
  const organisation: Scene['organisation'] = { own: { id: newId(), coordinator: null }, other: { id: newId(), coordinator: null } };
  const place: Scene['place'] = who === 'PLACE_STAFF' ? { own: plantPlace(world, { perMonth: 100 }) } : {};
  const by = await someone(world, who, who === 'PLACE_STAFF' ? ((await place.own)?.id ?? '') : organisation.own.id);
  const code = byCode ? await codesFor(world, who) : { own: newId(), other: newId() };
  const scene = { world, by, kind: SCOPE_OF[who], host, code, organisation, place };
  if (who === 'NETWORK_MEMBER' || who === 'MEETING_DEPUTY') await joinNetwork(scene);
  return { ...scene, socket: await LiveClient.open(world, by) };
}

async function codesFor(world: World, who: Sender): Promise<Scene['code']> {
  const submitted = await aSubmitted(world, resident(world, someAddress()));
  const other = await aSubmitted(world, resident(world, someAddress()), { district: OTHER });
  return { own: who === 'CODE_HOLDER' ? submitted.code : submitted.id, other: other.id };
}

/** The actor's organisation becomes a member of the Network in its district: standing in a Network is held by nothing else. */
async function joinNetwork(scene: Omit<Scene, 'socket'>): Promise<void> {
  const { id } = await organisationIn(scene, 'own');
  await makeMember(scene.world, OWN, id);
}

/** @param scope of whoever looks after an organisation or a place */
async function someone(world: World, who: Sender, scope: string): Promise<Actor> {
  if (who === 'ANYONE' || who === 'CODE_HOLDER' || who === 'BOOKING_HOLDER') return resident(world, someAddress());
  const isCoordinator = who === 'ORGANISATION_COORDINATOR' || who === 'NETWORK_MEMBER' || who === 'MEETING_DEPUTY';
  if (isCoordinator) return signIn(world, 'ORGANISATION_COORDINATOR', scope);
  if (who === 'PLACE_STAFF') return signIn(world, who, scope);
  return who === 'SIGNED_IN' ? signIn(world, null) : signIn(world, who, scopeFor(who, OWN));
}

/** The organisation of that place with a coordinator of its own; registered when it is asked for first. */
export async function organisationIn(
  { world, host, organisation }: Pick<Scene, 'world' | 'host' | 'organisation'>,
  where: Where,
): Promise<{ id: string; coordinator: Actor }> {
  const district = districtOf(where);
  const its = organisation[where];
  its.coordinator ??= anOrganisation(world, host[where], { id: its.id, district, districts: [district] }).then(
    ({ coordinator }) => coordinator,
  );
  return { id: its.id, coordinator: await its.coordinator };
}

/** The place of that district, planted when it is asked for first. */
export function placeIn({ world, place }: Scene, where: Where): Promise<PlantedPlace> {
  place[where] ??= plantPlace(world, { district: districtOf(where), perMonth: 100 });
  return place[where];
}

/** A volunteer in the actor's own kind of scope, or in another like it: held by the organisation or the district, or the actor themselves. */
export async function volunteerIn(scene: Scene, where: Where): Promise<Volunteer> {
  const { world, by, host, kind } = scene;
  const districts = [districtOf(where)];
  if (kind === 'organisation') {
    const { id, coordinator } = await organisationIn(scene, where);
    return aVolunteer(coordinator, { organisationId: id, districts });
  }
  const volunteer = await aVolunteer(host[where], { district: districtOf(where), districts });
  if (kind !== 'person' || where === 'other') return volunteer;
  const em = world.orm.em.fork();
  await em.execute('update volunteer set person_id = null where person_id = ?', [by.personId]);
  await em.execute('update volunteer set person_id = ? where id = ?', [by.personId, volunteer.id]);
  return volunteer;
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

/** Whether the journal says that the actor did it; the answer is read by another permission than the step is taken by. */
export async function isJournalled({ world, by }: Scene, action: Action, step: () => Promise<Answer<unknown>>): Promise<boolean> {
  const count = async () => {
    const [row] = await world.orm.em
      .fork()
      .execute<{ done: number }[]>(
        `select count(*)::int as done from audit_entry where action = ? and outcome = 'DONE' and actor_id is not distinct from ?`,
        [action, by.personId],
      );
    return row?.done ?? 0;
  };
  const before = await count();
  const answer = await step();
  const done = (await count()) > before;
  if (isAllowed(answer) && !done) throw new Error(`${action} was answered and is not in the journal`);
  return done;
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
