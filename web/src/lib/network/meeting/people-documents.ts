import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

const GuestFields = graphql(`
  fragment Guest on MeetingGuest @_unmask {
    rsvpId
    personId
    name
    organisation
    state
    waitingPlace
    interpreter
    interpreterLate
    hasNeeds
    attendanceId
    arrivedAt
    remote
  }
`);
export type Guest = ResultOf<typeof GuestFields>;

export const MeetingPeople = graphql(
  `
    query MeetingPeople($id: ID!) {
      meetingPeople(id: $id) {
        cursor
        guests {
          ...Guest
        }
      }
    }
  `,
  [GuestFields],
);
export type MeetingPeople = ResultOf<typeof MeetingPeople>['meetingPeople'];

export const MeetingPeopleChanges = graphql(
  `
    subscription MeetingPeopleChanges($id: ID!, $after: String) {
      meetingPeopleChanges(id: $id, after: $after) {
        kind
        cursor
        people {
          cursor
          guests {
            ...Guest
          }
        }
      }
    }
  `,
  [GuestFields],
);

export const LosingSeats = graphql(
  `
    query LosingSeats($id: ID!, $seats: Int!) {
      losingSeats(id: $id, seats: $seats) {
        ...Guest
      }
    }
  `,
  [GuestFields],
);

/** Who could lead a meeting besides the coordinators. */
export const PossibleDeputies = graphql(`
  query PossibleDeputies($district: ID!) {
    networkPeople(district: $district) {
      id
      displayName
      organisation
    }
  }
`);
export type PossibleDeputy = ResultOf<typeof PossibleDeputies>['networkPeople'][number];

/** Whether a district runs a Network. */
export const NetworkState = graphql(`
  query NetworkState($district: ID!) {
    network(district: $district) {
      enabled
    }
  }
`);
