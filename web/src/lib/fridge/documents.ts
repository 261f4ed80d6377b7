import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { PlaceLineFields } from '#lib/place/documents.ts';

const FridgeFields = graphql(
  `
    fragment FridgeFields on FridgeBoard @_unmask {
      cursor
      version
      refused
      homeMadeDays
      coldMax
      place {
        ...PlaceLineFields
      }
      shelves {
        id
        version
        name
        kind
        rank
        lastTakenAt
        temperature {
          degrees
          measuredAt
          isTooWarm
        }
        items {
          id
          version
          kind
          what
          amount
          unit
          madeOn
          staysUntil
          putAt
        }
      }
    }
  `,
  [PlaceLineFields],
);
export type Board = ResultOf<typeof FridgeFields>;
export type Shelf = Board['shelves'][number];
export type Food = Shelf['items'][number];

export const FridgeDocument = graphql(
  `
    query Fridge($placeId: ID!) {
      fridge(placeId: $placeId) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const FridgeChanges = graphql(
  `
    subscription FridgeChanges($placeId: ID!, $after: String) {
      fridgeChanges(placeId: $placeId, after: $after) {
        kind
        cursor
        board {
          ...FridgeFields
        }
      }
    }
  `,
  [FridgeFields],
);

export const TemperaturesDocument = graphql(`
  query FridgeTemperatures($placeId: ID!) {
    fridgeTemperatures(placeId: $placeId) {
      id
      shelfName
      degrees
      isTooWarm
      measuredAt
      measuredBy
    }
  }
`);
export type Temperature = ResultOf<typeof TemperaturesDocument>['fridgeTemperatures'][number];
export const PutFood = graphql(
  `
    mutation PutFood($input: PutFoodInput!) {
      board: putFood(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const TakeFood = graphql(
  `
    mutation TakeFood($input: TakeFoodInput!) {
      board: takeFood(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const PutFoodBack = graphql(
  `
    mutation PutFoodBack($input: PutFoodBackInput!) {
      board: putFoodBack(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const DiscardFood = graphql(
  `
    mutation DiscardFood($input: OnPlaceInput!) {
      board: discardFood(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const LogTemperature = graphql(
  `
    mutation LogTemperature($input: LogTemperatureInput!) {
      board: logTemperature(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const AmendFridge = graphql(
  `
    mutation AmendFridge($input: AmendFridgeInput!) {
      board: amendFridge(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const AddShelf = graphql(
  `
    mutation AddShelf($input: AddShelfInput!) {
      board: addShelf(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const AmendShelf = graphql(
  `
    mutation AmendShelf($input: AmendShelfInput!) {
      board: amendShelf(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
export const RemoveShelf = graphql(
  `
    mutation RemoveShelf($input: OnVersionInput!) {
      board: removeShelf(input: $input) {
        ...FridgeFields
      }
    }
  `,
  [FridgeFields],
);
