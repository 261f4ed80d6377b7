import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { BookingFields, PlaceFields, PlaceLineFields, RoomFields } from '#lib/place/documents.ts';

/** A week as everybody may see it. */
const PlaceWeekFields = graphql(
  `
    fragment PlaceWeekFields on PlaceWeek @_unmask {
      cursor
      day
      open {
        from
        to
      }
      busy {
        roomId
        from
        to
        isAsked
      }
      place {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);
export type PlaceWeek = ResultOf<typeof PlaceWeekFields>;

export const PlaceWeekDocument = graphql(
  `
    query PlaceWeek($placeId: ID!, $day: String!) {
      placeWeek(placeId: $placeId, day: $day) {
        ...PlaceWeekFields
      }
    }
  `,
  [PlaceWeekFields],
);
export const PlaceWeekChanges = graphql(
  `
    subscription PlaceWeekChanges($placeId: ID!, $day: String!, $after: String) {
      placeWeekChanges(placeId: $placeId, day: $day, after: $after) {
        kind
        cursor
        week {
          ...PlaceWeekFields
        }
      }
    }
  `,
  [PlaceWeekFields],
);

export const FreeRoomsDocument = graphql(
  `
    query FreeRooms($input: FindRoomInput!) {
      freeRooms(input: $input) {
        place {
          ...PlaceLineFields
        }
        room {
          ...RoomFields
        }
        starts {
          from
          to
        }
      }
    }
  `,
  [PlaceLineFields, RoomFields],
);
export type FreeRoom = ResultOf<typeof FreeRoomsDocument>['freeRooms'][number];

const OwnBookingFields = graphql(
  `
    fragment OwnBookingFields on OwnBooking @_unmask {
      cursor
      canChange
      roomName
      rulesVersion
      alternatives {
        roomId
        startsAt
        endsAt
      }
      booking {
        ...BookingFields
      }
      place {
        ...PlaceLineFields
      }
      rooms {
        ...RoomFields
      }
    }
  `,
  [BookingFields, PlaceLineFields, RoomFields],
);
export type OwnBooking = ResultOf<typeof OwnBookingFields>;

export const OwnBookingDocument = graphql(
  `
    query OwnBooking($code: String!) {
      ownBooking(code: $code) {
        ...OwnBookingFields
      }
    }
  `,
  [OwnBookingFields],
);
export const OwnBookingChanges = graphql(
  `
    subscription OwnBookingChanges($code: String!, $after: String) {
      ownBookingChanges(code: $code, after: $after) {
        kind
        cursor
        own {
          ...OwnBookingFields
        }
      }
    }
  `,
  [OwnBookingFields],
);
const OrganisationBookingsFields = graphql(
  `
    fragment OrganisationBookingsFields on OrganisationBookings @_unmask {
      cursor
      bookings {
        ...OwnBookingFields
      }
    }
  `,
  [OwnBookingFields],
);
export type OrganisationBookings = ResultOf<typeof OrganisationBookingsFields>;

export const OrganisationBookingsDocument = graphql(
  `
    query OrganisationBookings($organisationId: ID!) {
      organisationBookings(organisationId: $organisationId) {
        ...OrganisationBookingsFields
      }
    }
  `,
  [OrganisationBookingsFields],
);
export const OrganisationBookingsChanges = graphql(
  `
    subscription OrganisationBookingsChanges($organisationId: ID!, $after: String) {
      organisationBookingsChanges(organisationId: $organisationId, after: $after) {
        kind
        cursor
        organisation {
          ...OrganisationBookingsFields
        }
      }
    }
  `,
  [OrganisationBookingsFields],
);
export const CoordinatedDocument = graphql(`
  query Coordinated {
    myOrganisations {
      row {
        id
        name
      }
    }
  }
`);
export type Organisation = ResultOf<typeof CoordinatedDocument>['myOrganisations'][number]['row'];

export const MoveOwnBookingDocument = graphql(
  `
    mutation MoveOwnBooking($input: MoveOwnBookingInput!) {
      moveOwnBooking(input: $input) {
        ...OwnBookingFields
      }
    }
  `,
  [OwnBookingFields],
);
export const WithdrawOwnBookingDocument = graphql(
  `
    mutation WithdrawOwnBooking($input: WithdrawOwnBookingInput!) {
      withdrawOwnBooking(input: $input) {
        ...OwnBookingFields
      }
    }
  `,
  [OwnBookingFields],
);
