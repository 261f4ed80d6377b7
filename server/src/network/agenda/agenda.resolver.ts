import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readMeeting } from '../meeting/meeting.queries.ts';
import { MeetingView } from '../meeting/meeting.types.ts';
import { OnNetworkInput } from '../network.inputs.ts';
import { AmendItemInput, AnswerItemInput, MoveItemInput, ProposeItemInput } from './agenda.inputs.ts';
import { amendItem } from './commands/amend-item.ts';
import { answerItem } from './commands/answer-item.ts';
import { moveItem } from './commands/move-item.ts';
import { proposeItem } from './commands/propose-item.ts';
import { withdrawItem } from './commands/withdraw-item.ts';

/** A meeting's agenda; each step answers with the meeting as it is after. */
@Resolver()
export class AgendaResolver {
  @Mutation(() => MeetingView)
  async proposeItem(@Ctx() ctx: Context, @Arg('input', () => ProposeItemInput) input: ProposeItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await proposeItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async amendItem(@Ctx() ctx: Context, @Arg('input', () => AmendItemInput) input: AmendItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await amendItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async answerItem(@Ctx() ctx: Context, @Arg('input', () => AnswerItemInput) input: AnswerItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await answerItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async moveItem(@Ctx() ctx: Context, @Arg('input', () => MoveItemInput) input: MoveItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await moveItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async withdrawItem(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await withdrawItem(ctx, input)).id);
  }
}
