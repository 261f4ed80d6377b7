import type { Approval, BookingState, BorrowerKind, ClosureReason, Equipment, FoodKind, FoodUnit, Purpose } from '@ww/shared/place/terms';
import { clock, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';

type Instant = string | number;

export const purposeName = (purpose: Purpose): string => m[`place_purpose_${purpose}`]();
export const borrowerKindName = (kind: BorrowerKind): string => m[`place_kind_${kind}`]();
export const bookingStateName = (state: BookingState): string => m[`place_state_${state}`]();
export const equipmentName = (equipment: Equipment): string => m[`place_equipment_${equipment}`]();
export const approvalName = (approval: Approval): string => m[`place_approval_${approval}`]();
export const closureReasonName = (reason: ClosureReason): string => m[`place_closure_${reason}`]();
export const foodKindName = (kind: FoodKind): string => m[`place_food_${kind}`]();
/** `4 słoiki`. */
export const amountWords = (amount: number, unit: FoodUnit): string => m[`place_amount_${unit}`]({ amount });

/** `14:00–16:00` */
export const hoursWords = (from: Instant, to: Instant): string => `${clock(from)}–${clock(to)}`;
/** `czw., 26 lis, 14:00–16:00` */
export const whenWords = (from: Instant, to: Instant): string => `${shortDate(from)}, ${hoursWords(from, to)}`;
