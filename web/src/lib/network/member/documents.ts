import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const MemberFields = graphql(`
  fragment MemberFields on NetworkMemberRow @_unmask {
    id
    version
    district
    organisation {
      id
      name
    }
    state
    since
    does
    coordinators
    hasEmail
    hasPhone
  }
`);
export type MemberRow = ResultOf<typeof MemberFields>;

export const NetworkMembers = graphql(
  `
    query NetworkMembers($district: ID!) {
      networkMembers(district: $district) {
        cursor
        rows {
          ...MemberFields
        }
      }
    }
  `,
  [MemberFields],
);
export const MyMemberships = graphql(
  `
    query MyMemberships {
      myMemberships {
        cursor
        rows {
          ...MemberFields
        }
      }
    }
  `,
  [MemberFields],
);
export const NetworkMembersChanges = graphql(
  `
    subscription NetworkMembersChanges($district: ID!, $after: String) {
      change: networkMembersChanges(district: $district, after: $after) {
        kind
        cursor
        id
        row {
          ...MemberFields
        }
      }
    }
  `,
  [MemberFields],
);
export const MyMembershipChanges = graphql(
  `
    subscription MyMembershipChanges($after: String) {
      change: myMembershipChanges(after: $after) {
        kind
        cursor
        id
        row {
          ...MemberFields
        }
      }
    }
  `,
  [MemberFields],
);

const SettingsFields = graphql(`
  fragment SettingsFields on NetworkSettings @_unmask {
    district
    enabled
    unansweredDays
    version
  }
`);
export type NetworkSettings = ResultOf<typeof SettingsFields>;
export const Networks = graphql(
  `
    query Networks {
      networks {
        ...SettingsFields
      }
    }
  `,
  [SettingsFields],
);

export const JoinDocument = graphql(
  `
    query JoinNetwork {
      myMemberships {
        cursor
        rows {
          ...MemberFields
        }
      }
      networks {
        ...SettingsFields
      }
      myOrganisations {
        row {
          id
          name
        }
      }
    }
  `,
  [MemberFields, SettingsFields],
);
export type JoinSeed = ResultOf<typeof JoinDocument>;
