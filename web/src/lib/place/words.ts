import type { Approval, BookingState, BorrowerKind, ClosureReason, Equipment, FoodKind, FoodUnit, Purpose } from '@ww/shared/place/terms';
import { m } from '#lib/paraglide/messages.js';

export const purposeName = (purpose: Purpose): string => m[`place_purpose_${purpose}`]();
export const borrowerKindName = (kind: BorrowerKind): string => m[`place_kind_${kind}`]();
export const bookingStateName = (state: BookingState): string => m[`place_state_${state}`]();
export const equipmentName = (equipment: Equipment): string => m[`place_equipment_${equipment}`]();
export const approvalName = (approval: Approval): string => m[`place_approval_${approval}`]();
export const closureReasonName = (reason: ClosureReason): string => m[`place_closure_${reason}`]();
export const foodKindName = (kind: FoodKind): string => m[`place_food_${kind}`]();
/** `4 słoiki`. */
export const amountWords = (amount: number, unit: FoodUnit): string => m[`place_amount_${unit}`]({ amount });
