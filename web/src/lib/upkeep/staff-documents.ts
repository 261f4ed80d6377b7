import { graphql } from '#lib/graphql/schema.ts';

/** As the Team's list has it. */
export const PlaceStaffDocument = graphql(`
  query PlaceStaff($placeId: ID!) {
    team: placeStaff(placeId: $placeId) {
      grantId
      personId
      displayName
      email
      role
      since
    }
    invitations: placeInvitations(placeId: $placeId) {
      id
      name
      email
      role
      expiresAt
      acceptedAt
    }
  }
`);

export const InvitePlaceStaffDocument = graphql(`
  mutation InvitePlaceStaff($input: InvitePlaceStaffInput!) {
    invitePlaceStaff(input: $input) {
      id
    }
  }
`);

export const RemovePlaceStaffDocument = graphql(`
  mutation RemovePlaceStaff($input: RemovePlaceStaffInput!) {
    removePlaceStaff(input: $input) {
      id
    }
  }
`);
