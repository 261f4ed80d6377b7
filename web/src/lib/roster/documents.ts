import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { AvailabilityFields } from '#lib/availability/documents.ts';

export const VolunteerFields = graphql(`
  fragment RosterRowFields on RosterRow @_unmask {
    id
    version
    weekMinutes
    freeToday
    volunteer {
      id
      organisationId
      organisationName
      district
      displayName
      districts
      kinds
      languages
      limits
      contact
      maxOpen
      weeklyMinutes
      since
      agreementOn
      insuredUntil
      adultOn
      guardianConsentOn
      dutyUntil
      lastAskedAt
      invitedAt
      openTasks
      hasAccount
      version
    }
  }
`);
export type RosterRow = ResultOf<typeof VolunteerFields>;
export type Volunteer = RosterRow['volunteer'];

export const Roster = graphql(
  `
    query Roster($district: ID!) {
      roster(district: $district) {
        cursor
        rows {
          ...RosterRowFields
        }
      }
    }
  `,
  [VolunteerFields],
);
export const RosterOfOrganisation = graphql(
  `
    query RosterOfOrganisation($organisation: ID!) {
      rosterOfOrganisation(organisation: $organisation) {
        cursor
        rows {
          ...RosterRowFields
        }
      }
    }
  `,
  [VolunteerFields],
);
export const RosterChanges = graphql(
  `
    subscription RosterChanges($district: ID!, $after: String) {
      rosterChanges(district: $district, after: $after) {
        kind
        cursor
        id
        row {
          ...RosterRowFields
        }
      }
    }
  `,
  [VolunteerFields],
);

export const VolunteerDetail = graphql(
  `
    query VolunteerDetail($id: ID!) {
      volunteerDetail(id: $id) {
        row {
          ...RosterRowFields
        }
        availability {
          ...AvailabilityFields
        }
        hasEmail
        hasPhone
      }
    }
  `,
  [VolunteerFields, AvailabilityFields],
);
export type VolunteerDetail = ResultOf<typeof VolunteerDetail>['volunteerDetail'];
