import { type State, STATES } from '@ww/shared/request/transitions';
import { stateName } from '#lib/i18n/domain.ts';
import { clockOrDate } from '#lib/i18n/format.ts';
import type { RiverStep } from '#lib/ui/River.svelte';
import type { Row } from './documents.ts';

type Stepped = Pick<Row, 'state' | 'createdAt' | 'triagedAt' | 'acceptedAt' | 'startedAt' | 'closedAt' | 'volunteerId'>;

/** The life of a request as the Team sees it. Volunteers are a stage of it only where they are asked: the Team may do it itself. */
export function riverSteps(row: Stepped, now: number): RiverStep[] {
  const times: Record<State, string | null> = {
    NEW: row.createdAt,
    TRIAGED: row.triagedAt,
    OFFERED: null,
    ACCEPTED: row.acceptedAt,
    IN_PROGRESS: row.startedAt,
    DONE: row.closedAt,
    CANCELLED: row.closedAt,
  };
  const isAsked = row.state === 'OFFERED' || row.volunteerId !== null;
  const end: State = row.state === 'CANCELLED' ? 'DONE' : 'CANCELLED';
  const path = STATES.filter((state) => state !== end && (state !== 'OFFERED' || isAsked));
  const at = path.indexOf(row.state);
  return path.map((state, index) => {
    const time = times[state];
    const isPassed = index < at && (time !== null || state === 'OFFERED');
    return {
      label: stateName(state),
      note: index <= at && time ? clockOrDate(time, now) : undefined,
      state: index === at ? 'now' : isPassed ? 'done' : 'ahead',
    };
  });
}
