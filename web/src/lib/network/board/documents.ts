import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

const BoardFields = graphql(`
  fragment BoardFields on Board @_unmask {
    cursor
    district
    enabled
    unansweredDays
    entries {
      id
      version
      side
      kind
      title
      words
      amount
      place
      fromDay
      toDay
      state
      organisation {
        id
        name
      }
      postedBy
      createdAt
      proposeAt
      endedAt
      proposedOn
      suggestions {
        entryId
        reasons
        words
      }
    }
    activities {
      id
      version
      title
      day
      state
      owners {
        personId
        name
      }
      offer {
        entryId
        title
        organisation {
          id
          name
        }
      }
      need {
        entryId
        title
        organisation {
          id
          name
        }
      }
      createdAt
      endedAt
    }
  }
`);
export type Board = ResultOf<typeof BoardFields>;
export type Entry = Board['entries'][number];
export type Suggestion = Entry['suggestions'][number];
export type Activity = Board['activities'][number];

export const BoardDocument = graphql(
  `
    query Board($district: ID!) {
      board(district: $district) {
        ...BoardFields
      }
    }
  `,
  [BoardFields],
);
export const BoardChanges = graphql(
  `
    subscription BoardChanges($district: ID!, $after: String) {
      boardChanges(district: $district, after: $after) {
        kind
        cursor
        board {
          ...BoardFields
        }
      }
    }
  `,
  [BoardFields],
);

/** Who can post here. */
export const BoardHosts = graphql(`
  query BoardHosts($district: ID!) {
    networkMembers(district: $district) {
      rows {
        state
        organisation {
          id
          name
        }
      }
    }
  }
`);
export type Host = ResultOf<typeof BoardHosts>['networkMembers']['rows'][number]['organisation'];

/** Who can see to something done together. */
export const BoardPeople = graphql(`
  query BoardPeople($district: ID!) {
    networkPeople(district: $district) {
      id
      displayName
      organisation
    }
  }
`);
export type Person = ResultOf<typeof BoardPeople>['networkPeople'][number];

export const PostEntry = graphql(
  `
    mutation PostEntry($input: PostEntryInput!) {
      board: postEntry(input: $input) {
        ...BoardFields
      }
    }
  `,
  [BoardFields],
);
export const AmendEntry = graphql(
  `
    mutation AmendEntry($input: AmendEntryInput!) {
      board: amendEntry(input: $input) {
        ...BoardFields
      }
    }
  `,
  [BoardFields],
);
export const CloseEntry = graphql(
  `
    mutation CloseEntry($input: OnBoardInput!) {
      board: closeEntry(input: $input) {
        ...BoardFields
      }
    }
  `,
  [BoardFields],
);
export const JoinEntries = graphql(
  `
    mutation JoinEntries($input: JoinEntriesInput!) {
      board: joinEntries(input: $input) {
        ...BoardFields
      }
    }
  `,
  [BoardFields],
);
export const FinishActivity = graphql(
  `
    mutation FinishActivity($input: FinishActivityInput!) {
      board: finishActivity(input: $input) {
        ...BoardFields
      }
    }
  `,
  [BoardFields],
);
