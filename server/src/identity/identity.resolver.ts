import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { askForLink } from './commands/ask-for-link.ts';
import { inviteTeamMember } from './commands/invite-team-member.ts';
import { removeTeamMember } from './commands/remove-team-member.ts';
import { revokeSession } from './commands/revoke-session.ts';
import {
  AcceptInvitationInput,
  AskForLinkInput,
  InviteTeamMemberInput,
  RemoveTeamMemberInput,
  RevokeSessionInput,
} from './identity.inputs.ts';
import { previewInvitation, readInvitation, readInvitations, readMe, readSessions, readTeam } from './identity.queries.ts';
import { AskedForLink, Done, InvitationPreview, Me, SessionView, TeamMember } from './identity.types.ts';
import { Invitation } from './invitation.entity.ts';

@Resolver()
export class IdentityResolver {
  @Query(() => Me, { nullable: true, description: 'Null when signed out.' })
  me(@Ctx() ctx: Context): Me | null {
    return readMe(ctx);
  }

  @Query(() => [SessionView])
  mySessions(@Ctx() ctx: Context): Promise<SessionView[]> {
    return readSessions(ctx);
  }

  @Query(() => [TeamMember])
  team(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<TeamMember[]> {
    return readTeam(ctx, district);
  }

  @Query(() => [Invitation])
  invitations(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<Invitation[]> {
    return readInvitations(ctx, district);
  }

  @Query(() => InvitationPreview)
  invitation(@Ctx() ctx: Context, @Arg('token', () => String) token: string): Promise<InvitationPreview> {
    return previewInvitation(ctx, token);
  }

  @Mutation(() => Invitation)
  async inviteTeamMember(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteTeamMemberInput) input: InviteTeamMemberInput,
  ): Promise<Invitation> {
    return readInvitation(ctx, await inviteTeamMember(ctx, input));
  }

  @Mutation(() => Done)
  acceptInvitation(@Ctx() ctx: Context, @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput): Promise<Done> {
    return acceptInvitation(ctx, input);
  }

  @Mutation(() => Done)
  removeTeamMember(@Ctx() ctx: Context, @Arg('input', () => RemoveTeamMemberInput) input: RemoveTeamMemberInput): Promise<Done> {
    return removeTeamMember(ctx, input);
  }

  @Mutation(() => Done)
  revokeSession(@Ctx() ctx: Context, @Arg('input', () => RevokeSessionInput) input: RevokeSessionInput): Promise<Done> {
    return revokeSession(ctx, input);
  }

  @Mutation(() => AskedForLink)
  askForLink(@Ctx() ctx: Context, @Arg('input', () => AskForLinkInput) input: AskForLinkInput): Promise<AskedForLink> {
    return askForLink(ctx, input);
  }
}
