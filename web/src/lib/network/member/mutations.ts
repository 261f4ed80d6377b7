import { graphql, type ResultOf } from '#lib/graphql/schema.ts';
import { MemberFields } from './documents.ts';

export const InviteOrganisation = graphql(
  `
    mutation InviteOrganisation($input: JoinNetworkInput!) {
      row: inviteOrganisation(input: $input) {
        ...MemberFields
      }
    }
  `,
  [MemberFields],
);
export const AskToJoin = graphql(
  `
    mutation AskToJoin($input: JoinNetworkInput!) {
      row: askToJoin(input: $input) {
        ...MemberFields
      }
    }
  `,
  [MemberFields],
);
export const AnswerMembership = graphql(
  `
    mutation AnswerMembership($input: AnswerMembershipInput!) {
      row: answerMembership(input: $input) {
        ...MemberFields
      }
    }
  `,
  [MemberFields],
);
export const EndMembership = graphql(
  `
    mutation EndMembership($input: OnMembershipInput!) {
      row: endMembership(input: $input) {
        ...MemberFields
      }
    }
  `,
  [MemberFields],
);
export const DescribeMember = graphql(
  `
    mutation DescribeMember($input: DescribeMemberInput!) {
      row: describeMember(input: $input) {
        ...MemberFields
      }
    }
  `,
  [MemberFields],
);
export const RevealMember = graphql(`
  mutation RevealMember($input: OnMembershipInput!) {
    reached: revealMember(input: $input) {
      id
      name
      email
      phone
    }
  }
`);
export type Reached = ResultOf<typeof RevealMember>['reached'];
export const SetNetwork = graphql(`
  mutation SetNetwork($input: SetNetworkInput!) {
    network: setNetwork(input: $input) {
      district
      enabled
      unansweredDays
      version
      members
    }
  }
`);
