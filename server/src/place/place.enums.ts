import {
  APPROVALS,
  BOOKING_STATES,
  BORROWER_KINDS,
  CLOSURE_REASONS,
  EQUIPMENT,
  FOOD_KINDS,
  FOOD_UNITS,
  PURPOSES,
  SHELF_KINDS,
} from '@ww/shared/place/terms';
import { graphqlEnum } from '../platform/enums.ts';

export const BorrowerKindEnum = graphqlEnum('BorrowerKind', BORROWER_KINDS);
export const PurposeEnum = graphqlEnum('Purpose', PURPOSES);
export const BookingStateEnum = graphqlEnum('BookingState', BOOKING_STATES);
export const EquipmentEnum = graphqlEnum('Equipment', EQUIPMENT);
export const ApprovalEnum = graphqlEnum('Approval', APPROVALS);
export const ClosureReasonEnum = graphqlEnum('ClosureReason', CLOSURE_REASONS);
export const ShelfKindEnum = graphqlEnum('ShelfKind', SHELF_KINDS);
export const FoodKindEnum = graphqlEnum('FoodKind', FOOD_KINDS);
export const FoodUnitEnum = graphqlEnum('FoodUnit', FOOD_UNITS);
