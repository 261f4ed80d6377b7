import type { ArrangementState, ItemKind, ItemState } from './terms.ts';

export interface MinutesArrangement {
  text: string;
  state: ArrangementState;
  for: number;
  against: number;
  abstained: number;
}

export interface MinutesAction {
  text: string;
  owner: string;
  /** A day of Warsaw's calendar. */
  due: string;
}

export interface MinutesItem {
  itemId: string;
  /** Empty for `FOLLOW_UP`. */
  title: string;
  kind: ItemKind;
  presenter: string | null;
  plannedMinutes: number;
  /** How long it really took, in whole minutes, rounded to the nearest. */
  spentMinutes: number;
  /** `DONE`, or `PARKED` and `PLANNED` for what the meeting did not finish. */
  state: ItemState;
  note: string | null;
  arrangements: MinutesArrangement[];
  actions: MinutesAction[];
}

export interface MinutesAttendee {
  name: string;
  organisation: string | null;
  remote: boolean;
}

/** Minutes as they were built from what happened, with what the coordinator wrote. Instants as ISO 8601. */
export interface MinutesContent {
  title: string;
  place: string | null;
  online: boolean;
  startedAt: string;
  endedAt: string;
  /** Who led it when it ended. */
  leader: string;
  attendance: MinutesAttendee[];
  items: MinutesItem[];
  /** What came under no item: after the last one, or where there was none. */
  arrangements?: MinutesArrangement[];
  actions?: MinutesAction[];
  remarks: string | null;
}
