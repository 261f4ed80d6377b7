/** Who borrows a room; `PLACE`: the place itself, or the city; `NETWORK`: a meeting of the district's Network. */
export const BORROWER_KINDS = ['RESIDENT', 'GROUP', 'ORGANISATION', 'PLACE', 'NETWORK'] as const;
/** For whom staff book. */
export const ENTERED_KINDS = ['RESIDENT', 'GROUP', 'PLACE'] as const;
export type BorrowerKind = (typeof BORROWER_KINDS)[number];
/** Who books without an account. */
export const VISITOR_KINDS = ['RESIDENT', 'GROUP'] as const;

/** What a room is wanted for: a closed list, so that a calendar shows it to everybody at work without anybody's words. */
export const PURPOSES = [
  'MEETING',
  'CLASSES',
  'WORKSHOP',
  'REHEARSAL',
  'COOKING',
  'MOVEMENT',
  'ADVICE',
  'GAMES',
  'CELEBRATION',
  'OTHER',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Only `APPROVED` holds the room; `NO_SHOW` was approved and nobody came. */
export const BOOKING_STATES = ['REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'NO_SHOW'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];
/** What may still take place. */
export const ACTIVE_BOOKINGS: readonly BookingState[] = ['REQUESTED', 'APPROVED'];

/** What a room has. */
export const EQUIPMENT = [
  'PROJECTOR',
  'SOUND',
  'WHITEBOARD',
  'PIANO',
  'KITCHEN',
  'MIRRORS',
  'TOYS',
  'TOOLS',
  'INDUCTION_LOOP',
  'WIFI',
] as const;
export type Equipment = (typeof EQUIPMENT)[number];

/** Who says yes to a booking: a member of staff, or the house rules by themselves. */
export const APPROVALS = ['STAFF', 'AT_ONCE'] as const;
export type Approval = (typeof APPROVALS)[number];

/** Why a place closes suddenly. */
export const CLOSURE_REASONS = ['STAFF', 'FAILURE', 'HEATING', 'WEATHER', 'EVENT', 'OTHER'] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

export const SHELF_KINDS = ['COLD', 'DRY'] as const;
export type ShelfKind = (typeof SHELF_KINDS)[number];

/** Kinds of food, those among them that many fridges refuse included, so that the rule can be named. */
export const FOOD_KINDS = [
  'VEGETABLES',
  'BREAD',
  'DAIRY',
  'COOKED',
  'DRY_GOODS',
  'SWEETS',
  'TINS',
  'DRINKS',
  'COLD_MEAT',
  'BABY_FOOD',
  'OTHER',
  'RAW_MEAT',
  'RAW_EGGS',
  'ALCOHOL',
  'OPENED_TIN',
] as const;
export type FoodKind = (typeof FOOD_KINDS)[number];
/** What may not be left unless a place says otherwise; source: the house rule, after the sanitary guidance for community fridges. */
export const USUALLY_REFUSED: readonly FoodKind[] = ['RAW_MEAT', 'RAW_EGGS', 'ALCOHOL', 'OPENED_TIN'];

export const FOOD_UNITS = ['PIECES', 'PACKS', 'JARS', 'LOAVES', 'PORTIONS', 'KILOGRAMS', 'LITRES'] as const;
export type FoodUnit = (typeof FOOD_UNITS)[number];

/** `TAKEN` by somebody, `DISCARDED` by staff. */
export const FOOD_STATES = ['THERE', 'TAKEN', 'DISCARDED'] as const;
