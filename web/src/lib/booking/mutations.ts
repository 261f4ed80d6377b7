import { graphql } from '#lib/graphql/schema.ts';

export const ProveEmailDocument = graphql(`
  mutation ProveEmail($input: ProveEmailInput!) {
    proveEmail(input: $input)
  }
`);
export const RequestBookingDocument = graphql(`
  mutation RequestBooking($input: RequestBookingInput!) {
    requestBooking(input: $input) {
      id
      code
    }
  }
`);
export const BookForOrganisationDocument = graphql(`
  mutation BookForOrganisation($input: BookForOrganisationInput!) {
    bookForOrganisation(input: $input) {
      id
      state
    }
  }
`);
export const MoveTheirBookingDocument = graphql(`
  mutation MoveTheirBooking($input: MoveBookingInput!) {
    moveBooking(input: $input) {
      id
      version
    }
  }
`);
export const WithdrawTheirBookingDocument = graphql(`
  mutation WithdrawTheirBooking($input: WithdrawBookingInput!) {
    withdrawBooking(input: $input) {
      id
      version
    }
  }
`);
