import { describe, expect, it } from 'vitest';
import { aMeeting, answered, coordinatorOf, didMeeting, guestsFor, mineIn, rsvpOf } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

const needs = 'Miejsce dla wózka.';

describe('what people need to take part', () => {
  const world = useWorld();

  it.each(['called off', 'over'])('is forgotten once the meeting is %s', async (how) => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id, startsAt } = await aMeeting(anna);
    const { id: other } = await aMeeting(anna);
    for (const meeting of [id, other]) await answered(olga, meeting, { needs, interpreter: true });
    await answered(jan, id, { needs });
    const rsvp = await rsvpOf(olga.actor, id);

    if (how === 'over') {
      world.clock.set(startsAt);
      await didMeeting(anna, 'startMeeting', { id });
      await didMeeting(anna, 'endMeeting', { id });
    } else await didMeeting(anna, 'cancelMeeting', { id, reason: 'Sala jest zalana.' });

    expect(await didMeeting(anna, 'revealNeeds', { id: rsvp })).toMatchObject({ needs: null });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ state: 'ACCEPTED', hasNeeds: false, interpreter: true });
    expect((await guestsFor(anna, id)).guests.map(({ hasNeeds }) => hasNeeds)).not.toContain(true);
    const kept = await world.orm.em.fork().execute('select meeting_id, needs from rsvp_private join rsvp on id = rsvp_id');
    expect(kept).toEqual([{ meeting_id: other, needs }]);
  });
});
