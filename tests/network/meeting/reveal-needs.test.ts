import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMeeting, answered, coordinatorOf, didMeeting, giveMeeting, rsvpOf, wasAudited } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

const needs = 'Pętla indukcyjna i miejsce z przodu.';
interface Revealed {
  id: string;
  needs: string | null;
  revealedAt: string;
}

describe('revealNeeds', () => {
  const world = useWorld();

  it('shows them to who prepares the meeting, deputies among them, and writes each look down', async () => {
    const anna = await coordinatorOf(world);
    const [olga, { actor: jan }] = [await aMember(world), await aMember(world)];
    const { id: meetingId } = await aMeeting(anna);
    await didMeeting(anna, 'setDeputies', { id: meetingId, people: [jan.personId] });
    await answered(olga, meetingId, { needs });
    const id = await rsvpOf(olga.actor, meetingId);
    for (const by of [anna, jan]) {
      world.clock.advance(1);
      expect(await didMeeting<Revealed>(by, 'revealNeeds', { id })).toEqual({ id, needs, revealedAt: world.clock.now().toISOString() });
      await wasAudited(world, id, {
        ...{ action: 'meeting.people', subject_type: 'rsvp', actor_id: by.personId, district: 'wlochy', outcome: 'DONE', reason: 'NEEDS' },
      });
    }
    expect(await eventsOf(world, id)).toHaveLength(1);
  });

  it('shows nothing once it was taken back, and nothing to other members', async () => {
    const anna = await coordinatorOf(world);
    const [olga, { actor: jan }] = [await aMember(world), await aMember(world)];
    const { id: meetingId } = await aMeeting(anna);
    await answered(olga, meetingId, { needs });
    const id = await rsvpOf(olga.actor, meetingId);
    expect(errorOf(await giveMeeting(jan, 'revealNeeds', { id })).code).toBe('NOT_FOUND');
    await wasAudited(world, id, { actor_id: jan.personId, outcome: 'REFUSED' });
    await answered(olga, meetingId, { needs: null });
    expect(await didMeeting<Revealed>(anna, 'revealNeeds', { id })).toMatchObject({ needs: null });
  });

  it('shows them again for the same key for a minute, without a second entry', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id: meetingId } = await aMeeting(anna);
    await answered(olga, meetingId, { needs });
    const input = { key: newId(), id: await rsvpOf(olga.actor, meetingId) };
    const first = await didMeeting<Revealed>(anna, 'revealNeeds', input);
    world.clock.advance(60);
    expect(await didMeeting<Revealed>(anna, 'revealNeeds', input)).toEqual(first);
    expect(await auditOf(world, input.id)).toHaveLength(1);
    world.clock.advance(1);
    expect(errorOf(await giveMeeting(anna, 'revealNeeds', input)).fields).toEqual([{ path: 'key', rule: 'keyReused' }]);
  });
});
