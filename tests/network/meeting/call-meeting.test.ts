import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aDraft, apart, coordinatorOf, didMeeting, giveMeeting, MEETING_STARTS, newMeeting } from '../../support/meetings.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

const LINK = 'https://spotkania.example.org/pokoj-4';

describe('callMeeting', () => {
  const world = useWorld();

  it('makes a draft with its seats; an event and an audit entry tell of it', async () => {
    const anna = await coordinatorOf(world);
    const input = newMeeting({ seats: 3, place: '  Rejonowa 6/8 ' });

    const seen = await didMeeting(anna, 'callMeeting', input);

    expect(apart(seen)).toEqual({
      row: {
        ...{ id: input.id, version: 1, detailsVersion: 1, district: 'wlochy', title: 'Zasoby i potrzeby na zimę', place: 'Rejonowa 6/8' },
        ...{ online: false, startsAt: MEETING_STARTS, endsAt: '2026-11-27T17:30:00.000Z', seats: 3, state: 'DRAFT', cancelReason: null },
        ...{ signUpUntil: '2026-11-26T23:00:00.000Z', movedFrom: null, startedAt: null, endedAt: null, accepted: 0, waiting: 0 },
        ...{ plannedMinutes: 0, proposals: 0, minutes: null },
      },
      ...{
        room: null,
        organisations: [],
        present: 0,
        leader: null,
        leaderSince: null,
        deputies: [],
        items: [],
        speakers: [],
        arrangements: [],
      },
      ...{ actions: [], followUps: [] },
    });
    expect(await eventsOf(world, input.id)).toMatchObject([{ topic: 'meeting', scope: 'wlochy', version: 1 }]);
    expect(await auditOf(world, input.id)).toEqual([
      {
        ...{ action: 'meeting.call', actor_id: anna.personId, actor_name: anna.name, subject_type: 'meeting', subject_label: null },
        ...{ district: 'wlochy', outcome: 'DONE', reason: null, to_name: null },
      },
    ]);
    const seats = await world.orm.em.fork().execute('select number from meeting_seat where meeting_id = ? order by number', [input.id]);
    expect(seats).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  it('may be online alone; the link is kept apart', async () => {
    const anna = await coordinatorOf(world);
    const seen = await didMeeting(anna, 'callMeeting', newMeeting({ place: null, link: ` ${LINK} ` }));
    expect(seen.row).toMatchObject({ place: null, online: true });
    expect(JSON.stringify(seen)).not.toContain(LINK);
    expect(await world.orm.em.fork().execute('select link from meeting_private where meeting_id = ?', [seen.row.id])).toEqual([
      { link: LINK },
    ]);
  });

  // clocks go forward on 28 March 2027 and back on 31 October
  it.each([
    ['on a usual day', '2026-11-27T16:00:00.000Z', '2026-11-26T23:00:00.000Z'],
    ['just after midnight', '2026-11-27T23:15:00.000Z', '2026-11-27T23:00:00.000Z'],
    ['on the day on which clocks go forward', '2027-03-28T15:00:00.000Z', '2027-03-27T23:00:00.000Z'],
    ['the day after', '2027-03-29T15:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['on the day on which clocks go back', '2027-10-31T16:00:00.000Z', '2027-10-30T22:00:00.000Z'],
    ['the day after that', '2027-11-01T16:00:00.000Z', '2027-10-31T23:00:00.000Z'],
    ['on the same day: until the start', '2026-11-26T16:00:00.000Z', '2026-11-26T16:00:00.000Z'],
  ])('takes sign-ups until Warsaw’s midnight before it, %s', async (_when, startsAt, signUpUntil) => {
    expect(await aDraft(await coordinatorOf(world), { startsAt })).toMatchObject({ startsAt, signUpUntil });
  });

  it('takes sign-ups until when it is told, the start itself included', async () => {
    const anna = await coordinatorOf(world);
    for (const signUpUntil of ['2026-11-27T11:30:00.000Z', MEETING_STARTS])
      expect(await aDraft(anna, { signUpUntil })).toMatchObject({ signUpUntil });
  });

  it.each([
    [{ signUpUntil: '2026-11-27T16:00:00.001Z' }, 'signUpUntil', 'deadlineAfterStart'],
    [{ startsAt: '2026-11-26T11:00:00.000Z' }, 'startsAt', 'startInPast'],
    [{ place: null }, 'place', 'whereMeeting'],
    [{ place: ' ', link: '' }, 'place', 'whereMeeting'],
    [{ link: 'http://spotkania.example.org' }, 'link', 'link'],
    [{ link: 'javascript:alert(1)' }, 'link', 'link'],
    [{ link: `https://example.org/${'x'.repeat(481)}` }, 'link', 'tooLong'],
    [{ link: 'https://example.org/pokoj\r\nBCC: ktos@example.org' }, 'link', 'link'],
    [{ link: 'https://example.org/\u0000' }, 'link', 'link'],
    [{ startsAt: '9999-12-31T23:00:00.000Z' }, 'startsAt', 'malformed'],
    [{ seats: 0 }, 'seats', 'tooSmall'],
    [{ seats: 501 }, 'seats', 'tooLarge'],
    [{ minutes: 14 }, 'minutes', 'tooSmall'],
    [{ minutes: 481 }, 'minutes', 'tooLarge'],
    [{ title: ' ' }, 'title', 'required'],
    [{ title: 'Z'.repeat(121) }, 'title', 'tooLong'],
    [{ place: 'R'.repeat(201) }, 'place', 'tooLong'],
    [{ district: 'krakow' }, 'district', 'district'],
  ])('refuses %j: %s %s', async (over, path, rule) => {
    const anna = await coordinatorOf(world);
    const before = await snapshotOf(world);
    expect(errorOf(await giveMeeting(anna, 'callMeeting', newMeeting(over)))).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('names everything that is wrong at once', async () => {
    const input = newMeeting({ place: null, startsAt: '2026-11-25T16:00:00.000Z', signUpUntil: '2026-11-25T17:00:00.000Z' });
    expect(errorOf(await giveMeeting(await coordinatorOf(world), 'callMeeting', input)).fields).toEqual([
      { path: 'place', rule: 'whereMeeting' },
      { path: 'startsAt', rule: 'startInPast' },
      { path: 'signUpUntil', rule: 'deadlineAfterStart' },
    ]);
  });

  it('takes a title out of a word processor as one line, without what nobody sees', async () => {
    const row = await aDraft(await coordinatorOf(world), { title: '\u201eZima\u201d\u00a0\u2013 plan\u200b\r\n na sty\u00adczeń' });
    expect(row.title).toBe('„Zima” – plan na styczeń');
  });

  it('is nobody’s where no Network runs', async () => {
    const ewa = await coordinatorOf(world, 'wola');
    expect(errorOf(await giveMeeting(ewa, 'callMeeting', newMeeting({ district: 'wola' }))).code).toBe('NOT_FOUND');
  });

  it('answers the same again for the same key, and refuses an id that is taken, also in another district', async () => {
    const [anna, jan] = [await coordinatorOf(world), await coordinatorOf(world, 'ochota')];
    const input = { key: newId(), ...newMeeting({ link: LINK }) };
    const first = await didMeeting(anna, 'callMeeting', input);
    const before = await snapshotOf(world);
    expect(apart(await didMeeting(anna, 'callMeeting', input))).toEqual(apart(first));
    for (const [by, district] of [
      [anna, 'wlochy'],
      [jan, 'ochota'],
    ] as const) {
      const again = newMeeting({ id: input.id, district });
      expect(errorOf(await giveMeeting(by, 'callMeeting', again)).fields).toEqual([{ path: 'id', rule: 'taken' }]);
    }
    expect(await snapshotOf(world)).toBe(before);
  });
});
