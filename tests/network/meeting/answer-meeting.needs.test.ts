import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { aMeeting, answer, answered, coordinatorOf, didMeeting, guestsFor, mineIn, rsvpOf } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

const NEEDS = 'Pętla indukcyjna i miejsce z przodu.';

describe('what somebody needs to take part', () => {
  const world = useWorld();
  const kept = (rsvpId: string) => world.orm.em.fork().execute('select needs from rsvp_private where rsvp_id = ?', [rsvpId]);

  // it is Thursday, 26 November; weekends, 24 to 26 December and 1 and 6 January don't count
  it.each([
    ['2026-12-01T16:00:00.000Z', true, 'Tuesday: Friday and Monday are in between'],
    ['2026-12-02T16:00:00.000Z', false, 'Wednesday: Friday, Monday and Tuesday'],
    ['2026-11-30T16:00:00.000Z', true, 'Monday: Friday alone'],
  ])('an interpreter for %s is late: %s (%s), and never refused', async (startsAt, interpreterLate) => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna, { startsAt });
    await answered(olga, id, { interpreter: true });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ state: 'ACCEPTED', interpreter: true, interpreterLate });
    expect((await guestsFor(anna, id)).guests).toMatchObject([{ interpreter: true, interpreterLate }]);
  });

  it('counts the notice from when it was first asked for, over Christmas too', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    // Wednesday, 30 December: Monday and Tuesday are in between, and Wednesday the 23rd
    const { id } = await aMeeting(anna, { startsAt: '2026-12-30T16:00:00.000Z' });
    world.clock.set('2026-12-22T11:00:00.000Z');
    await answered(olga, id, { interpreter: true });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ interpreterLate: false });
    world.clock.set('2026-12-23T11:00:00.000Z');
    await answered(olga, id, { interpreter: true, needs: NEEDS });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ interpreter: true, interpreterLate: false, hasNeeds: true });
    await answered(olga, id, { interpreter: false });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ interpreter: false, interpreterLate: false });
    await answered(olga, id, { interpreter: true });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ interpreter: true, interpreterLate: true });
  });

  it('keeps what was said before when it is left out, takes other words, and none', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna);
    await answered(olga, id, { needs: NEEDS });
    const rsvp = await rsvpOf(olga.actor, id);
    expect(await kept(rsvp)).toEqual([{ needs: NEEDS }]);
    await answered(olga, id);
    expect(await kept(rsvp)).toEqual([{ needs: NEEDS }]);
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ hasNeeds: true });
    await answered(olga, id, { needs: ' Wejście\r\nbez schodów. ' });
    expect(await kept(rsvp)).toEqual([{ needs: 'Wejście\nbez schodów.' }]);
    for (const needs of [null, ' ']) {
      await answered(olga, id, { needs: NEEDS });
      await answered(olga, id, { needs });
      expect(await kept(rsvp)).toEqual([]);
      expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ state: 'ACCEPTED', hasNeeds: false });
    }
    expect(errorOf(await answer(olga, id, { needs: 'N'.repeat(501) })).fields).toMatchObject([{ path: 'needs', rule: 'tooLong' }]);
  });

  it('is gone with a no, whatever is sent along', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna);
    await answered(olga, id, { needs: NEEDS, interpreter: true });
    await answered(olga, id, { coming: false, needs: NEEDS, interpreter: true });
    expect(await kept(await rsvpOf(olga.actor, id))).toEqual([]);
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({
      state: 'DECLINED',
      interpreter: false,
      interpreterLate: false,
      hasNeeds: false,
    });
  });

  it('is gone when the organisation leaves the Network', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna);
    await answered(olga, id, { needs: NEEDS, interpreter: true });
    const rsvp = await rsvpOf(olga.actor, id);
    const document = 'mutation ($input: OnMembershipInput!) { endMembership(input: $input) { id } }';
    expect((await anna.send(document, { input: { key: crypto.randomUUID(), id: olga.membershipId } })).errors).toBeUndefined();
    expect(await kept(rsvp)).toEqual([]);
    expect((await guestsFor(anna, id)).guests).toMatchObject([{ state: 'DECLINED', interpreter: false, hasNeeds: false }]);
  });

  it('goes along on the waiting list and into the seat', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { seats: 1 });
    await answered(olga, id);
    await answered(jan, id, { needs: NEEDS, interpreter: true });
    await answered(olga, id, { coming: false });
    expect((await mineIn(jan.actor, id)).rsvp).toMatchObject({ state: 'ACCEPTED', interpreter: true, hasNeeds: true });
    expect((await didMeeting<{ needs: string }>(anna, 'revealNeeds', { id: await rsvpOf(jan.actor, id) })).needs).toBe(NEEDS);
  });
});
