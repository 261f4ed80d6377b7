import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const MeetingRowFields = graphql(`
  fragment MeetingRow on MeetingRow @_unmask {
    id
    version
    detailsVersion
    district
    title
    place
    online
    startsAt
    endsAt
    seats
    signUpUntil
    state
    cancelReason
    movedFrom
    startedAt
    endedAt
    accepted
    waiting
    plannedMinutes
    proposals
    minutes
  }
`);
export type MeetingRow = ResultOf<typeof MeetingRowFields>;

export const ActionFields = graphql(`
  fragment Action on ActionView @_unmask {
    id
    version
    meetingId
    meetingTitle
    itemId
    district
    text
    ownerId
    ownerName
    due
    doneAt
  }
`);
export type Action = ResultOf<typeof ActionFields>;

export const MeetingFields = graphql(
  `
    fragment Meeting on MeetingView @_unmask {
      cursor
      row {
        ...MeetingRow
      }
      room {
        roomId
        roomName
        placeName
        state
        isSuspended
      }
      organisations
      present
      leader {
        personId
        name
      }
      leaderSince
      deputies {
        personId
        name
      }
      items {
        id
        version
        title
        kind
        state
        presenter
        minutes
        extraMinutes
        proposedById
        proposedBy
        entryId
        answer
        note
        since
        spentMs
      }
      speakers {
        id
        personId
        name
        organisation
        remote
        state
        raisedAt
        spokeFrom
      }
      arrangements {
        id
        itemId
        text
        state
        round
        for
        against
        abstained
        savedAt
      }
      actions {
        ...Action
      }
      followUps {
        ...Action
      }
    }
  `,
  [MeetingRowFields, ActionFields],
);
export type MeetingView = ResultOf<typeof MeetingFields>;
export type AgendaItem = MeetingView['items'][number];
export type Speaker = MeetingView['speakers'][number];
export type Arrangement = MeetingView['arrangements'][number];

export const MyMeetingFields = graphql(`
  fragment MyMeeting on MyMeeting @_unmask {
    cursor
    rsvp {
      id
      state
      waitingPlace
      organisationId
      interpreter
      interpreterLate
      hasNeeds
    }
    attendanceId
    ballot {
      arrangementId
      ballot
    }
  }
`);
export type MyMeeting = ResultOf<typeof MyMeetingFields>;

/** A meeting and the caller's own part of it, as a page's seed. */
export const MeetingDocument = graphql(
  `
    query Meeting($id: ID!) {
      meeting(id: $id) {
        ...Meeting
      }
      myMeeting(id: $id) {
        ...MyMeeting
      }
    }
  `,
  [MeetingFields, MyMeetingFields],
);
export type MeetingSeed = ResultOf<typeof MeetingDocument>;

export const MyMeetingDocument = graphql(
  `
    query MyMeeting($id: ID!) {
      myMeeting(id: $id) {
        ...MyMeeting
      }
    }
  `,
  [MyMeetingFields],
);

export const MeetingChanges = graphql(
  `
    subscription MeetingChanges($id: ID!, $after: String) {
      meetingChanges(id: $id, after: $after) {
        kind
        cursor
        meeting {
          ...Meeting
        }
      }
    }
  `,
  [MeetingFields],
);

export const MyMeetingChanges = graphql(
  `
    subscription MyMeetingChanges($id: ID!, $after: String) {
      myMeetingChanges(id: $id, after: $after) {
        kind
        cursor
        mine {
          ...MyMeeting
        }
      }
    }
  `,
  [MyMeetingFields],
);

export const Meetings = graphql(
  `
    query Meetings($district: ID!) {
      meetings(district: $district) {
        cursor
        rows {
          ...MeetingRow
        }
      }
    }
  `,
  [MeetingRowFields],
);

export const MeetingsChanges = graphql(
  `
    subscription MeetingsChanges($district: ID!, $after: String) {
      meetingsChanges(district: $district, after: $after) {
        kind
        cursor
        id
        row {
          ...MeetingRow
        }
      }
    }
  `,
  [MeetingRowFields],
);
