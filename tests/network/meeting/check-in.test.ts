import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import {
  aDraft,
  aMeeting,
  answered,
  apart,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  guestsFor,
  meetingFor,
  mineIn,
  rsvpOf,
  running,
  wasAudited,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('checkIn', () => {
  const world = useWorld();

  it('writes down somebody of the Network, with a seat or without, whatever name was sent; they are counted and told', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id: meetingId } = await aMeeting(anna);
    await answered(olga, meetingId);
    const rsvp = await rsvpOf(olga.actor, meetingId);
    const [hers, his] = [newId(), newId()];

    await didMeeting(anna, 'checkIn', { id: hers, meetingId, personId: olga.actor.personId, name: 'Ktoś inny', organisation: 'Inna' });
    const { present } = await didMeeting(anna, 'checkIn', { id: his, meetingId, personId: jan.actor.personId, remote: true });

    expect(present).toBe(2);
    const arrivedAt = world.clock.now().toISOString();
    expect((await guestsFor(anna, meetingId)).guests).toMatchObject([
      {
        rsvpId: rsvp,
        personId: olga.actor.personId,
        state: 'ACCEPTED',
        attendanceId: hers,
        arrivedAt,
        remote: false,
        organisation: olga.organisationName,
      },
      {
        rsvpId: null,
        personId: jan.actor.personId,
        state: null,
        attendanceId: his,
        arrivedAt,
        remote: true,
        organisation: jan.organisationName,
      },
    ]);
    expect((await mineIn(olga.actor, meetingId)).attendanceId).toBe(hers);
    // their page learns of it; the sign-up is as it was, so no letter follows
    expect((await eventsOf(world, rsvp)).map(({ topic, version }) => [topic, version])).toEqual([
      ['rsvp', 1],
      ['attendance', 1],
    ]);
    const { name } = (await guestsFor(anna, meetingId)).guests[0] ?? {};
    expect(name).not.toBe('Ktoś inny');
    await wasAudited(world, meetingId, {
      action: 'meeting.people',
      actor_id: anna.personId,
      reason: 'CHECK_IN',
      to_name: name,
      outcome: 'DONE',
    });
  });

  it('writes down a guest by name', async () => {
    const anna = await coordinatorOf(world);
    const { id: meetingId } = await aMeeting(anna);
    const [one, other] = [newId(), newId()];
    await didMeeting(anna, 'checkIn', { id: one, meetingId, name: ' Gość\u00a0z Ursusa ', organisation: 'Biblioteka' });
    await didMeeting(anna, 'checkIn', { id: other, meetingId, name: 'Gość z Ursusa' });
    const guest = {
      rsvpId: null,
      personId: null,
      name: 'Gość z Ursusa',
      state: null,
      waitingPlace: null,
      interpreter: false,
      hasNeeds: false,
    };
    const { guests } = await guestsFor(anna, meetingId);
    expect(guests).toHaveLength(2);
    expect(guests).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...guest, attendanceId: one, organisation: 'Biblioteka' }),
        expect.objectContaining({ ...guest, attendanceId: other, organisation: null }),
      ]),
    );
  });

  it('keeps the first time for whoever is there already, also when two do it at once', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const { id: meetingId } = await aMeeting(anna);
    const tries = [newId(), newId()].map((id) => giveMeeting(anna, 'checkIn', { id, meetingId, personId: olga.personId }));
    expect((await Promise.all(tries)).map(({ errors }) => errors)).toEqual([undefined, undefined]);
    const arrivedAt = world.clock.now().toISOString();
    world.clock.advance(600);
    expect((await didMeeting(anna, 'checkIn', { id: newId(), meetingId, personId: olga.personId, remote: true })).present).toBe(1);
    expect((await guestsFor(anna, meetingId)).guests).toMatchObject([{ arrivedAt, remote: false }]);
  });

  it('knows nobody from outside the Network by person, and nobody without a name', async () => {
    const anna = await coordinatorOf(world);
    const { actor: stranger } = await aMember(world, 'ochota');
    const team = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id: meetingId } = await aMeeting(anna);
    const before = await snapshotOf(world);
    for (const personId of [stranger.personId, team.personId, newId()])
      expect(errorOf(await giveMeeting(anna, 'checkIn', { id: newId(), meetingId, personId })).fields).toEqual([
        { path: 'personId', rule: 'member' },
      ]);
    for (const name of [null, ' '])
      expect(errorOf(await giveMeeting(anna, 'checkIn', { id: newId(), meetingId, name })).fields).toEqual([
        { path: 'name', rule: 'required' },
      ]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is for a meeting that is ahead or under way', async () => {
    const anna = await coordinatorOf(world);
    const guest = (meetingId: string) => ({ id: newId(), meetingId, name: 'Gość' });
    expect(errorOf(await giveMeeting(anna, 'checkIn', guest((await aDraft(anna)).id)))).toMatchObject({ conflict: { state: 'DRAFT' } });
    const { id } = await running(world, anna, { members: 0, points: 1 });
    expect((await didMeeting(anna, 'checkIn', guest(id))).present).toBe(2);
    await didMeeting(anna, 'endMeeting', { id });
    expect(errorOf(await giveMeeting(anna, 'checkIn', guest(id)))).toMatchObject({ code: 'CONFLICT', conflict: { state: 'ENDED' } });
  });

  it('answers the same again for the same key', async () => {
    const anna = await coordinatorOf(world);
    const { id: meetingId } = await aMeeting(anna);
    const input = { key: newId(), id: newId(), meetingId, name: 'Gość' };
    const first = await didMeeting(anna, 'checkIn', input);
    const before = await snapshotOf(world);
    expect(apart(await didMeeting(anna, 'checkIn', input))).toEqual(apart(first));
    expect(await snapshotOf(world)).toBe(before);
    expect((await meetingFor(anna, meetingId)).present).toBe(1);
  });
});
