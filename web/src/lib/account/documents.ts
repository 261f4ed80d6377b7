import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const MeDocument = graphql(`
  query Me {
    me {
      personId
      displayName
      email
      sessionId
      networks
      grants {
        id
        role
        scope
      }
    }
  }
`);

export const DemoDocument = graphql(`
  query Demo {
    demo {
      enabled
      password
      trafficUntil
      people {
        email
        displayName
        role
        scope
        scopeName
      }
    }
  }
`);
export type Demo = ResultOf<typeof DemoDocument>['demo'];

export const SteerDemoTrafficDocument = graphql(`
  mutation SteerDemoTraffic($on: Boolean!) {
    steerDemoTraffic(on: $on) {
      trafficUntil
    }
  }
`);

export const DemoMailDocument = graphql(`
  query DemoMail {
    demo {
      enabled
    }
    demoMail {
      id
      to
      subject
      text
      sentAt
    }
  }
`);

export const InvitationDocument = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      name
      email
      district
      placeName
      role
    }
  }
`);
export type Invitation = ResultOf<typeof InvitationDocument>['invitation'];

export const AcceptInvitationDocument = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      id
    }
  }
`);

export const AskForLinkDocument = graphql(`
  mutation AskForLink($input: AskForLinkInput!) {
    askForLink(input: $input) {
      sent
    }
  }
`);

export const MySessionsDocument = graphql(`
  query MySessions {
    mySessions {
      id
      createdAt
      lastSeenAt
      expiresAt
      device
      current
    }
  }
`);
export type SessionRow = ResultOf<typeof MySessionsDocument>['mySessions'][number];

export const RevokeSessionDocument = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      id
    }
  }
`);

export const TeamDocument = graphql(`
  query Team($district: ID!) {
    team(district: $district) {
      grantId
      personId
      displayName
      email
      role
      since
    }
    invitations(district: $district) {
      id
      name
      email
      role
      expiresAt
      acceptedAt
    }
  }
`);
export type TeamView = ResultOf<typeof TeamDocument>;

export const InviteTeamMemberDocument = graphql(`
  mutation InviteTeamMember($input: InviteTeamMemberInput!) {
    inviteTeamMember(input: $input) {
      id
      email
    }
  }
`);

export const RemoveTeamMemberDocument = graphql(`
  mutation RemoveTeamMember($input: RemoveTeamMemberInput!) {
    removeTeamMember(input: $input) {
      id
    }
  }
`);
