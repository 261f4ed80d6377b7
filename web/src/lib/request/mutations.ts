import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { RowFields } from './documents.ts';

export const Create = graphql(
  `
    mutation Create($input: CreateRequestInput!) {
      row: createRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Triage = graphql(
  `
    mutation Triage($input: TriageRequestInput!) {
      row: triageRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Claim = graphql(
  `
    mutation Claim($input: OnRequestInput!) {
      row: claimRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Release = graphql(
  `
    mutation Release($input: OnRequestInput!) {
      row: releaseRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Assign = graphql(
  `
    mutation Assign($input: AssignRequestInput!) {
      row: assignRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Start = graphql(
  `
    mutation Start($input: OnRequestInput!) {
      row: startRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Finish = graphql(
  `
    mutation Finish($input: OnRequestInput!) {
      row: finishRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Cancel = graphql(
  `
    mutation Cancel($input: CancelRequestInput!) {
      row: cancelRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Prioritise = graphql(
  `
    mutation Prioritise($input: PrioritiseRequestInput!) {
      row: prioritiseRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Note = graphql(
  `
    mutation Note($input: NoteRequestInput!) {
      row: noteRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Amend = graphql(
  `
    mutation Amend($input: AmendRequestInput!) {
      row: amendRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);
export const Undo = graphql(
  `
    mutation Undo($input: UndoRequestInput!) {
      row: undoRequest(input: $input) {
        ...Row
      }
    }
  `,
  [RowFields],
);

export const Reveal = graphql(`
  mutation Reveal($input: RevealRequestInput!) {
    revealRequest(input: $input) {
      id
      version
      revealedAt
      words
      person {
        name
        phone
      }
      reporter {
        name
        phone
      }
      contact {
        name
        phone
      }
      address {
        street
        house
        flat
        access
      }
      notes {
        id
        text
        byName
        at
      }
    }
  }
`);
export type Revealed = ResultOf<typeof Reveal>['revealRequest'];
