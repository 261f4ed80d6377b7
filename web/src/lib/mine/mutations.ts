import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { DayFields } from './documents.ts';

export const Accept = graphql(
  `
    mutation Accept($input: OnOfferInput!) {
      day: acceptOffer(input: $input) {
        ...Day
      }
    }
  `,
  [DayFields],
);
export const Decline = graphql(
  `
    mutation Decline($input: DeclineOfferInput!) {
      day: declineOffer(input: $input) {
        ...Day
      }
    }
  `,
  [DayFields],
);
export const SetOut = graphql(
  `
    mutation SetOut($input: OnTaskInput!) {
      day: startTask(input: $input) {
        ...Day
      }
    }
  `,
  [DayFields],
);
export const FinishTask = graphql(
  `
    mutation FinishTask($input: FinishTaskInput!) {
      day: finishTask(input: $input) {
        ...Day
      }
    }
  `,
  [DayFields],
);
export const ReturnTask = graphql(
  `
    mutation ReturnTask($input: ReturnTaskInput!) {
      day: returnTask(input: $input) {
        ...Day
      }
    }
  `,
  [DayFields],
);
export const UndoTask = graphql(
  `
    mutation UndoTask($input: UndoTaskInput!) {
      day: undoTask(input: $input) {
        ...Day
      }
    }
  `,
  [DayFields],
);

export const SetDuty = graphql(`
  mutation SetDuty($input: SetDutyInput!) {
    setDuty(input: $input) {
      dutyUntil
    }
  }
`);

export const RevealTask = graphql(`
  mutation RevealTask($input: OnTaskInput!) {
    revealTask(input: $input) {
      id
      revealedAt
      words
      person {
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
    }
  }
`);
export type RevealedTask = ResultOf<typeof RevealTask>['revealTask'];
