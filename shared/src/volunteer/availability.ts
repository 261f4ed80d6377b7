/** Hours on one weekday (1 is Monday), in minutes of Warsaw's wall clock from midnight; the end is not included. */
export interface WeeklyHours {
  weekday: number;
  from: number;
  to: number;
}

/** Hours on one day (`2026-11-26`) in place of the weekly ones; none: not at all. */
export interface ExceptionDay {
  day: string;
  hours: readonly { from: number; to: number }[];
}

/** Days away, both included. */
export interface Absence {
  from: string;
  to: string;
}

export interface Availability {
  weekly: readonly WeeklyHours[];
  exceptions: readonly ExceptionDay[];
  absences: readonly Absence[];
  /** On duty from now until then. */
  dutyUntil: Date | null;
}

/** A stretch of time, in milliseconds since the epoch; the end is not included. */
export interface Span {
  from: number;
  to: number;
}
