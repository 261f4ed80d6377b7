import { bandOf, type Band } from '@ww/shared/request/age';
import { OPEN_STATES, type State, WAITING_STATES } from '@ww/shared/request/transitions';
import type { Priority } from '@ww/shared/request/kinds';
import { startOfWarsawDay } from '@ww/shared/time';
import type { View } from '#lib/live/live-rows.ts';

/** The queue's views by their names in the address. */
export const VIEW_NAMES = ['otwarte', 'pilne', 'nowe', 'pytamy', 'moje', 'zamkniete'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What a view looks at; instants as ISO text. */
export interface Viewed {
  id: string;
  version: number;
  state: State;
  priority: Priority;
  createdAt: string;
  dueTo: string;
  closedAt: string | null;
  assigneeId: string | null;
}

export const bandOfRow = (row: Viewed, now: number): Band =>
  bandOf({ state: row.state, priority: row.priority, createdAt: Date.parse(row.createdAt), dueTo: Date.parse(row.dueTo) }, now);

const isOpen = (row: Viewed) => OPEN_STATES.includes(row.state);
/** What nobody has taken comes before what somebody has, and of it the urgent first; where volunteers are asked, the next step is theirs. */
const rank = ({ state, priority }: Viewed) =>
  WAITING_STATES.includes(state) ? (priority === 'URGENT' ? 0 : state === 'OFFERED' ? 2 : 1) : 3;
/** Then longest waiting first. Asked only when rows come on the screen: those on it do not move. */
const untakenFirst = (a: Viewed, b: Viewed) => rank(a) - rank(b) || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);
const lastClosedFirst = (a: Viewed, b: Viewed) => (b.closedAt ?? '').localeCompare(a.closedAt ?? '') || a.id.localeCompare(b.id);

export function viewOf(name: ViewName, personId: string): View<Viewed> {
  const matches: Record<ViewName, View<Viewed>['matches']> = {
    otwarte: isOpen,
    pilne: (row, now) => bandOfRow(row, now) === 'urgent',
    nowe: (row) => row.state === 'NEW',
    pytamy: (row) => row.state === 'OFFERED',
    moje: (row) => isOpen(row) && row.assigneeId === personId,
    zamkniete: (row, now) => row.closedAt !== null && Date.parse(row.closedAt) >= startOfWarsawDay(now).getTime(),
  };
  return { matches: matches[name], compare: name === 'zamkniete' ? lastClosedFirst : untakenFirst };
}

export const viewFrom = (url: { searchParams: Pick<URLSearchParams, 'get'> }): ViewName =>
  VIEW_NAMES.find((name) => name === url.searchParams.get('widok')) ?? 'otwarte';
