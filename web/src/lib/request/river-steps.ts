import { type State, STATES } from '@ww/shared/request/transitions';
import { stateName } from '#lib/i18n/domain.ts';
import { clockOrDate } from '#lib/i18n/format.ts';
import type { RiverStep } from '#lib/ui/River.svelte';
import type { Row } from './documents.ts';

type Stepped = Pick<Row, 'state' | 'createdAt' | 'triagedAt' | 'acceptedAt' | 'startedAt' | 'closedAt' | 'volunteerId'>;

/** The life of a request as the Team sees it, in five steps that fit a phone: where volunteers are asked, that is the second. */
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
  const path = STATES.filter((state) => state !== end && state !== (isAsked ? 'TRIAGED' : 'OFFERED'));
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
