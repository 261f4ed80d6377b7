import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const AuditTrail = graphql(`
  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      next
      entries {
        id
        at
        actorName
        action
        subjectType
        subjectId
        subjectLabel
        district
        outcome
        reason
        toName
        requestId
      }
    }
  }
`);
export type Entry = ResultOf<typeof AuditTrail>['auditTrail']['entries'][number];
