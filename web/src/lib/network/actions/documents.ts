import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { ActionFields } from '../meeting/documents.ts';

const MyActionsFields = graphql(
  `
    fragment MyActions on MyActions @_unmask {
      cursor
      actions {
        ...Action
      }
    }
  `,
  [ActionFields],
);
export type MyActions = ResultOf<typeof MyActionsFields>;

export const MyActionsDocument = graphql(
  `
    query MyActions {
      myActions {
        ...MyActions
      }
    }
  `,
  [MyActionsFields],
);

export const MyActionsChanges = graphql(
  `
    subscription MyActionsChanges($after: String) {
      myActionsChanges(after: $after) {
        kind
        cursor
        mine {
          ...MyActions
        }
      }
    }
  `,
  [MyActionsFields],
);

export const FinishAction = graphql(
  `
    mutation FinishAction($input: FinishActionInput!) {
      mine: finishAction(input: $input) {
        ...MyActions
      }
    }
  `,
  [MyActionsFields],
);
