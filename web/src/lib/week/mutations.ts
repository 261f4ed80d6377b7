import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { BookingFields, PlaceFields } from '#lib/place/documents.ts';

export const EnterBooking = graphql(
  `
    mutation EnterBooking($input: EnterBookingInput!) {
      booking: enterBooking(input: $input) {
        ...BookingFields
      }
    }
  `,
  [BookingFields],
);
export const ApproveBooking = graphql(
  `
    mutation ApproveBooking($input: OnVersionInput!) {
      booking: approveBooking(input: $input) {
        ...BookingFields
      }
    }
  `,
  [BookingFields],
);
export const RefuseBooking = graphql(
  `
    mutation RefuseBooking($input: RefuseBookingInput!) {
      booking: refuseBooking(input: $input) {
        ...BookingFields
      }
    }
  `,
  [BookingFields],
);
export const MoveBooking = graphql(
  `
    mutation MoveBooking($input: MoveBookingInput!) {
      booking: moveBooking(input: $input) {
        ...BookingFields
      }
    }
  `,
  [BookingFields],
);
export const WithdrawBooking = graphql(
  `
    mutation WithdrawBooking($input: WithdrawBookingInput!) {
      booking: withdrawBooking(input: $input) {
        ...BookingFields
      }
    }
  `,
  [BookingFields],
);
export const MarkNoShow = graphql(
  `
    mutation MarkNoShow($input: OnPlaceInput!) {
      booking: markNoShow(input: $input) {
        ...BookingFields
      }
    }
  `,
  [BookingFields],
);
export const RevealBooking = graphql(`
  mutation RevealBooking($input: OnPlaceInput!) {
    revealBooking(input: $input) {
      id
      name
      email
      phone
      words
      revealedAt
    }
  }
`);
export type Revealed = ResultOf<typeof RevealBooking>['revealBooking'];

export const ClosePlace = graphql(
  `
    mutation ClosePlace($input: ClosePlaceInput!) {
      place: closePlace(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);
export const ReopenPlace = graphql(
  `
    mutation ReopenPlace($input: OnPlaceInput!) {
      place: reopenPlace(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);
