import { graphql } from '#lib/graphql/schema.ts';
import { MeetingFields } from '../meeting/documents.ts';

export const PutArrangement = graphql(
  `
    mutation PutArrangement($input: PutArrangementInput!) {
      meeting: putArrangement(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const RecountArrangement = graphql(
  `
    mutation RecountArrangement($input: OnNetworkInput!) {
      meeting: recountArrangement(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const SaveArrangement = graphql(
  `
    mutation SaveArrangement($input: SaveArrangementInput!) {
      meeting: saveArrangement(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const WithdrawArrangement = graphql(
  `
    mutation WithdrawArrangement($input: OnNetworkInput!) {
      meeting: withdrawArrangement(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const GiveVoice = graphql(
  `
    mutation GiveVoice($input: OnNetworkInput!) {
      meeting: giveVoice(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const EndVoice = graphql(
  `
    mutation EndVoice($input: OnNetworkInput!) {
      meeting: endVoice(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const AddAction = graphql(
  `
    mutation AddAction($input: AddActionInput!) {
      meeting: addAction(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
