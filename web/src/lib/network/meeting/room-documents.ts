import { graphql } from '#lib/graphql/schema.ts';

/** Rooms of every MAL that are free on a day for so long and so many. */
export const FreeRooms = graphql(`
  query RoomsForMeeting($input: FindRoomInput!) {
    freeRooms(input: $input) {
      place {
        name
        district
        address
      }
      room {
        id
        name
        capacity
      }
      starts {
        from
        to
      }
    }
  }
`);
