import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { BookingFields, PlaceFields } from '#lib/place/documents.ts';

const StaffWeekFields = graphql(
  `
    fragment StaffWeekFields on StaffWeek @_unmask {
      cursor
      day
      place {
        ...PlaceFields
      }
      open {
        from
        to
      }
      bookings {
        ...BookingFields
      }
      attention {
        ...BookingFields
      }
    }
  `,
  [PlaceFields, BookingFields],
);
export type StaffWeek = ResultOf<typeof StaffWeekFields>;

export const StaffWeekDocument = graphql(
  `
    query StaffWeek($placeId: ID!, $day: String!) {
      staffWeek(placeId: $placeId, day: $day) {
        ...StaffWeekFields
      }
    }
  `,
  [StaffWeekFields],
);
export const StaffWeekChanges = graphql(
  `
    subscription StaffWeekChanges($placeId: ID!, $day: String!, $after: String) {
      staffWeekChanges(placeId: $placeId, day: $day, after: $after) {
        kind
        cursor
        week {
          ...StaffWeekFields
        }
      }
    }
  `,
  [StaffWeekFields],
);

export const WaysOut = graphql(`
  query WaysOut($id: ID!) {
    bookingAlternatives(id: $id) {
      roomId
      startsAt
      endsAt
    }
  }
`);

export const Impact = graphql(
  `
    query Impact($placeId: ID!, $from: DateTimeISO!, $to: DateTimeISO!) {
      closureImpact(placeId: $placeId, from: $from, to: $to) {
        booking {
          ...BookingFields
        }
        alternatives {
          roomId
          startsAt
          endsAt
        }
      }
    }
  `,
  [BookingFields],
);
export type Hit = ResultOf<typeof Impact>['closureImpact'][number];
