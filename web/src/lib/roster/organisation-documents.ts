import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

const OrganisationFields = graphql(`
  fragment OrganisationFields on OrganisationView @_unmask {
    row {
      id
      name
      district
      districts
      version
    }
    volunteers
    coordinators
    pools {
      id
      organisationId
      districts
      kinds
      weekdays
      fromMinute
      toMinute
      headcount
      fromDay
      toDay
      version
    }
  }
`);
export type OrganisationView = ResultOf<typeof OrganisationFields>;
export type Pool = OrganisationView['pools'][number];

export const Organisations = graphql(
  `
    query Organisations($district: ID!) {
      organisations(district: $district) {
        ...OrganisationFields
      }
    }
  `,
  [OrganisationFields],
);
export const MyOrganisations = graphql(
  `
    query MyOrganisations {
      myOrganisations {
        ...OrganisationFields
      }
    }
  `,
  [OrganisationFields],
);
export const RegisterOrganisation = graphql(
  `
    mutation RegisterOrganisation($input: RegisterOrganisationInput!) {
      view: registerOrganisation(input: $input) {
        ...OrganisationFields
      }
    }
  `,
  [OrganisationFields],
);
export const OfferPool = graphql(
  `
    mutation OfferPool($input: OfferPoolInput!) {
      view: offerPool(input: $input) {
        ...OrganisationFields
      }
    }
  `,
  [OrganisationFields],
);
export const WithdrawPool = graphql(
  `
    mutation WithdrawPool($input: WithdrawPoolInput!) {
      view: withdrawPool(input: $input) {
        ...OrganisationFields
      }
    }
  `,
  [OrganisationFields],
);
