import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const DayFields = graphql(`
  fragment Day on MyDay @_unmask {
    cursor
    volunteerId
    displayName
    dutyUntil
    offers {
      id
      kind
      errand
      district
      fromAt
      toAt
      minutes
      expiresAt
      othersAsked
      state
    }
    tasks {
      id
      number
      district
      kind
      errand
      state
      fromAt
      toAt
      endedAt
      minutes
      version
      undoableUntil
    }
    tally {
      weekMinutes
      weeklyMinutes
      totalMinutes
      since
    }
  }
`);
export type Day = ResultOf<typeof DayFields>;
export type Offer = Day['offers'][number];
export type Task = Day['tasks'][number];

export const MyDay = graphql(
  `
    query MyDay {
      myDay {
        ...Day
      }
    }
  `,
  [DayFields],
);

export const MyDayChanges = graphql(
  `
    subscription MyDayChanges($after: String) {
      myDayChanges(after: $after) {
        kind
        cursor
        day {
          ...Day
        }
      }
    }
  `,
  [DayFields],
);

export const MyHours = graphql(`
  query MyHours {
    myHours {
      taskId
      endedAt
      kind
      errand
      district
      minutes
    }
  }
`);
export type HoursEntry = ResultOf<typeof MyHours>['myHours'][number];
