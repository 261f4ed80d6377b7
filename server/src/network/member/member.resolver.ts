import './member-live.ts';
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { onlyShared } from '../../platform/live-source.ts';
import { answerMembership } from './commands/answer-membership.ts';
import { askToJoin } from './commands/ask-to-join.ts';
import { describeMember } from './commands/describe-member.ts';
import { endMembership } from './commands/end-membership.ts';
import { inviteOrganisation } from './commands/invite-organisation.ts';
import { revealMember } from './commands/reveal-member.ts';
import { setNetwork } from './commands/set-network.ts';
import { AnswerMembershipInput, DescribeMemberInput, JoinNetworkInput, OnMembershipInput, SetNetworkInput } from './member.inputs.ts';
import { readMember, readMyMemberships, readNetwork, readNetworkMembers, readNetworks, readRevealed } from './member.queries.ts';
import { NetworkMemberChange, NetworkMemberPage, NetworkMemberRow, NetworkSettings, NetworkView, RevealedMember } from './member.types.ts';

/** Who is in a district's Network of volunteering coordinators, and how an organisation comes and goes. */
@Resolver()
export class MemberResolver {
  @Query(() => NetworkView)
  network(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<NetworkView> {
    return readNetwork(ctx, district);
  }

  @Query(() => [NetworkSettings], { description: 'Of all districts, whether one runs there or not.' })
  networks(@Ctx() ctx: Context): Promise<NetworkSettings[]> {
    return readNetworks(ctx);
  }

  @Query(() => NetworkMemberPage, { description: 'Who is inside; for who admits also who asks and who was asked.' })
  networkMembers(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<NetworkMemberPage> {
    return readNetworkMembers(ctx, district);
  }

  @Query(() => NetworkMemberPage, { description: 'Of the organisations that the caller coordinates, in whatever state.' })
  myMemberships(@Ctx() ctx: Context): Promise<NetworkMemberPage> {
    return readMyMemberships(ctx);
  }

  @Subscription(() => NetworkMemberChange, {
    subscribe: onlyShared,
    description: 'Changes of `networkMembers`; `after` is the cursor to go on from.',
  })
  networkMembersChanges(
    @Root() change: NetworkMemberChange,
    @Arg('district', () => ID) _district: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): NetworkMemberChange {
    return change;
  }

  @Subscription(() => NetworkMemberChange, { subscribe: onlyShared, description: 'Changes of state of `myMemberships`.' })
  myMembershipChanges(
    @Root() change: NetworkMemberChange,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): NetworkMemberChange {
    return change;
  }

  @Mutation(() => NetworkView)
  async setNetwork(@Ctx() ctx: Context, @Arg('input', () => SetNetworkInput) input: SetNetworkInput): Promise<NetworkView> {
    return readNetwork(ctx, (await setNetwork(ctx, input)).district, 'network.set');
  }

  @Mutation(() => NetworkMemberRow)
  async inviteOrganisation(@Ctx() ctx: Context, @Arg('input', () => JoinNetworkInput) input: JoinNetworkInput): Promise<NetworkMemberRow> {
    return readMember(ctx, (await inviteOrganisation(ctx, input)).id);
  }

  @Mutation(() => NetworkMemberRow)
  async askToJoin(@Ctx() ctx: Context, @Arg('input', () => JoinNetworkInput) input: JoinNetworkInput): Promise<NetworkMemberRow> {
    return readMember(ctx, (await askToJoin(ctx, input)).id);
  }

  @Mutation(() => NetworkMemberRow, { description: 'By who was asked: the district’s coordinator, or the organisation.' })
  async answerMembership(
    @Ctx() ctx: Context,
    @Arg('input', () => AnswerMembershipInput) input: AnswerMembershipInput,
  ): Promise<NetworkMemberRow> {
    return readMember(ctx, (await answerMembership(ctx, input)).id);
  }

  @Mutation(() => NetworkMemberRow, { description: 'Also takes back a question that is open.' })
  async endMembership(@Ctx() ctx: Context, @Arg('input', () => OnMembershipInput) input: OnMembershipInput): Promise<NetworkMemberRow> {
    return readMember(ctx, (await endMembership(ctx, input)).id);
  }

  @Mutation(() => NetworkMemberRow)
  async describeMember(
    @Ctx() ctx: Context,
    @Arg('input', () => DescribeMemberInput) input: DescribeMemberInput,
  ): Promise<NetworkMemberRow> {
    return readMember(ctx, (await describeMember(ctx, input)).id);
  }

  @Mutation(() => RevealedMember)
  async revealMember(@Ctx() ctx: Context, @Arg('input', () => OnMembershipInput) input: OnMembershipInput): Promise<RevealedMember> {
    return readRevealed(ctx, await revealMember(ctx, input));
  }
}
