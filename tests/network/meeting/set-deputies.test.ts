import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import { toldMember } from '../../support/members.ts';
import { aDraft, aMeeting, apart, coordinatorOf, didMeeting, giveMeeting, running, wasAudited } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

const PEOPLE = 'query ($id: ID!) { meetingPeople(id: $id) { guests { name } } }';

describe('setDeputies', () => {
  const world = useWorld();
  const guest = (meetingId: string) => ({ id: newId(), meetingId, name: 'Gość' });
  const seesPeople = async (by: Actor, id: string) => (await by.send(PEOPLE, { id })).errors === undefined;

  it('names who may lead: each once, coordinators of the district included, and everybody sees who', async () => {
    const [anna, ewa] = [await coordinatorOf(world), await coordinatorOf(world)];
    const { actor: olga } = await aMember(world);
    const { id } = await aMeeting(anna);

    const { deputies, row } = await didMeeting(anna, 'setDeputies', { id, people: [olga.personId, ewa.personId, olga.personId] });

    expect(deputies.map(({ personId }) => personId).toSorted()).toEqual([olga.personId, ewa.personId].toSorted());
    expect(row).toMatchObject({ version: 3, detailsVersion: 1 });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'meeting', version: 3 });
    await wasAudited(world, id, { action: 'meeting.call', actor_id: anna.personId });
  });

  it('lets a deputy see who comes, check people in and lead, this meeting alone and while named', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const { id: other } = await aMeeting(anna);
    const { id } = await running(world, anna, { members: 0, points: 1 });
    expect(await seesPeople(olga, id)).toBe(false);

    await didMeeting(anna, 'setDeputies', { id, people: [olga.personId] });
    expect(await seesPeople(olga, id)).toBe(true);
    expect(await seesPeople(olga, other)).toBe(false);
    expect(errorOf(await giveMeeting(olga, 'checkIn', guest(other))).code).toBe('NOT_FOUND');
    await didMeeting(olga, 'checkIn', guest(id));
    expect((await didMeeting(olga, 'takeLead', { id })).leader).toMatchObject({ personId: olga.personId });
    // and nothing of what is the coordinator's
    expect(errorOf(await giveMeeting(olga, 'setDeputies', { id, people: [olga.personId] })).code).toBe('NOT_FOUND');

    await didMeeting(anna, 'setDeputies', { id, people: [] });
    expect(await seesPeople(olga, id)).toBe(false);
    for (const [mutation, input] of [
      ['checkIn', guest(id)],
      ['takeLead', { id }],
      ['endMeeting', { id }],
    ] as const)
      expect(errorOf(await giveMeeting(olga, mutation, input)).code).toBe('NOT_FOUND');
  });

  it('is over for a deputy who left the Network, though their name still stands', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga, membershipId } = await aMember(world);
    const { id } = await aMeeting(anna);
    await didMeeting(anna, 'setDeputies', { id, people: [olga.personId] });
    await toldMember(olga, 'endMembership', { id: membershipId });
    expect(await seesPeople(olga, id)).toBe(false);
    expect(errorOf(await giveMeeting(olga, 'checkIn', guest(id))).code).toBe('NOT_FOUND');
  });

  it('can be done to a draft, which the deputy does not see', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const { id } = await aDraft(anna);
    await didMeeting(anna, 'setDeputies', { id, people: [olga.personId] });
    expect(await seesPeople(olga, id)).toBe(false);
    expect(errorOf(await giveMeeting(olga, 'checkIn', guest(id))).code).toBe('NOT_FOUND');
    await didMeeting(anna, 'publishMeeting', { id });
    expect(await seesPeople(olga, id)).toBe(true);
  });

  it('names nobody from outside the Network, and not more than ten', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const { actor: stranger } = await aMember(world, 'ochota');
    const team = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aMeeting(anna);
    const before = await snapshotOf(world);
    for (const personId of [stranger.personId, team.personId, newId()])
      expect(errorOf(await giveMeeting(anna, 'setDeputies', { id, people: [olga.personId, personId] })).fields).toEqual([
        { path: 'people', rule: 'member' },
      ]);
    const many = Array.from({ length: 11 }, () => newId());
    expect(errorOf(await giveMeeting(anna, 'setDeputies', { id, people: many })).fields).toMatchObject([
      { path: 'people', rule: 'tooLong' },
    ]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is too late once it is over; the same key answers the same', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await running(world, anna, { members: 0, points: 1 });
    const input = { key: newId(), id, people: [anna.personId] };
    const first = await didMeeting(anna, 'setDeputies', input);
    expect(apart(await didMeeting(anna, 'setDeputies', input))).toEqual(apart(first));
    dataOf(await giveMeeting(anna, 'endMeeting', { id }));
    expect(errorOf(await giveMeeting(anna, 'setDeputies', { id, people: [] }))).toMatchObject({
      code: 'CONFLICT',
      conflict: { state: 'ENDED' },
    });
  });
});
