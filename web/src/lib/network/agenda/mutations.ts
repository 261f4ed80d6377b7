import { graphql } from '#lib/graphql/schema.ts';
import { MeetingFields } from '../meeting/documents.ts';

export const ProposeItem = graphql(
  `
    mutation ProposeItem($input: ProposeItemInput!) {
      meeting: proposeItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const AmendItem = graphql(
  `
    mutation AmendItem($input: AmendItemInput!) {
      meeting: amendItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const AnswerItem = graphql(
  `
    mutation AnswerItem($input: AnswerItemInput!) {
      meeting: answerItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const MoveItem = graphql(
  `
    mutation MoveItem($input: MoveItemInput!) {
      meeting: moveItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const WithdrawItem = graphql(
  `
    mutation WithdrawItem($input: OnNetworkInput!) {
      meeting: withdrawItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
