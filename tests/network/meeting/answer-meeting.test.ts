import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import { makeMember } from '../../support/network.ts';
import {
  aDraft,
  aMeeting,
  answer,
  answered,
  apart,
  coordinatorOf,
  didMeeting,
  guestsFor,
  MEETING_STARTS,
  meetingFor,
  mineIn,
  rsvpOf,
  running,
  wasAudited,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { anOrganisation } from '../../support/volunteers.ts';
import { useWorld } from '../../support/world.ts';

describe('answerMeeting', () => {
  const world = useWorld();

  it('gives a seat while there is one: counted and named for everybody, told to the person alone', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna);

    const seen = await answered(olga, id);

    expect(seen.row).toMatchObject({ accepted: 1, waiting: 0, version: 3, detailsVersion: 1 });
    expect(seen.organisations).toEqual([olga.organisationName]);
    expect(JSON.stringify(seen)).not.toContain(olga.actor.personId);
    const mine = await mineIn(olga.actor, id);
    expect(mine).toMatchObject({ attendanceId: null, ballot: null });
    expect(mine.rsvp).toEqual({
      ...{ id: mine.rsvp?.id, state: 'ACCEPTED', waitingPlace: null, organisationId: olga.organisationId },
      ...{ interpreter: false, interpreterLate: false, hasNeeds: false },
    });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'meeting', scope: 'wlochy', version: 3 });
    expect(await eventsOf(world, mine.rsvp?.id ?? '')).toMatchObject([{ topic: 'rsvp', scope: olga.actor.personId, version: 1 }]);
    await wasAudited(world, id, {
      ...{ action: 'meeting.answer', actor_id: olga.actor.personId, actor_name: expect.any(String) as string, subject_type: 'meeting' },
      ...{ subject_label: null, district: 'wlochy', outcome: 'DONE', reason: 'ACCEPTED', to_name: null },
    });
  });

  it('puts who comes later on the waiting list, in the order of signing up; whoever moves up is told, and the seat is not free in between', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan, ewa, ola] = [await aMember(world), await aMember(world), await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { seats: 1 });
    for (const member of [olga, jan, ewa, ola]) await answered(member, id);
    const places = async () => {
      const all = [];
      for (const { actor } of [olga, jan, ewa, ola]) all.push((await mineIn(actor, id)).rsvp);
      return all.map((rsvp) => (rsvp?.state === 'WAITING' ? rsvp.waitingPlace : rsvp?.state));
    };
    expect(await places()).toEqual(['ACCEPTED', 1, 2, 3]);
    expect((await meetingFor(anna, id)).row).toMatchObject({ accepted: 1, waiting: 3 });
    await wasAudited(world, id, { reason: 'WAITING' });

    // one who waits leaves: those behind come nearer, and nobody else is told
    expect((await answered(ewa, id, { coming: false })).row).toMatchObject({ accepted: 1, waiting: 2 });
    expect(await places()).toEqual(['ACCEPTED', 1, 'DECLINED', 2]);
    const told = await rsvpOf(jan.actor, id);
    expect(await eventsOf(world, told)).toHaveLength(1);

    // one with a seat leaves
    expect((await answered(olga, id, { coming: false })).row).toMatchObject({ accepted: 1, waiting: 1 });
    expect(await places()).toEqual(['DECLINED', 'ACCEPTED', 'DECLINED', 1]);
    expect((await eventsOf(world, told)).map(({ topic, scope, version }) => [topic, scope, version])).toEqual([
      ['rsvp', jan.actor.personId, 1],
      ['rsvp', jan.actor.personId, 2],
    ]);
    await wasAudited(world, id, { actor_id: olga.actor.personId, reason: 'DECLINED' });

    // whoever comes back stands at the end
    await answered(olga, id);
    await answered(ewa, id);
    expect(await places()).toEqual([2, 'ACCEPTED', 3, 1]);
  });

  it('says the same twice without a new place; a no from whoever never came is kept as one', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan, ewa] = [await aMember(world), await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { seats: 1 });
    for (const member of [olga, jan, ewa]) await answered(member, id);
    await answered(jan, id);
    await answered(olga, id);
    const guests = (await guestsFor(anna, id)).guests.map(({ personId, state }) => [personId, state]);
    expect(guests).toEqual([
      [olga.actor.personId, 'ACCEPTED'],
      [jan.actor.personId, 'WAITING'],
      [ewa.actor.personId, 'WAITING'],
    ]);
    const ola = await aMember(world);
    expect((await answered(ola, id, { coming: false })).row).toMatchObject({ accepted: 1, waiting: 2 });
    expect((await mineIn(ola.actor, id)).rsvp).toMatchObject({ state: 'DECLINED', waitingPlace: null });
  });

  it('is for an organisation of one’s own that is a member here', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const left = await anOrganisation(world, anna);
    const outside = await anOrganisation(world, anna);
    await makeMember(world, 'wlochy', left.id, 'LEFT');
    for (const { id } of [left, outside])
      await world.orm.em
        .fork()
        .execute(`insert into role_grant (id, person_id, role, scope, created_at) values (?, ?, 'ORGANISATION_COORDINATOR', ?, now())`, [
          ...[newId(), olga.actor.personId, id],
        ]);
    const { id } = await aMeeting(anna);
    const before = await snapshotOf(world);
    for (const organisationId of [jan.organisationId, left.id, outside.id, newId()])
      expect(errorOf(await answer(olga, id, { organisationId })).fields).toEqual([{ path: 'organisationId', rule: 'member' }]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('names another of one’s organisations without giving up the seat', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    await world.orm.em
      .fork()
      .execute(`insert into role_grant (id, person_id, role, scope, created_at) values (?, ?, 'ORGANISATION_COORDINATOR', ?, now())`, [
        ...[newId(), olga.actor.personId, jan.organisationId],
      ]);
    const { id } = await aMeeting(anna, { seats: 1 });
    await answered(olga, id);
    await answered(jan, id);
    const seen = await answered(olga, id, { organisationId: jan.organisationId });
    expect(seen).toMatchObject({ organisations: [jan.organisationName], row: { accepted: 1, waiting: 1 } });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ state: 'ACCEPTED', organisationId: jan.organisationId });
  });

  it('closes to the millisecond; who is in may still change or leave, and leaving moves the list, until it should begin', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan, ewa] = [await aMember(world), await aMember(world), await aMember(world)];
    const { id, signUpUntil } = await aMeeting(anna, { seats: 1 });
    await answered(olga, id);
    world.clock.set(new Date(Date.parse(signUpUntil) - 1).toISOString());
    await answered(jan, id);
    world.clock.set(signUpUntil);

    const closed = { code: 'CONFLICT', conflict: { by: null, at: signUpUntil, state: 'CLOSED' } };
    const before = await snapshotOf(world);
    expect(errorOf(await answer(ewa, id))).toEqual(closed);
    expect(await snapshotOf(world)).toBe(before);
    await answered(ewa, id, { coming: false });
    expect(errorOf(await answer(ewa, id))).toEqual(closed);
    await answered(olga, id, { needs: 'Wejście bez schodów.' });
    await answered(olga, id, { coming: false });
    expect((await mineIn(jan.actor, id)).rsvp).toMatchObject({ state: 'ACCEPTED' });
    expect(errorOf(await answer(olga, id))).toEqual(closed);

    world.clock.set(MEETING_STARTS);
    for (const coming of [true, false])
      expect(errorOf(await answer(jan, id, { coming })).conflict).toEqual({ by: null, at: MEETING_STARTS, state: 'CLOSED' });
  });

  it('is not taken of a draft, nor once it runs or is over', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    expect(errorOf(await answer(olga, (await aDraft(anna)).id)).code).toBe('NOT_FOUND');
    const { id } = await running(world, anna, { members: 0, points: 1 });
    expect(errorOf(await answer(olga, id))).toMatchObject({ code: 'CONFLICT', conflict: { state: 'RUNNING' } });
    await didMeeting(anna, 'endMeeting', { id });
    expect(errorOf(await answer(olga, id))).toMatchObject({ code: 'CONFLICT', conflict: { state: 'ENDED' } });
  });

  it('gives back the seats of an organisation that leaves the Network, to those who wait', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { seats: 1 });
    await answered(olga, id);
    await answered(jan, id);
    const rsvp = await rsvpOf(olga.actor, id);
    const document = 'mutation ($input: OnMembershipInput!) { endMembership(input: $input) { id } }';
    expect((await anna.send(document, { input: { key: newId(), id: olga.membershipId } })).errors).toBeUndefined();
    expect((await guestsFor(anna, id)).guests.map(({ personId, state }) => [personId, state])).toEqual([
      [jan.actor.personId, 'ACCEPTED'],
      [olga.actor.personId, 'DECLINED'],
    ]);
    expect(await eventsOf(world, rsvp)).toHaveLength(2);
    expect((await meetingFor(jan.actor, id)).organisations).toEqual([jan.organisationName]);
  });

  it('answers the same again for the same key, and counts once', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna);
    const key = newId();
    const first = await answered(olga, id, { key });
    const before = await snapshotOf(world);
    expect(apart(await answered(olga, id, { key }))).toEqual(apart(first));
    expect(await snapshotOf(world)).toBe(before);
    const both = await Promise.all([0, 1].map(() => answer(olga, id, { key: newId() })));
    expect(both.every(({ errors }) => !errors)).toBe(true);
    expect((await meetingFor(anna, id)).row).toMatchObject({ accepted: 1, waiting: 0 });
  });
});
