import type { MeetingState, RsvpState } from '@ww/shared/network/terms';
import { startOfWarsawDay } from '@ww/shared/time';
import { clock, longDate, sameDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { failureSentence } from '#lib/ui/failure.ts';
import { bookingStateName } from '#lib/place/words.ts';
import type { MeetingRow, MeetingView, MyMeeting } from './documents.ts';
import type { Trouble } from './meeting.svelte.ts';

const DAY_MS = 86_400_000;

export const meetingStateName = (state: MeetingState): string => m[`meeting_state_${state}`]();

/** The mark beside a state's name, as the ages of requests have theirs. */
export const STATE_MARK: Record<MeetingState, string> = {
  DRAFT: 'wait',
  PUBLISHED: 'new',
  RUNNING: 'taken',
  ENDED: 'done',
  CANCELLED: 'cancelled',
};

/** `17:00–18:30` */
export const hoursWords = ({ startsAt, endsAt }: Pick<MeetingRow, 'startsAt' | 'endsAt'>): string =>
  `${clock(startsAt)}\u2060–\u2060${clock(endsAt)}`;

/** `do końca dnia: środa 25 listopada 2026`, or with an hour where it is not midnight. */
export function deadlineWords(until: string | Date): string {
  const at = new Date(until);
  const isMidnight = startOfWarsawDay(at).getTime() === at.getTime();
  return isMidnight
    ? m.meeting_until_end({ day: longDate(at.getTime() - DAY_MS / 2) })
    : m.meeting_until_at({ day: longDate(at), at: clock(at) });
}

/** `Miejsca: 18 z 20, na liście rezerwowej 3` */
export const seatsWords = ({ accepted, seats, waiting }: Pick<MeetingRow, 'accepted' | 'seats' | 'waiting'>): string =>
  waiting > 0 ? m.meeting_seats_waiting({ accepted, seats, waiting }) : m.meeting_seats({ accepted, seats });

/** When it was to be before it was moved: the day, or the hour alone where the day is the same. */
export const movedWords = (from: string, startsAt: string): string =>
  sameDay(from, startsAt) ? m.meeting_moved_hour({ at: clock(from) }) : m.meeting_moved_from({ day: longDate(from), at: clock(from) });

/** Whether sign-up is still open for whoever is not in. */
export const takesSignUps = ({ state, signUpUntil }: Pick<MeetingRow, 'state' | 'signUpUntil'>, now: number): boolean =>
  state === 'PUBLISHED' && now < Date.parse(signUpUntil);

/** Whether an answer can still be changed: until the meeting begins. */
export const takesChanges = ({ state, startsAt }: Pick<MeetingRow, 'state' | 'startsAt'>, now: number): boolean =>
  state === 'PUBLISHED' && now < Date.parse(startsAt);

const ANSWERS: Record<RsvpState, (place: number) => string> = {
  ACCEPTED: () => m.meeting_mine_accepted(),
  WAITING: (place) => m.meeting_mine_waiting({ place }),
  DECLINED: () => m.meeting_mine_declined(),
};
/** What somebody has with the meeting, in a line. */
export const answerWords = ({ state, waitingPlace }: NonNullable<MyMeeting['rsvp']>): string => ANSWERS[state](waitingPlace ?? 1);

/** Why a step was impossible: the state that stood in its way. */
const STATE_SAID: Record<string, () => string> = {
  CLOSED: m.meeting_lost_closed,
  GONE: m.meeting_lost_gone,
  RUNNING: m.meeting_lost_running,
  ENDED: m.meeting_lost_ended,
  CANCELLED: m.meeting_lost_cancelled,
  PUBLISHED: m.meeting_lost_published,
  CURRENT: m.meeting_lost_item_begun,
  DONE: m.meeting_lost_item_done,
  PLANNED: m.meeting_lost_item_answered,
  REFUSED: m.meeting_lost_item_answered,
};

/** Somebody or something else was first: nothing failed, the matter stands otherwise now. */
export const isOvertaken = ({ error: { code } }: Trouble): boolean => code === 'CONFLICT' || code === 'STALE' || code === 'NOT_FOUND';

export function troubleText({ error }: Trouble): string {
  if (error.code === 'CONFLICT') return (STATE_SAID[error.conflict?.state ?? ''] ?? m.meeting_lost_changed)();
  if (error.code === 'STALE' || error.code === 'NOT_FOUND') return m.meeting_lost_changed();
  return failureSentence(error);
}

type MeetingRoom = MeetingView['room'];

/** The room of a MAL that a meeting has or waits for: `MAL we Włochach, Duża`; null for none, or for one that was refused. */
export const heldRoom = (room: MeetingRoom): string | null =>
  room && (room.state === 'REQUESTED' || room.state === 'APPROVED') ? `${room.placeName}, ${room.roomName}` : null;

/** The same with how it stands: `MAL we Włochach, Duża: do zatwierdzenia`. */
export const roomWords = (room: NonNullable<MeetingRoom>): string =>
  m.meeting_room_stands({
    room: `${room.placeName}, ${room.roomName}`,
    state: room.isSuspended ? m.meeting_room_suspended() : bookingStateName(room.state).toLowerCase(),
  });
