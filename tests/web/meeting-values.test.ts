import type { MeetingState } from '@ww/shared/network/terms';
import { describe, expect, test } from 'vitest';
import { isBefore } from '../../web/src/lib/live/order.ts';
import {
  checkMeeting,
  meetingDifferences,
  meetingInput,
  meetingValuesOf,
  newMeetingValues,
  usualDeadlineOf,
  type MeetingDetails,
  type MeetingValues,
} from '../../web/src/lib/network/meeting/meeting-values.ts';
import { bySooner, byTime, isOlder, isShownAhead } from '../../web/src/lib/network/meeting/view.ts';

const NOW = Date.parse('2026-11-26T11:00:00Z');
const filled = (over: Partial<MeetingValues> = {}): MeetingValues => ({
  ...newMeetingValues(null),
  ...{ title: 'Zasoby na zimę', date: '2026-12-04', time: '17:00', place: 'Rejonowa 6/8' },
  ...over,
});
const row = (over: Partial<MeetingDetails> = {}): MeetingDetails => ({
  ...{ title: 'Zasoby', place: 'Rejonowa 6/8', online: true, seats: 12, detailsVersion: 3 },
  ...{ startsAt: '2026-12-04T16:00:00.000Z', endsAt: '2026-12-04T17:15:00.000Z', signUpUntil: '2026-12-03T23:00:00.000Z' },
  ...over,
});
const wrongIn = (values: MeetingValues, was: MeetingDetails | null = null) =>
  checkMeeting(values, was, 'wlochy', NOW).map(({ path, rule }) => `${path} ${rule}`);

describe('a meeting as typed', () => {
  test('is right when all is there, and goes out as instants of Warsaw', () => {
    expect(wrongIn(filled())).toEqual([]);
    expect(meetingInput(filled(), false)).toMatchObject({ startsAt: '2026-12-04T16:00:00.000Z', signUpUntil: null, link: null, seats: 20 });
    // in summer the same hour is another instant
    expect(meetingInput(filled({ date: '2027-06-04' }), false).startsAt).toBe('2027-06-04T15:00:00.000Z');
  });

  test.each([
    ['nothing typed', newMeetingValues(null), ['title required', 'startsAt required', 'place whereMeeting']],
    ['no hour', filled({ time: '' }), ['startsAt required']],
    ['in the past', filled({ date: '2026-11-26', time: '11:59' }), ['startsAt startInPast']],
    ['nowhere', filled({ place: ' ' }), ['place whereMeeting']],
    ['a link alone', filled({ place: '', link: 'https://a.example.org' }), []],
    ['a link that is none', filled({ place: '', link: 'a.example.org' }), ['link link']],
    ['no seats', filled({ seats: '0' }), ['seats tooSmall']],
    ['seats in words', filled({ seats: 'dużo' }), ['seats malformed']],
    ['too long', filled({ minutes: '481' }), ['minutes tooLarge']],
    [
      'deadline after the start',
      filled({ ownDeadline: true, untilDate: '2026-12-04', untilTime: '17:01' }),
      ['signUpUntil deadlineAfterStart'],
    ],
    ['deadline at the start', filled({ ownDeadline: true, untilDate: '2026-12-04', untilTime: '17:00' }), []],
    ['an own deadline without a day', filled({ ownDeadline: true, untilDate: '', untilTime: '17:00' }), ['signUpUntil required']],
  ])('%s', (_what, values, wrong) => {
    expect(wrongIn(values)).toEqual(wrong);
  });

  test('sign-up ends by itself with the day before; for one that is called the same day with its start', () => {
    expect(usualDeadlineOf(filled(), NOW)?.toISOString()).toBe('2026-12-03T23:00:00.000Z');
    expect(usualDeadlineOf(filled({ date: '2026-11-26' }), NOW)?.toISOString()).toBe('2026-11-26T16:00:00.000Z');
    expect(usualDeadlineOf(filled({ date: '' }), NOW)).toBeNull();
  });

  test('a new one begins like the last', () => {
    expect(newMeetingValues(row())).toMatchObject({
      title: '',
      date: '',
      time: '17:00',
      minutes: '75',
      seats: '12',
      place: 'Rejonowa 6/8',
    });
  });
});

