import { graphql } from '#lib/graphql/schema.ts';
import { MeetingFields } from '../meeting/documents.ts';

export const RaiseHand = graphql(
  `
    mutation RaiseHand($input: RaiseHandInput!) {
      meeting: raiseHand(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const LowerHand = graphql(
  `
    mutation LowerHand($input: OnNetworkInput!) {
      meeting: lowerHand(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const CastBallot = graphql(
  `
    mutation CastBallot($input: CastBallotInput!) {
      meeting: castBallot(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const CheckInMyself = graphql(
  `
    mutation CheckInMyself($input: CheckInMyselfInput!) {
      meeting: checkInMyself(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
