import type { FoodKind, FoodUnit, BookingState, BorrowerKind, Equipment, Purpose, ShelfKind } from '@ww/shared/place/terms';
import type { BookingLimits } from '@ww/shared/place/booking';
import type { WeeklyHours } from '@ww/shared/spans';

export interface DemoRoom {
  name: string;
  capacity: number;
  equipment: readonly Equipment[];
  stepFree: boolean;
  /** In minutes: before and after each booking. */
  buffers: readonly [setup: number, cleaning: number];
}

export interface DemoShelf {
  name: string;
  kind: ShelfKind;
  food: readonly DemoFood[];
}

/** Food by Warsaw's days from today; `ago` in minutes during which the place was open. */
export interface DemoFood {
  kind: FoodKind;
  what: string;
  amount: number;
  unit: FoodUnit;
  ago: number;
  bestBefore?: number;
  homeMade?: boolean;
  takenAgo?: number;
}

export interface DemoPlaceData {
  slug: string;
  name: string;
  district: string;
  address: string;
  phone: string;
  staff: string;
  limits: BookingLimits;
  weekly: readonly WeeklyHours[];
  /** What held until `EARLIER_DAYS` ago. */
  weeklyBefore?: readonly WeeklyHours[];
  /** One after the other; the last holds. */
  rules: readonly string[];
  rooms: readonly DemoRoom[];
  /** A place without shelves has no fridge. */
  shelves: readonly DemoShelf[];
}

/** Somebody who borrows rooms. */
export interface Borrower {
  kind: BorrowerKind;
  /** The group's or the organisation's name. */
  group: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  /** What they mostly come for. */
  purpose: Purpose;
}

/** A booking on one of the place's usual open days: 0 is the one that is on now or comes next. */
export interface DemoBooking {
  day: number;
  room: string;
  /** Warsaw's wall clock, in minutes from midnight. */
  hours: readonly [from: number, to: number];
  /** By the group's name or the person's; the place itself without one. */
  who: string | null;
  purpose: Purpose;
  people: number;
  state?: BookingState;
  reason?: string;
  words?: string;
}
