import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { VolunteerFields } from './documents.ts';

export const AddVolunteer = graphql(
  `
    mutation AddVolunteer($input: AddVolunteerInput!) {
      row: addVolunteer(input: $input) {
        ...RosterRowFields
      }
    }
  `,
  [VolunteerFields],
);
export const AmendVolunteer = graphql(
  `
    mutation AmendVolunteer($input: AmendVolunteerInput!) {
      row: amendVolunteer(input: $input) {
        ...RosterRowFields
      }
    }
  `,
  [VolunteerFields],
);
export const InviteVolunteer = graphql(
  `
    mutation InviteVolunteer($input: OnVolunteerInput!) {
      row: inviteVolunteer(input: $input) {
        ...RosterRowFields
      }
    }
  `,
  [VolunteerFields],
);
export const EndVolunteer = graphql(`
  mutation EndVolunteer($input: OnVolunteerInput!) {
    endVolunteer(input: $input) {
      id
    }
  }
`);
export const RevealVolunteer = graphql(`
  mutation RevealVolunteer($input: RevealVolunteerInput!) {
    revealVolunteer(input: $input) {
      id
      revealedAt
      email
      phone
    }
  }
`);
export type Reached = ResultOf<typeof RevealVolunteer>['revealVolunteer'];
