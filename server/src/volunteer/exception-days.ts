import type { ExceptionDay } from '@ww/shared/volunteer/availability';

/** One row for each window; without minutes: not at all on that day. */
interface ExceptionRow {
  day: string;
  from: number | null;
  to: number | null;
}

/** The rows of `volunteer_exception`, day by day. */
export function exceptionDays(rows: readonly ExceptionRow[]): (ExceptionDay & { hours: { from: number; to: number }[] })[] {
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, windows]) => ({
    day,
    hours: windows.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }])),
  }));
}
