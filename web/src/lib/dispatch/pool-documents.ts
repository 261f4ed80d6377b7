import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

const PoolOfferFields = graphql(`
  fragment PoolOffer on PoolOffer @_unmask {
    id
    poolId
    kind
    errand
    district
    fromAt
    toAt
    minutes
    expiresAt
    state
  }
`);
export type PoolOffer = ResultOf<typeof PoolOfferFields>;

export const PoolOffers = graphql(
  `
    query PoolOffers($organisation: ID!) {
      poolOffers(organisation: $organisation) {
        ...PoolOffer
      }
      rosterOfOrganisation(organisation: $organisation) {
        rows {
          id
          freeToday
          volunteer {
            displayName
            openTasks
            maxOpen
            dutyUntil
            lastAskedAt
          }
        }
      }
    }
  `,
  [PoolOfferFields],
);
export type OwnVolunteer = ResultOf<typeof PoolOffers>['rosterOfOrganisation']['rows'][number];

export const FillOffer = graphql(
  `
    mutation FillOffer($input: FillOfferInput!) {
      offer: fillOffer(input: $input) {
        ...PoolOffer
      }
    }
  `,
  [PoolOfferFields],
);
export const DeclinePoolOffer = graphql(
  `
    mutation DeclinePoolOffer($input: DeclineOfferInput!) {
      offer: declinePoolOffer(input: $input) {
        ...PoolOffer
      }
    }
  `,
  [PoolOfferFields],
);
