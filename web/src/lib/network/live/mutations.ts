import { graphql } from '#lib/graphql/schema.ts';
import { MeetingFields } from '../meeting/documents.ts';

export const StartMeeting = graphql(
  `
    mutation StartMeeting($input: OnNetworkInput!) {
      meeting: startMeeting(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const TakeLead = graphql(
  `
    mutation TakeLead($input: OnNetworkInput!) {
      meeting: takeLead(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const NextItem = graphql(
  `
    mutation NextItem($input: StepItemInput!) {
      meeting: nextItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const PreviousItem = graphql(
  `
    mutation PreviousItem($input: StepItemInput!) {
      meeting: previousItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const ResumeItem = graphql(
  `
    mutation ResumeItem($input: ResumeItemInput!) {
      meeting: resumeItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const ExtendItem = graphql(
  `
    mutation ExtendItem($input: ExtendItemInput!) {
      meeting: extendItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const ParkItem = graphql(
  `
    mutation ParkItem($input: StepItemInput!) {
      meeting: parkItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const NoteItem = graphql(
  `
    mutation NoteItem($input: NoteItemInput!) {
      meeting: noteItem(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const EndMeeting = graphql(
  `
    mutation EndMeeting($input: OnNetworkInput!) {
      meeting: endMeeting(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
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
