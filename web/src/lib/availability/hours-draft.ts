export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Hours as they are typed, `09:00`; midnight as an end is the end of the day. */
export interface HoursDraft {
  from: string;
  to: string;
}

/** Minutes of a day. */
export const DAY = 1440;

/** Minutes from midnight as a clock shows them, `9:05` as `09:05`. */
export function timeOf(minute: number): string {
  const within = minute % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** What was typed as minutes from midnight; null for nothing. */
export function minuteOf(typed: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(typed) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

export const typed = ({ from, to }: { from: number; to: number }): HoursDraft => ({ from: timeOf(from), to: timeOf(to) });

/** Minutes as they are meant: midnight as an end is the end of the day; what is not typed yet is not a number, and is told as missing. */
export const meant = ({ from, to }: HoursDraft) => ({ from: minuteOf(from) ?? NaN, to: minuteOf(to) === 0 ? DAY : (minuteOf(to) ?? NaN) });
