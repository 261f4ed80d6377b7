import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

const row = graphql(`
  fragment CoverageRow on DistrictCoverage @_unmask {
    district
    firstDay
    onDuty
    freeToday
    openByKind {
      kind
      count
    }
    cells {
      supply
      demand
    }
  }
`);
export type Covered = ResultOf<typeof row>;

/** Requests of a district that nobody took, of every kind. */
export const waitingIn = ({ openByKind }: Covered): number => openByKind.reduce((sum, { count }) => sum + count, 0);

export const Coverage = graphql(
  `
    query Coverage($kind: Kind) {
      coverage(kind: $kind) {
        cursor
        rows {
          ...CoverageRow
        }
      }
    }
  `,
  [row],
);
export const CoverageChanges = graphql(
  `
    subscription CoverageChanges($kind: Kind, $after: String) {
      coverageChanges(kind: $kind, after: $after) {
        kind
        cursor
        id
        row {
          ...CoverageRow
        }
      }
    }
  `,
  [row],
);
