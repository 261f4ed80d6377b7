import './roster-live.ts';
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { onlyShared } from '../platform/live-source.ts';
import { addVolunteer } from './commands/add-volunteer.ts';
import { amendVolunteer } from './commands/amend-volunteer.ts';
import { endVolunteer } from './commands/end-volunteer.ts';
import { inviteVolunteer } from './commands/invite-volunteer.ts';
import { revealVolunteer } from './commands/reveal-volunteer.ts';
import { AddVolunteerInput, AmendVolunteerInput, OnVolunteerInput, RevealVolunteerInput } from './roster.inputs.ts';
import { readRevealed, readRoster, readRosterOfOrganisation, readRosterRow, readVolunteer } from './roster.queries.ts';
import { EndedVolunteer, RevealedVolunteer, RosterChange, RosterPage, RosterRow, VolunteerDetail } from './roster.types.ts';

/** Volunteers as their hosts and the Teams of the districts served see them. */
@Resolver()
export class RosterResolver {
  @Query(() => RosterPage, { description: 'Those who serve a district, or are held by it directly.' })
  roster(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<RosterPage> {
    return readRoster(ctx, district);
  }

  @Query(() => RosterPage)
  rosterOfOrganisation(@Ctx() ctx: Context, @Arg('organisation', () => ID) organisation: string): Promise<RosterPage> {
    return readRosterOfOrganisation(ctx, organisation);
  }

  @Query(() => VolunteerDetail)
  volunteerDetail(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<VolunteerDetail> {
    return readVolunteer(ctx, id);
  }

  @Subscription(() => RosterChange, { subscribe: onlyShared, description: 'Changes of `roster`; `after` is the cursor to go on from.' })
  rosterChanges(
    @Root() change: RosterChange,
    @Arg('district', () => ID) _district: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): RosterChange {
    return change;
  }

  @Mutation(() => RosterRow)
  async addVolunteer(@Ctx() ctx: Context, @Arg('input', () => AddVolunteerInput) input: AddVolunteerInput): Promise<RosterRow> {
    return readRosterRow(ctx, (await addVolunteer(ctx, input)).id);
  }

  @Mutation(() => RosterRow)
  async amendVolunteer(@Ctx() ctx: Context, @Arg('input', () => AmendVolunteerInput) input: AmendVolunteerInput): Promise<RosterRow> {
    return readRosterRow(ctx, (await amendVolunteer(ctx, input)).id);
  }

  @Mutation(() => RosterRow)
  async inviteVolunteer(@Ctx() ctx: Context, @Arg('input', () => OnVolunteerInput) input: OnVolunteerInput): Promise<RosterRow> {
    return readRosterRow(ctx, (await inviteVolunteer(ctx, input)).id);
  }

  @Mutation(() => EndedVolunteer)
  endVolunteer(@Ctx() ctx: Context, @Arg('input', () => OnVolunteerInput) input: OnVolunteerInput): Promise<EndedVolunteer> {
    return endVolunteer(ctx, input);
  }

  @Mutation(() => RevealedVolunteer)
  async revealVolunteer(
    @Ctx() ctx: Context,
    @Arg('input', () => RevealVolunteerInput) input: RevealVolunteerInput,
  ): Promise<RevealedVolunteer> {
    return readRevealed(ctx, await revealVolunteer(ctx, input));
  }
}
