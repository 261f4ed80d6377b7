import { graphql } from '#lib/graphql/schema.ts';
import { MeetingFields } from './documents.ts';

export const CallMeeting = graphql(
  `
    mutation CallMeeting($input: CallMeetingInput!) {
      meeting: callMeeting(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const AmendMeeting = graphql(
  `
    mutation AmendMeeting($input: AmendMeetingInput!) {
      meeting: amendMeeting(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const PublishMeeting = graphql(
  `
    mutation PublishMeeting($input: OnNetworkInput!) {
      meeting: publishMeeting(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const CancelMeeting = graphql(
  `
    mutation CancelMeeting($input: CancelMeetingInput!) {
      meeting: cancelMeeting(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const SetDeputies = graphql(
  `
    mutation SetDeputies($input: SetDeputiesInput!) {
      meeting: setDeputies(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const AnswerMeeting = graphql(
  `
    mutation AnswerMeeting($input: AnswerMeetingInput!) {
      meeting: answerMeeting(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const CheckIn = graphql(
  `
    mutation CheckIn($input: CheckInInput!) {
      meeting: checkIn(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);
export const UndoCheckIn = graphql(
  `
    mutation UndoCheckIn($input: OnNetworkInput!) {
      meeting: undoCheckIn(input: $input) {
        ...Meeting
      }
    }
  `,
  [MeetingFields],
);

export const RevealLink = graphql(`
  mutation RevealLink($input: OnNetworkInput!) {
    revealLink(input: $input) {
      link
    }
  }
`);
export const RevealNeeds = graphql(`
  mutation RevealNeeds($input: OnNetworkInput!) {
    revealNeeds(input: $input) {
      needs
    }
  }
`);
