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
