import { WAITING_STATES } from '@ww/shared/request/transitions';
import { bandOfRow, type Viewed } from '#lib/request/views.ts';

/** Why a request needs its coordinator now, the gravest first. */
export const WHY = ['late-untaken', 'late-taken', 'urgent', 'waiting'] as const;
export type Why = (typeof WHY)[number];

export interface Need<R> {
  row: R;
  why: Why;
}

/** The open requests that need somebody, gravest first, then longest waiting. */
export function needing<R extends Viewed>(rows: readonly R[], now: number): Need<R>[] {
  return rows
    .flatMap((row) => {
      const why = whyOf(row, now);
      return why ? [{ row, why }] : [];
    })
    .sort((a, b) => WHY.indexOf(a.why) - WHY.indexOf(b.why) || a.row.createdAt.localeCompare(b.row.createdAt));
}

function whyOf(row: Viewed, now: number): Why | null {
  const band = bandOfRow(row, now);
  const isWaiting = WAITING_STATES.includes(row.state);
  const isLate = Date.parse(row.dueTo) < now;
  if (band === 'urgent') return isLate ? (isWaiting ? 'late-untaken' : 'late-taken') : 'urgent';
  return band === 'wait' ? 'waiting' : null;
}
