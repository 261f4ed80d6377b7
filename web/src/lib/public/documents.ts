import { graphql } from '#lib/graphql/schema.ts';

export const SubmitRequestDocument = graphql(`
  mutation SubmitRequest($input: SubmitRequestInput!) {
    submitRequest(input: $input) {
      id
      number
      district
      code
    }
  }
`);

export const OwnRequestDocument = graphql(`
  query OwnRequest($code: String!) {
    ownRequest(code: $code) {
      cursor
      number
      district
      kind
      errand
      state
      words
      dueFrom
      dueTo
      createdAt
      triagedAt
      acceptedAt
      startedAt
      closedAt
      helperFirstName
      cancelReason
      version
      canAmend
      canWithdraw
    }
  }
`);

export const AmendOwnRequestDocument = graphql(`
  mutation AmendOwnRequest($input: AmendOwnRequestInput!) {
    amendOwnRequest(input: $input) {
      version
    }
  }
`);

export const WithdrawOwnRequestDocument = graphql(`
  mutation WithdrawOwnRequest($input: WithdrawOwnRequestInput!) {
    withdrawOwnRequest(input: $input) {
      version
    }
  }
`);

export const OwnRequestChangesDocument = graphql(`
  subscription OwnRequestChanges($code: String!, $after: String) {
    ownRequestChanges(code: $code, after: $after) {
      kind
      cursor
      steps {
        state
        triagedAt
        acceptedAt
        startedAt
        closedAt
        dueFrom
        dueTo
        version
        canAmend
        canWithdraw
      }
    }
  }
`);