describe('a meeting that is corrected', () => {
  test('is read back as it stands; the link that is there is kept unless another is typed or it is dropped', () => {
    const values = meetingValuesOf(row(), NOW, false);
    expect(values).toMatchObject({ date: '2026-12-04', time: '17:00', minutes: '75', ownDeadline: false });
    expect(meetingInput(values, true)).not.toHaveProperty('link');
    expect(meetingInput({ ...values, dropLink: true }, true).link).toBeNull();
    expect(meetingInput({ ...values, link: ' https://b.example.org ' }, true).link).toBe('https://b.example.org');
  });

  test('may stand on its link alone, and stay at a start that has passed', () => {
    const values = meetingValuesOf(row(), NOW, false);
    expect(wrongIn({ ...values, place: '' }, row())).toEqual([]);
    expect(wrongIn({ ...values, place: '', dropLink: true }, row())).toEqual(['place whereMeeting']);
    const begun = row({
      startsAt: '2026-11-26T10:00:00.000Z',
      endsAt: '2026-11-26T11:30:00.000Z',
      signUpUntil: '2026-11-25T23:00:00.000Z',
    });
    expect(wrongIn(meetingValuesOf(begun, NOW, false), begun)).toEqual([]);
  });

  test('what somebody else saved is told field by field', () => {
    const theirs = meetingValuesOf(row({ place: 'Biblioteka', seats: 15 }), NOW, false);
    expect(meetingDifferences(meetingValuesOf(row(), NOW, false), theirs)).toEqual(['seats', 'place']);
  });
});

test('an older look never replaces a newer: by version, then by where in the log it was taken', () => {
  const seen = (version: number, cursor: string) => ({ cursor, row: { version } });
  expect(isOlder(seen(1, 'log.9'), seen(2, 'log.1'))).toBe(true);
  expect(isOlder(seen(2, 'log.1'), seen(1, 'log.9'))).toBe(false);
  expect(isOlder(seen(2, 'log.9'), seen(2, 'log.10'))).toBe(true);
  expect(isOlder(seen(2, 'log.10'), seen(2, 'log.10'))).toBe(false);
  expect(isBefore('one.1', 'other.2')).toBe(false);
  expect(isBefore('', 'log.2')).toBe(false);
});

test('meetings ahead come first, the next at the top; then those that are over, the last at the top', () => {
  const at = (id: string, startsAt: string, state: MeetingState) => ({ id, startsAt, state });
  const rows = [
    at('old', '2026-10-01T15:00:00.000Z', 'ENDED'),
    at('later', '2027-01-01T15:00:00.000Z', 'DRAFT'),
    at('off', '2026-12-24T15:00:00.000Z', 'CANCELLED'),
    at('next', '2026-12-01T15:00:00.000Z', 'PUBLISHED'),
  ];
  expect(rows.toSorted(byTime).map(({ id }) => id)).toEqual(['next', 'later', 'off', 'old']);
});

test('a meeting that was called off is looked for among those ahead until it would have been over', () => {
  const off = { state: 'CANCELLED', endsAt: '2026-12-24T16:00:00.000Z' } as const;
  expect(isShownAhead(off, Date.parse('2026-12-24T15:59:00.000Z'))).toBe(true);
  expect(isShownAhead(off, Date.parse('2026-12-24T16:00:00.000Z'))).toBe(false);
  expect(isShownAhead({ ...off, state: 'ENDED' }, Date.parse('2026-12-24T15:00:00.000Z'))).toBe(false);
  expect([{ startsAt: '2026-12-24T15:00:00.000Z' }, { startsAt: '2026-12-04T16:00:00.000Z' }].toSorted(bySooner)[0]?.startsAt).toBe(
    '2026-12-04T16:00:00.000Z',
  );
});
