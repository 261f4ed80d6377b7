import { fit, type ItemClock } from '@ww/shared/network/agenda';
import { m } from '#lib/paraglide/messages.js';
import type { AgendaItem, MeetingRow } from '../meeting/documents.ts';

/** An item as its clock counts it. */
export const clockOf = ({ id, state, minutes, extraMinutes, spentMs, since }: AgendaItem): ItemClock => ({
  ...{ id, state, minutes, extraMinutes, spentMs },
  since: since ? new Date(since) : null,
});

type Timed = Pick<MeetingRow, 'state' | 'startsAt' | 'endsAt'>;

/** From when the agenda's time is counted: the start, or now once it has begun. */
export const countedFrom = ({ state, startsAt }: Timed, now: number): Date => new Date(state === 'RUNNING' ? now : startsAt);

export interface Sum {
  words: string;
  /** More is planned than there is time. */
  isOver: boolean;
}

/** `Razem 80 min z 90. Zostaje 10 min zapasu.`; once it runs, of what is left. */
export function sumWords(items: readonly AgendaItem[], row: Timed, now: number): Sum {
  const { planned, available, spare } = fit(items.map(clockOf), countedFrom(row, now), new Date(row.endsAt));
  const sum = row.state === 'RUNNING' ? m.meeting_sum_left({ planned, available }) : m.meeting_sum({ planned, available });
  const rest =
    spare < 0 ? m.meeting_sum_over({ minutes: -spare }) : spare === 0 ? m.meeting_sum_even() : m.meeting_sum_spare({ minutes: spare });
  return { words: `${sum} ${rest}`, isOver: spare < 0 };
}
