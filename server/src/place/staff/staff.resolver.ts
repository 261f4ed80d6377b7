import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { readInvitation } from '../../identity/identity.queries.ts';
import { Done, TeamMember } from '../../identity/identity.types.ts';
import { Invitation } from '../../identity/invitation.entity.ts';
import type { Context } from '../../platform/context.ts';
import { invitePlaceStaff } from './commands/invite-place-staff.ts';
import { removePlaceStaff } from './commands/remove-place-staff.ts';
import { InvitePlaceStaffInput, RemovePlaceStaffInput } from './staff.inputs.ts';
import { readPlaceInvitations, readPlaceStaff } from './staff.queries.ts';

/** Who looks after a place. */
@Resolver()
export class StaffResolver {
  @Query(() => [TeamMember])
  placeStaff(@Ctx() ctx: Context, @Arg('placeId', () => ID) placeId: string): Promise<TeamMember[]> {
    return readPlaceStaff(ctx, placeId);
  }

  @Query(() => [Invitation], { description: 'Those that can still be accepted.' })
  placeInvitations(@Ctx() ctx: Context, @Arg('placeId', () => ID) placeId: string): Promise<Invitation[]> {
    return readPlaceInvitations(ctx, placeId);
  }

  @Mutation(() => Invitation)
  async invitePlaceStaff(
    @Ctx() ctx: Context,
    @Arg('input', () => InvitePlaceStaffInput) input: InvitePlaceStaffInput,
  ): Promise<Invitation> {
    return readInvitation(ctx, await invitePlaceStaff(ctx, input));
  }

  @Mutation(() => Done)
  removePlaceStaff(@Ctx() ctx: Context, @Arg('input', () => RemovePlaceStaffInput) input: RemovePlaceStaffInput): Promise<Done> {
    return removePlaceStaff(ctx, input);
  }
}
