import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const PlaceLineFields = graphql(`
  fragment PlaceLineFields on PlaceLine @_unmask {
    id
    slug
    name
    district
    address
    phone
    hasFridge
    upcoming {
      from
      to
    }
  }
`);
export type PlaceLine = ResultOf<typeof PlaceLineFields>;

export const RoomFields = graphql(`
  fragment RoomFields on RoomView @_unmask {
    id
    version
    name
    capacity
    equipment
    stepFree
    setupMinutes
    cleaningMinutes
    rank
  }
`);
export type Room = ResultOf<typeof RoomFields>;

/** All of a place that everybody may know. */
export const PlaceFields = graphql(
  `
    fragment PlaceFields on PlaceView @_unmask {
      id
      version
      slug
      name
      district
      address
      phone
      hasFridge
      upcoming {
        from
        to
      }
      shortestMinutes
      longestMinutes
      daysAhead
      perMonth
      approval
      closedOnHolidays
      rulesVersion
      refused
      homeMadeDays
      coldMax
      rooms {
        ...RoomFields
      }
      weeks {
        from
        until
        weekly {
          weekday
          from
          to
        }
      }
      days {
        day
        hours {
          from
          to
        }
      }
      closures {
        id
        from
        to
        reason
      }
    }
  `,
  [RoomFields],
);
export type Place = ResultOf<typeof PlaceFields>;

export const PlacesDocument = graphql(
  `
    query Places {
      places {
        ...PlaceLineFields
      }
    }
  `,
  [PlaceLineFields],
);
export const PlaceDocument = graphql(
  `
    query Place($slug: String!) {
      place(slug: $slug) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);

/** A booking as those at work see it. */
export const BookingFields = graphql(`
  fragment BookingFields on BookingView @_unmask {
    id
    version
    roomId
    kind
    borrowerName
    purpose
    people
    startsAt
    endsAt
    heldFrom
    heldTo
    state
    isSuspended
    isTaken
    hasContact
    requestedAt
    answeredAt
    answeredBy
    reason
  }
`);
export type Booking = ResultOf<typeof BookingFields>;

/** The house rules that hold now, or of a version. */
export const HouseRulesDocument = graphql(`
  query HouseRules($placeId: ID!, $version: Int) {
    houseRules(placeId: $placeId, version: $version) {
      version
      text
      publishedAt
    }
  }
`);
