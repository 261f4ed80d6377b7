import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

const counts = graphql(`
  fragment Counts on DistrictCounts @_unmask {
    district
    open
    fresh
    triaged
    offered
    accepted
    inProgress
    urgent
    oldestWaitingSince
    doneToday
    suppressed
  }
`);
export type Counts = ResultOf<typeof counts>;

export const CityCounts = graphql(
  `
    query CityCounts {
      cityCounts {
        cursor
        districts {
          ...Counts
        }
      }
    }
  `,
  [counts],
);
export const CountsChanges = graphql(
  `
    subscription CountsChanges($after: String) {
      countsChanges(after: $after) {
        kind
        cursor
        id
        row {
          ...Counts
        }
      }
    }
  `,
  [counts],
);
export const DeskFigures = graphql(`
  query DeskFigures($district: ID!) {
    deskFigures(district: $district) {
      medianMinutesToClaim
    }
  }
`);
