import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const AvailabilityFields = graphql(`
  fragment AvailabilityFields on AvailabilityView @_unmask {
    volunteerId
    version
    dutyUntil
    weekly {
      weekday
      from
      to
    }
    exceptions {
      day
      hours {
        from
        to
      }
    }
    absences {
      id
      from
      to
    }
  }
`);
export type Availability = ResultOf<typeof AvailabilityFields>;

export const MyAvailability = graphql(
  `
    query MyAvailability {
      myAvailability {
        ...AvailabilityFields
      }
    }
  `,
  [AvailabilityFields],
);
export const SetAvailability = graphql(
  `
    mutation SetAvailability($input: SetAvailabilityInput!) {
      availability: setAvailability(input: $input) {
        ...AvailabilityFields
      }
    }
  `,
  [AvailabilityFields],
);
export const AddAbsence = graphql(
  `
    mutation AddAbsence($input: AddAbsenceInput!) {
      availability: addAbsence(input: $input) {
        ...AvailabilityFields
      }
    }
  `,
  [AvailabilityFields],
);
export const RemoveAbsence = graphql(
  `
    mutation RemoveAbsence($input: RemoveAbsenceInput!) {
      availability: removeAbsence(input: $input) {
        ...AvailabilityFields
      }
    }
  `,
  [AvailabilityFields],
);
