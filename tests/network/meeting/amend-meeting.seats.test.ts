import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import {
  aMeeting,
  answered,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  guestsFor,
  LOSING_SEATS,
  meetingDetails,
  mineIn,
  rsvpOf,
} from '../../support/meetings.ts';
import { aMember, type Member } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('more seats, and fewer', () => {
  const world = useWorld();

  /** A meeting of three seats; the first three of five members have one, the others wait in this order. */
  async function full(): Promise<{ anna: Actor; id: string; members: Member[]; rsvps: string[] }> {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna, { seats: 3 });
    const members: Member[] = [];
    for (let each = 0; each < 5; each++) members.push(await aMember(world));
    for (const member of members) await answered(member, id);
    const rsvps: string[] = [];
    for (const { actor } of members) rsvps.push(await rsvpOf(actor, id));
    return { anna, id, members, rsvps };
  }
  const stands = async (members: readonly Member[], id: string) => {
    const seen: (string | number | null | undefined)[] = [];
    for (const { actor } of members) {
      const { rsvp } = await mineIn(actor, id);
      seen.push(rsvp?.state === 'WAITING' ? rsvp.waitingPlace : rsvp?.state);
    }
    return seen;
  };
  const losing = async (by: Actor, id: string, seats: number) =>
    dataOf(await by.send<{ losingSeats: { rsvpId: string; state: string }[] }>(LOSING_SEATS, { id, seats })).losingSeats.map(
      ({ rsvpId }) => rsvpId,
    );
  const resize = (by: Actor, id: string, version: number, seats: number, agreed?: readonly (string | undefined)[]) =>
    giveMeeting(by, 'amendMeeting', { id, version, ...meetingDetails({ seats }), ...(agreed ? { losing: agreed } : {}) });

  it('gives new seats to those who wait, in their order, each told by an event of their own', async () => {
    const { anna, id, members, rsvps } = await full();
    expect(dataOf(await resize(anna, id, 1, 4)).done.row).toMatchObject({ seats: 4, accepted: 4, waiting: 1 });
    expect(await stands(members, id)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 1]);
    expect((await eventsOf(world, rsvps[3] ?? '')).map(({ version }) => version)).toEqual([1, 2]);
    expect(await eventsOf(world, rsvps[4] ?? '')).toHaveLength(1);
  });

  it('shows who would lose theirs: those who signed up last, none where there are enough', async () => {
    const { anna, id, rsvps } = await full();
    expect(await losing(anna, id, 3)).toEqual([]);
    expect(await losing(anna, id, 9)).toEqual([]);
    expect(await losing(anna, id, 2)).toEqual([rsvps[2]]);
    expect(await losing(anna, id, 1)).toEqual([rsvps[1], rsvps[2]]);
  });

  it('takes seats from exactly those who were shown; they wait first, in their order, and are told', async () => {
    const { anna, id, members, rsvps } = await full();
    const answer = await resize(anna, id, 1, 1, [rsvps[2], rsvps[1]]);
    expect(dataOf(answer).done.row).toMatchObject({ seats: 1, accepted: 1, waiting: 4, detailsVersion: 2 });
    expect(await stands(members, id)).toEqual(['ACCEPTED', 1, 2, 3, 4]);
    for (const rsvp of [rsvps[1], rsvps[2]])
      expect((await eventsOf(world, rsvp ?? '')).map(({ topic, version }) => [topic, version])).toEqual([
        ['rsvp', 1],
        ['rsvp', 2],
      ]);
    for (const rsvp of [rsvps[0], rsvps[3], rsvps[4]]) expect(await eventsOf(world, rsvp ?? '')).toHaveLength(1);
    expect(await world.orm.em.fork().execute('select number from meeting_seat where meeting_id = ?', [id])).toEqual([{ number: 1 }]);
    // and they are the first to come back
    dataOf(await resize(anna, id, 2, 2));
    expect(await stands(members, id)).toEqual(['ACCEPTED', 'ACCEPTED', 1, 2, 3]);
  });

  it('refuses when others than those shown would lose their seat, and nothing changes', async () => {
    const { anna, id, rsvps } = await full();
    const before = await snapshotOf(world);
    for (const agreed of [undefined, [], [rsvps[1]], [rsvps[2], rsvps[1]], [rsvps[2], rsvps[3]], [id]])
      expect(errorOf(await resize(anna, id, 1, 2, agreed))).toEqual({ code: 'SEATS_TAKEN' });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('refuses when somebody signed up, or left, since they were shown', async () => {
    const { anna, id, members, rsvps } = await full();
    const shown = await losing(anna, id, 2);
    const [, , third] = members;
    if (third) await answered(third, id, { coming: false });
    expect(errorOf(await resize(anna, id, 1, 2, shown)).code).toBe('SEATS_TAKEN');
    expect(await losing(anna, id, 2)).toEqual([rsvps[3]]);
    dataOf(await resize(anna, id, 1, 2, [rsvps[3]]));
    expect(await stands(members, id)).toEqual(['ACCEPTED', 'ACCEPTED', 'DECLINED', 1, 2]);
  });

  it('asks nobody when seats that go were free, and moves whoever sat on one of them without a word', async () => {
    const { anna, id, members, rsvps } = await full();
    const [first, , , fourth, fifth] = members;
    for (const member of [fourth, fifth, first]) if (member) await answered(member, id, { coming: false });
    dataOf(await resize(anna, id, 1, 2));
    const guests = (await guestsFor(anna, id)).guests.filter(({ state }) => state === 'ACCEPTED');
    expect(guests.map(({ rsvpId }) => rsvpId)).toEqual([rsvps[1], rsvps[2]]);
    const seats = await world.orm.em.fork().execute('select seat from rsvp where meeting_id = ? and seat is not null order by seat', [id]);
    expect(seats).toEqual([{ seat: 1 }, { seat: 2 }]);
    for (const rsvp of [rsvps[1], rsvps[2]]) expect(await eventsOf(world, rsvp ?? '')).toHaveLength(1);
  });

  it('does not fill seats once it should have begun', async () => {
    const { anna, id, members } = await full();
    world.clock.set('2026-11-27T16:00:00.000Z');
    dataOf(await resize(anna, id, 1, 5));
    expect(await stands(members, id)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 1, 2]);
    expect((await didMeeting(anna, 'startMeeting', { id })).row).toMatchObject({ seats: 5, accepted: 3, waiting: 2 });
  });
});
