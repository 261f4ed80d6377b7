import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { ROLES } from '@ww/shared/roles';
import { expect, it } from 'vitest';
import { signIn, type Actor } from './actors.ts';
import { aMeeting, answered, coordinatorOf, didMeeting, giveMeeting, meetingDocument, newPoint, type MeetingMutation } from './meetings.ts';
import { aMember } from './network.ts';
import { expectRefused, OTHER, OWN, scopeFor } from './permissions.ts';
import type { World } from './world.ts';

/** A meeting of `OWN` with everybody who stands somehow to it. */
export interface Insiders {
  meeting: string;
  /** Points of the agenda, in order. */
  items: string[];
  coordinator: Actor;
  deputy: Actor;
  /** With a seat, and named in another meeting of the district. */
  member: Actor;
  /** With a seat. */
  another: Actor;
}
export type Insider = 'coordinator' | 'deputy' | 'member';
const INSIDERS = ['coordinator', 'deputy', 'member'] as const;

export interface InsideCase {
  action: Action;
  allowed: readonly Insider[];
  /** Whether it runs, led by whoever tries. */
  runs: boolean;
  /** What `who` sends beside the key; whatever that needs is done first. */
  input: (at: Insiders, who: Actor) => object | Promise<object>;
  /** Whether it is about something of the member's own, so that another member is refused. */
  own?: boolean;
  /** Of what a refusal is written down, where it is not the meeting. */
  subject?: (input: object) => string;
}

/** The meeting before it begins; members have a seat in it. */
async function insiders(world: World): Promise<Insiders> {
  const coordinator = await coordinatorOf(world, OWN);
  const [deputy, member, another] = [await aMember(world), await aMember(world), await aMember(world)];
  const { id: other } = await aMeeting(coordinator);
  await didMeeting(coordinator, 'setDeputies', { id: other, people: [member.actor.personId] });
  const { id: meeting, startsAt } = await aMeeting(coordinator);
  await didMeeting(coordinator, 'setDeputies', { id: meeting, people: [deputy.actor.personId] });
  for (const each of [deputy, member, another]) await answered(each, meeting);
  const items: string[] = [];
  for (const title of ['Powitanie', 'Koce', 'Wolne głosy']) {
    const point = newPoint(meeting, { title });
    await didMeeting(coordinator, 'proposeItem', point);
    items.push(point.id);
  }
  world.clock.set(startsAt);
  return { meeting, items, coordinator, deputy: deputy.actor, member: member.actor, another: another.actor };
}

/** Everybody else with an account: each role in its own scope, and those of another district. */
async function outsiders(world: World): Promise<Actor[]> {
  const people = [await signIn(world, null), await coordinatorOf(world, OTHER), (await aMember(world, OTHER)).actor];
  for (const role of ROLES) if (role !== 'DISTRICT_COORDINATOR') people.push(await signIn(world, role, scopeFor(role, OWN)));
  return people;
}

/** Who may, inside a meeting; everyone else is refused as if it were missing, nothing changes, and it is written down. */
export function insidePermissions(
  world: World,
  mutation: MeetingMutation,
  { action, allowed, runs, input, own = false, subject }: InsideCase,
): void {
  async function begin(at: Insiders, by: Actor): Promise<void> {
    if (runs) await didMeeting(by, 'startMeeting', { id: at.meeting });
  }

  it.each(allowed)('lets the %s', async (who) => {
    const at = await insiders(world);
    const by = at[who];
    await begin(at, action === 'meeting.lead' ? by : at.coordinator);
    expect(await giveMeeting(by, mutation, await input(at, by))).not.toHaveProperty('errors');
  });

  it('refuses everyone else as if it were missing', async () => {
    const at = await insiders(world);
    await begin(at, at.coordinator);
    const given = await input(at, at[allowed[0] ?? 'coordinator']);
    const of = 'meetingId' in given ? 'meetingId' : 'id';
    const operation = (over: object = {}) => ({
      document: meetingDocument(mutation),
      variables: { input: { key: newId(), ...given, ...over } },
    });
    const inside = INSIDERS.filter((who) => !allowed.includes(who)).map((who) => at[who]);
    const refused = [...(await outsiders(world)), ...inside, ...(own || !allowed.includes('member') ? [at.another] : [])];
    await expectRefused(world, refused, {
      ...{ action, subjectId: subject?.(given) ?? at.meeting },
      operation: () => operation(),
      missing: () => operation({ [of]: newId() }),
    });
  });
}
