import { graphql } from '#lib/graphql/schema.ts';

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
/** For who coordinates organisations and no district. */
export const OwnOrganisations = graphql(`
  query OwnOrganisations {
    myOrganisations {
      row {
        district
      }
    }
  }
`);
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
