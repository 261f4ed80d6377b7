/** The closed list of `extensions.code`. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'STALE',
  'GATE_FAILED',
  'SPACE_TAKEN',
  'SEATS_TAKEN',
  'RATE_LIMITED',
  'TOO_COMPLEX',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * Rules that a field can break. The screen turns a rule into a sentence in the reader's language,
 * so the API carries no text; `limit` is the number the sentence needs.
 */
export const FIELD_RULES = [
  'required',
  'tooLong',
  'tooShort',
  'phone',
  'email',
  'district',
  'dueInPast',
  'dueOrder',
  'dueTooFar',
  'choice',
  'needPerson',
  'uuid',
  'keyReused',
  'assignee',
  'undoLate',
  'token',
  'taken',
  'malformed',
  'tooSmall',
  'tooLarge',
  'day',
  'volunteer',
  'noCandidates',
  'openTasks',
  'dutyTooLong',
  'hoursOrder',
  'hoursOverlap',
  'absenceOrder',
  'absenceInPast',
  'absenceTooLong',
  'link',
  'whereMeeting',
  'startInPast',
  'deadlineAfterStart',
  'member',
  'upcomingMeetings',
  'daysOrder',
  'sameSide',
  'sameOrganisation',
  'actionInPast',
  'quarter',
  'bookingTooShort',
  'bookingTooLong',
  'tooFarAhead',
  'placeClosed',
  'monthLimit',
  'tooManyPeople',
  'rulesVersion',
  'sameTime',
  'wrongCode',
  'lastStaff',
  'roomInUse',
  'shelfInUse',
  'closureOrder',
  'refusedFood',
  'pastBestBefore',
  'madeInFuture',
  'plainWords',
] as const;
export type FieldRule = (typeof FIELD_RULES)[number];

export interface FieldError {
  /** Dotted path inside the input, e.g. `person.phone`. */
  path: string;
  rule: FieldRule;
  limit?: number;
}

/** A room and a time that are free where the wished ones were not; instants as ISO 8601. */
export interface Alternative {
  roomId: string;
  startsAt: string;
  endsAt: string;
}

/** What `CONFLICT` tells: who won, when, and the state that made the command impossible. */
export interface ConflictDetails {
  by: string | null;
  at: string | null;
  state: string;
}
