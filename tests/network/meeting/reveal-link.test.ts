import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import {
  aDraft,
  aMeeting,
  answered,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  meetingDetails,
  rsvpOf,
  wasAudited,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

const LINK = 'https://spotkania.example.org/pokoj-4';
interface Revealed {
  id: string;
  link: string;
  revealedAt: string;
}

describe('revealLink', () => {
  const world = useWorld();
  const reveal = (by: Actor, id: string) => giveMeeting<Revealed>(by, 'revealLink', { id });
  const expectNone = async (by: Actor, id: string) => {
    const answer = await reveal(by, id);
    expect(errorOf(answer).code).toBe('NOT_FOUND');
    expect(JSON.stringify(answer)).not.toContain('spotkania.example');
    await wasAudited(world, id, {
      action: 'meeting.join',
      actor_id: by.personId,
      outcome: 'REFUSED',
      reason: null,
    });
  };

  it('shows it to whoever is accepted and to the coordinators, and writes each look down', async () => {
    const [anna, ewa] = [await coordinatorOf(world), await coordinatorOf(world)];
    const olga = await aMember(world);
    const { id } = await aMeeting(anna, { link: LINK });
    await answered(olga, id);
    const events = (await eventsOf(world, id)).length;
    for (const by of [olga.actor, anna, ewa]) {
      world.clock.advance(1);
      expect(await didMeeting<Revealed>(by, 'revealLink', { id })).toEqual({ id, link: LINK, revealedAt: world.clock.now().toISOString() });
      await wasAudited(world, id, {
        action: 'meeting.join',
        actor_id: by.personId,
        outcome: 'DONE',
        reason: 'LINK',
      });
    }
    expect(await eventsOf(world, id)).toHaveLength(events);
  });

  it('shows nothing to whoever waits, declined, never answered or is a deputy only; an attempt is written down', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan, ewa, ola] = [await aMember(world), await aMember(world), await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { link: LINK, seats: 1 });
    await answered(olga, id);
    await answered(jan, id);
    await answered(ewa, id, { coming: false });
    await didMeeting(anna, 'setDeputies', { id, people: [ola.actor.personId] });
    for (const { actor } of [jan, ewa, ola]) {
      world.clock.advance(1);
      await expectNone(actor, id);
    }
  });

  it('is over with the seat: given up, taken away, or the organisation gone; and begins with moving up', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { link: LINK, seats: 2 });
    for (const member of [olga, jan]) await answered(member, id);
    await didMeeting(jan.actor, 'revealLink', { id });
    await didMeeting(anna, 'amendMeeting', { id, version: 1, ...meetingDetails({ seats: 1 }), losing: [await rsvpOf(jan.actor, id)] });
    world.clock.advance(1);
    await expectNone(jan.actor, id);
    await answered(olga, id, { coming: false });
    world.clock.advance(1);
    await expectNone(olga.actor, id);
    expect((await didMeeting<Revealed>(jan.actor, 'revealLink', { id })).link).toBe(LINK);
    const document = 'mutation ($input: OnMembershipInput!) { endMembership(input: $input) { id } }';
    expect((await jan.actor.send(document, { input: { key: newId(), id: jan.membershipId } })).errors).toBeUndefined();
    world.clock.advance(1);
    await expectNone(jan.actor, id);
  });

  it('shows nothing where there is no link, none any more, and of what was called off', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const [none, removed, off] = [await aMeeting(anna), await aMeeting(anna, { link: LINK }), await aMeeting(anna, { link: LINK })];
    for (const { id } of [none, removed, off]) await answered(olga, id);
    await didMeeting(anna, 'amendMeeting', { id: removed.id, version: 1, ...meetingDetails(), link: null });
    await didMeeting(anna, 'cancelMeeting', { id: off.id, reason: 'Choroba.' });
    for (const { id } of [none, removed, off])
      for (const by of [olga.actor, anna]) expect(errorOf(await reveal(by, id)).code).toBe('NOT_FOUND');
  });

  it('shows the newest one, also of a draft to its coordinator', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aDraft(anna, { link: LINK });
    await didMeeting(anna, 'amendMeeting', { id, version: 1, ...meetingDetails({ link: `${LINK}-b` }) });
    expect((await didMeeting<Revealed>(anna, 'revealLink', { id })).link).toBe(`${LINK}-b`);
  });

  it('shows it again for the same key for a minute, without a second entry, and only while it still may', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna, { link: LINK });
    await answered(olga, id);
    const input = { key: newId(), id };
    const first = await didMeeting<Revealed>(olga.actor, 'revealLink', input);
    const entries = (await auditOf(world, id)).length;
    const before = await snapshotOf(world);
    world.clock.advance(60);
    expect(await didMeeting<Revealed>(olga.actor, 'revealLink', input)).toEqual(first);
    expect(await auditOf(world, id)).toHaveLength(entries);
    expect(await snapshotOf(world)).toBe(before);
    world.clock.advance(1);
    expect(errorOf(await giveMeeting(olga.actor, 'revealLink', input)).fields).toEqual([{ path: 'key', rule: 'keyReused' }]);

    const again = { key: newId(), id };
    await didMeeting(olga.actor, 'revealLink', again);
    await answered(olga, id, { coming: false });
    expect(errorOf(await giveMeeting(olga.actor, 'revealLink', again)).code).toBe('NOT_FOUND');
    expect(errorOf(await giveMeeting(anna, 'revealLink', again)).fields).toEqual([{ path: 'key', rule: 'keyReused' }]);
  });
});
