import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

const MinutesFields = graphql(`
  fragment MinutesFields on MinutesView @_unmask {
    meetingId
    district
    version
    state
    approvedAt
    approvedBy
    title
    place
    online
    startedAt
    endedAt
    leader
    remarks
    arrangements {
      text
      state
      for
      against
      abstained
    }
    actions {
      text
      owner
      due
    }
    attendance {
      name
      organisation
      remote
    }
    items {
      itemId
      title
      kind
      state
      presenter
      plannedMinutes
      spentMinutes
      note
      arrangements {
        text
        state
        for
        against
        abstained
      }
      actions {
        text
        owner
        due
      }
    }
  }
`);
export type Minutes = ResultOf<typeof MinutesFields>;
export type MinutesItem = Minutes['items'][number];

export const MinutesOf = graphql(
  `
    query MinutesOf($meetingId: ID!) {
      minutes(meetingId: $meetingId) {
        ...MinutesFields
      }
    }
  `,
  [MinutesFields],
);
export const AmendMinutes = graphql(
  `
    mutation AmendMinutes($input: AmendMinutesInput!) {
      minutes: amendMinutes(input: $input) {
        ...MinutesFields
      }
    }
  `,
  [MinutesFields],
);
export const ApproveMinutes = graphql(
  `
    mutation ApproveMinutes($input: ApproveMinutesInput!) {
      minutes: approveMinutes(input: $input) {
        ...MinutesFields
      }
    }
  `,
  [MinutesFields],
);

/** What a printed agenda says. */
export const AgendaForPaper = graphql(`
  query AgendaForPaper($id: ID!) {
    meeting(id: $id) {
      row {
        id
        district
        title
        place
        online
        startsAt
        endsAt
        seats
        state
      }
      items {
        id
        title
        kind
        state
        presenter
        minutes
      }
    }
  }
`);
export type PaperMeeting = ResultOf<typeof AgendaForPaper>['meeting'];

export const PeopleForPaper = graphql(`
  query PeopleForPaper($id: ID!) {
    meetingPeople(id: $id) {
      guests {
        name
        organisation
        state
      }
    }
  }
`);
export type PaperGuest = ResultOf<typeof PeopleForPaper>['meetingPeople']['guests'][number];
