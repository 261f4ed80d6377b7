import { graphql } from '#lib/graphql/schema.ts';
import { PlaceFields } from '#lib/place/documents.ts';

export const AmendPlace = graphql(
  `
    mutation AmendPlace($input: AmendPlaceInput!) {
      place: amendPlace(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);

export const PublishRules = graphql(
  `
    mutation PublishRules($input: PublishRulesInput!) {
      place: publishRules(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);

export const AddRoom = graphql(
  `
    mutation AddRoom($input: AddRoomInput!) {
      place: addRoom(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);

export const AmendRoom = graphql(
  `
    mutation AmendRoom($input: AmendRoomInput!) {
      place: amendRoom(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);

export const RetireRoom = graphql(
  `
    mutation RetireRoom($input: OnVersionInput!) {
      place: retireRoom(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);

export const SetHours = graphql(
  `
    mutation SetHours($input: SetHoursInput!) {
      place: setHours(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);

export const SetOpeningDay = graphql(
  `
    mutation SetOpeningDay($input: SetOpeningDayInput!) {
      place: setOpeningDay(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);

export const OpenPlace = graphql(
  `
    mutation OpenPlace($input: OpenPlaceInput!) {
      place: openPlace(input: $input) {
        ...PlaceFields
      }
    }
  `,
  [PlaceFields],
);
