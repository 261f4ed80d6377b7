import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const ServerNow = graphql(`
  query ServerNow {
    now
  }
`);

/** Whom something can be given to do. */
export const NetworkPeople = graphql(`
  query NetworkPeople($district: ID!) {
    networkPeople(district: $district) {
      id
      displayName
      organisation
    }
  }
`);
export type NetworkPerson = ResultOf<typeof NetworkPeople>['networkPeople'][number];
