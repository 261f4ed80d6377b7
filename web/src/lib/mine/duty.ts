/** What can be chosen, in hours from now; the server allows 16. */
export const DUTY_HOURS = [1, 2, 4, 8, 12] as const;
export const USUAL_DUTY_HOURS = 4;

const QUARTER_MS = 15 * 60_000;

/** The end of a duty of so many hours, at the next full quarter; `now` in milliseconds. */
export const dutyEnd = (now: number, hours: number): Date => new Date(Math.ceil((now + hours * 3_600_000) / QUARTER_MS) * QUARTER_MS);
