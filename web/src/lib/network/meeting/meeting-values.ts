import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { AmendMeeting, CallMeeting } from '@ww/shared/network/input';
import { checkTimes, usualDeadline } from '@ww/shared/network/times';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';

/** A meeting as far as it is typed. */
export interface MeetingDetails {
  title: string;
  place: string | null;
  online: boolean;
  startsAt: string;
  endsAt: string;
  seats: number;
  signUpUntil: string;
  detailsVersion: number;
}

/** A meeting as it is typed; days and hours are Warsaw's. */
export interface MeetingValues {
  title: string;
  date: string;
  time: string;
  minutes: string;
  seats: string;
  place: string;
  /** Empty: none, or for a meeting that has one, the same as before. */
  link: string;
  dropLink: boolean;
  /** Whether sign-up ends at another time than by itself. */
  ownDeadline: boolean;
  untilDate: string;
  untilTime: string;
  /** The sign-ups that were shown to lose their seat. */
  losing: string[];
  /** A room of a MAL by its id; empty: none, `keep`: the one that it has. */
  room: string;
}

const USUAL_MINUTES = 90;
const USUAL_SEATS = 20;
const MINUTE = 60_000;

const wall = (at: string) => {
  const local = inWarsaw(new Date(at));
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
};

function instantOf(date: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}/.test(time)) return null;
  return fromWarsaw(`${date}T${time}`);
}

/** A new one, in what is usual like the last: a Network meets in one place, at one hour. */
export function newMeetingValues(last: MeetingDetails | null): MeetingValues {
  return {
    ...{ title: '', date: '', time: last ? wall(last.startsAt).time : '', place: last?.place ?? '' },
    minutes: String(last ? minutesOf(last) : USUAL_MINUTES),
    seats: String(last?.seats ?? USUAL_SEATS),
    ...{ link: '', dropLink: false, ownDeadline: false, untilDate: '', untilTime: '', losing: [], room: '' },
  };
}

const minutesOf = ({ startsAt, endsAt }: Pick<MeetingDetails, 'startsAt' | 'endsAt'>) =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE);

/** @param hasRoom whether it has a room of a MAL */
export function meetingValuesOf(row: MeetingDetails, now: number, hasRoom: boolean): MeetingValues {
  const until = wall(row.signUpUntil);
  return {
    ...{ title: row.title, place: row.place ?? '', minutes: String(minutesOf(row)), seats: String(row.seats) },
    ...wall(row.startsAt),
    ...{ link: '', dropLink: false, losing: [], room: hasRoom ? 'keep' : '' },
    ownDeadline: usualDeadline(new Date(row.startsAt), new Date(now)).getTime() !== Date.parse(row.signUpUntil),
    ...{ untilDate: until.date, untilTime: until.time },
  };
}

/** When it begins; null while day or hour are missing. */
export const startOf = ({ date, time }: MeetingValues): Date | null => instantOf(date, time);

/** When sign-up ends by itself; null while day or hour are missing. */
export function usualDeadlineOf(values: MeetingValues, now: number): Date | null {
  const startsAt = startOf(values);
  return startsAt && usualDeadline(startsAt, new Date(now));
}

/** What is no whole number is told as one that is malformed, not as one that is missing. */
const NO_NUMBER = 0.5;
export const numberOf = (typed: string): number | undefined =>
  typed.trim() === '' ? undefined : /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : NO_NUMBER;

function detailsOf(values: MeetingValues) {
  const { title, date, time, minutes, seats, place, ownDeadline, untilDate, untilTime } = values;
  return {
    ...{ title, place, minutes: numberOf(minutes), seats: numberOf(seats), startsAt: instantOf(date, time) ?? undefined },
    signUpUntil: ownDeadline ? (instantOf(untilDate, untilTime) ?? undefined) : null,
  };
}

/** The link as the API takes it: left out to keep the one that is there. */
const linkOf = ({ link, dropLink }: MeetingValues, isOnline: boolean) =>
  link.trim() !== '' ? { link: link.trim() } : dropLink || !isOnline ? { link: null } : {};

/** The room as the API takes it: left out to keep the one that is there. */
const roomOf = ({ room }: MeetingValues) => (room === 'keep' ? {} : { roomId: room || null });

const ANY = '019aac00-0000-7000-8000-000000000000';

/** What is wrong with it, as the server would say. @param was the meeting as it was, null for a new one */
export function checkMeeting(values: MeetingValues, was: MeetingDetails | null, district: string, now: number): FieldError[] {
  const { signUpUntil, ...details } = detailsOf(values);
  const link = linkOf(values, was?.online ?? false);
  const input = { key: ANY, id: ANY, ...details, signUpUntil: signUpUntil ?? null, ...link };
  const checked = check(was ? AmendMeeting : CallMeeting, { ...input, ...(was ? { version: was.detailsVersion } : { district }) });
  const wrong = checked.ok ? [] : [...checked.errors];
  const has = (path: string) => wrong.some((error) => error.path === path);
  if (values.ownDeadline && signUpUntil === undefined) wrong.push({ path: 'signUpUntil', rule: 'required' });
  const isOnline = (link.link ?? null) !== null || (was?.online === true && !('link' in link));
  const place = values.place.trim() || null;
  // the times count only where there are any
  const startsAt = details.startsAt ?? new Date(8.64e15);
  const until = has('startsAt') ? null : (signUpUntil ?? null);
  for (const error of checkTimes(
    { place, startsAt, signUpUntil: until },
    isOnline || has('link'),
    new Date(now),
    was && new Date(was.startsAt),
  ))
    if (!has(error.path)) wrong.push(error);
  return wrong;
}

/** What the API takes; only of values that `checkMeeting` found right. */
export function meetingInput(values: MeetingValues, isOnline: boolean) {
  const { startsAt, signUpUntil, minutes, seats, title, place } = detailsOf(values);
  return {
    ...{ title, place, minutes: minutes ?? 0, seats: seats ?? 0 },
    startsAt: startsAt?.toISOString() ?? '',
    signUpUntil: signUpUntil?.toISOString() ?? null,
    ...linkOf(values, isOnline),
    ...roomOf(values),
  };
}

/** Fields whose values differ, for showing what somebody else has saved. */
export function meetingDifferences(one: MeetingValues, other: MeetingValues): (keyof MeetingValues)[] {
  const shown = ['title', 'date', 'time', 'minutes', 'seats', 'place', 'untilDate', 'untilTime'] as const;
  return shown.filter((field) => one[field] !== other[field]);
}
