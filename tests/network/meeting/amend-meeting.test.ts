import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
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
  meetingDetails,
  MEETING_STARTS,
  mineIn,
  running,
  sequenceOf,
  wasAudited,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

const LINK = 'https://spotkania.example.org/pokoj-4';
const LATER = '2026-12-10T16:00:00.000Z';

describe('amendMeeting', () => {
  const world = useWorld();
  const amend = (by: Actor, id: string, version: number, over: object = {}) =>
    giveMeeting(by, 'amendMeeting', { id, version, ...meetingDetails(over) });
  const amended = async (by: Actor, id: string, version: number, over: object = {}) =>
    (await didMeeting(by, 'amendMeeting', { id, version, ...meetingDetails(over) })).row;

  it('corrects what was written; an event and an audit entry tell of it', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    const over = { title: 'Zima', place: 'Chrościckiego 2', minutes: 60, seats: 25, signUpUntil: '2026-11-27T11:00:00.000Z' };

    const row = await amended(anna, id, 1, over);

    const { minutes: _minutes, ...kept } = over;
    expect(row).toMatchObject({ ...kept, version: 3, detailsVersion: 2, state: 'PUBLISHED', endsAt: '2026-11-27T17:00:00.000Z' });
    expect(row).toMatchObject({ movedFrom: null, online: false });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'meeting', scope: 'wlochy', version: 3 });
    await wasAudited(world, id, { action: 'meeting.call', actor_id: anna.personId, reason: null });
  });

  it('moves it: from when is kept, and the usual deadline moves along', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    const row = await amended(anna, id, 1, { startsAt: LATER });
    expect(row).toMatchObject({ startsAt: LATER, movedFrom: MEETING_STARTS, signUpUntil: '2026-12-09T23:00:00.000Z' });
    expect(await amended(anna, id, 2, { startsAt: LATER, title: 'Zima' })).toMatchObject({ movedFrom: MEETING_STARTS });
  });

  it('raises the calendar’s sequence by what calendars hold, and by nothing else', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    const seen: (number | undefined)[] = [];
    const steps = [{}, { seats: 30 }, { signUpUntil: MEETING_STARTS }, { title: 'Zima' }, { place: 'Chrościckiego 2' }];
    const more = [
      { minutes: 60 },
      { startsAt: LATER },
      { startsAt: LATER, link: LINK },
      { startsAt: LATER, link: LINK },
      { startsAt: LATER },
    ];
    let over = {};
    for (const [index, step] of [...steps, ...more].entries()) {
      over = { ...over, ...step };
      await amended(anna, id, index + 1, over);
      seen.push(await sequenceOf(world, id));
    }
    expect(seen).toEqual([0, 0, 0, 1, 2, 3, 4, 5, 5, 5]);
  });

  it('changes a draft, which is in nobody’s calendar, unnoticed', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aDraft(anna);
    expect(await amended(anna, id, 1, { startsAt: LATER, title: 'Zima' })).toMatchObject({ state: 'DRAFT', movedFrom: null });
    expect(await sequenceOf(world, id)).toBe(0);
  });

  it('keeps the link that is left out, takes another, and none', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna, { link: LINK });
    const link = () => world.orm.em.fork().execute('select link from meeting_private where meeting_id = ?', [id]);
    expect(await amended(anna, id, 1)).toMatchObject({ online: true });
    expect(await link()).toEqual([{ link: LINK }]);
    expect(await amended(anna, id, 2, { link: `${LINK}-nowy` })).toMatchObject({ online: true });
    expect(await link()).toEqual([{ link: `${LINK}-nowy` }]);
    expect(errorOf(await amend(anna, id, 3, { place: null, link: null })).fields).toEqual([{ path: 'place', rule: 'whereMeeting' }]);
    expect(await amended(anna, id, 3, { link: null })).toMatchObject({ online: false });
    expect(await link()).toEqual([]);
    expect(await sequenceOf(world, id)).toBe(2);
  });

  it('refuses a deadline after the start, and a start that has passed unless it was so before', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    const before = await snapshotOf(world);
    expect(errorOf(await amend(anna, id, 1, { signUpUntil: LATER })).fields).toEqual([{ path: 'signUpUntil', rule: 'deadlineAfterStart' }]);
    expect(errorOf(await amend(anna, id, 1, { startsAt: '2026-11-26T10:59:00.000Z' })).fields).toEqual([
      { path: 'startsAt', rule: 'startInPast' },
    ]);
    expect(await snapshotOf(world)).toBe(before);
    world.clock.set('2026-11-27T16:05:00.000Z');
    expect(await amended(anna, id, 1, { title: 'Zaczynamy później' })).toMatchObject({ startsAt: MEETING_STARTS, detailsVersion: 2 });
  });

  it('tells who read an older version that it is stale; what happens in the meeting makes nothing stale', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    await answered(await aMember(world), id);
    await amended(anna, id, 1, { title: 'Zima' });
    const before = await snapshotOf(world);
    expect(errorOf(await amend(anna, id, 1))).toMatchObject({ code: 'STALE', version: 2 });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('of two at once one is first and the other stale', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    const answers = await Promise.all(['Zima', 'Wiosna'].map((title) => amend(anna, id, 1, { title })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').toSorted()).toEqual(['OK', 'STALE']);
  });

  it('asks again of whom an interpreter was asked for whether the notice is short', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna, { startsAt: LATER });
    await answered(olga, id, { interpreter: true });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ interpreter: true, interpreterLate: false });
    await amended(anna, id, 1);
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ interpreterLate: true });
    await amended(anna, id, 2, { startsAt: LATER });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ interpreterLate: false });
  });

  it('is too late once it has begun or was called off', async () => {
    const anna = await coordinatorOf(world);
    const { id: off } = await aMeeting(anna);
    await didMeeting(anna, 'cancelMeeting', { id: off, reason: 'Choroba.' });
    const { id } = await running(world, anna, { members: 0, points: 1 });
    for (const [of, state] of [
      [off, 'CANCELLED'],
      [id, 'RUNNING'],
    ] as const)
      expect(errorOf(await amend(anna, of, 1, { startsAt: LATER }))).toMatchObject({ code: 'CONFLICT', conflict: { state } });
  });

  it('answers the same again for the same key', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    const input = { key: newId(), id, version: 1, ...meetingDetails({ title: 'Zima' }) };
    const first = await didMeeting(anna, 'amendMeeting', input);
    const before = await snapshotOf(world);
    expect(apart(await didMeeting(anna, 'amendMeeting', input))).toEqual(apart(first));
    expect(await snapshotOf(world)).toBe(before);
  });
});
