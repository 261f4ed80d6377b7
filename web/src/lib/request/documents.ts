import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const RowFields = graphql(`
  fragment Row on RequestRow @_unmask {
    id
    number
    district
    kind
    errand
    state
    priority
    channel
    dueFrom
    dueTo
    createdAt
    triagedAt
    acceptedAt
    startedAt
    closedAt
    assigneeId
    assigneeName
    volunteerId
    offersOpen
    offersUntil
    changedByName
    changedAt
    cancelReason
    version
  }
`);
export type Row = ResultOf<typeof RowFields>;

export const Queue = graphql(
  `
    query Queue($district: ID!, $first: Int, $after: String) {
      queue(district: $district, first: $first, after: $after) {
        cursor
        next
        rows {
          ...Row
        }
      }
    }
  `,
  [RowFields],
);
export const ClosedToday = graphql(
  `
    query ClosedToday($district: ID!) {
      closedToday(district: $district) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const QueueChanges = graphql(
  `
    subscription QueueChanges($district: ID!, $after: String) {
      queueChanges(district: $district, after: $after) {
        kind
        cursor
        id
        row {
          ...Row
        }
      }
    }
  `,
  [RowFields],
);
export const FindRequest = graphql(`
  query FindRequest($district: ID!, $number: Int!) {
    findRequest(district: $district, number: $number) {
      id
      number
    }
  }
`);

export const Detail = graphql(
  `
    query Detail($id: ID!) {
      request(id: $id) {
        row {
          ...Row
        }
        reporterKind
        informed
        helpers
        language
        hasContact
        hasReporter
        noteCount
        undoableUntil
        history {
          id
          action
          byName
          at
          reason
          toName
        }
      }
    }
  `,
  [RowFields],
);
export type Detail = ResultOf<typeof Detail>['request'];

export const Colleagues = graphql(`
  query Colleagues($district: ID!) {
    colleagues(district: $district) {
      personId
      displayName
      role
      openTasks
    }
  }
`);
export type Colleague = ResultOf<typeof Colleagues>['colleagues'][number];

export const ShowPresence = graphql(`
  mutation ShowPresence($district: ID!, $requestId: ID, $leaving: Boolean) {
    showPresence(district: $district, requestId: $requestId, leaving: $leaving)
  }
`);
export const PresenceIn = graphql(`
  subscription PresenceIn($district: ID!) {
    presence(district: $district) {
      lookers {
        requestId
        personId
        displayName
      }
    }
  }
`);
export type Looker = ResultOf<typeof PresenceIn>['presence']['lookers'][number];
