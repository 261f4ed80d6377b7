import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readMeeting } from '../meeting/meeting.queries.ts';
import { MeetingView } from '../meeting/meeting.types.ts';
import { OnNetworkInput } from '../network.inputs.ts';
import { addAction } from './commands/add-action.ts';
import { castBallot } from './commands/cast-ballot.ts';
import { endVoice } from './commands/end-voice.ts';
import { giveVoice } from './commands/give-voice.ts';
import { lowerHand } from './commands/lower-hand.ts';
import { putArrangement } from './commands/put-arrangement.ts';
import { raiseHand } from './commands/raise-hand.ts';
import { recountArrangement } from './commands/recount-arrangement.ts';
import { saveArrangement } from './commands/save-arrangement.ts';
import { withdrawArrangement } from './commands/withdraw-arrangement.ts';
import { AddActionInput, CastBallotInput, PutArrangementInput, RaiseHandInput, SaveArrangementInput } from './live.inputs.ts';

/** Voices, votes and what comes of them; each step answers with the meeting as it is after. */
@Resolver()
export class VoiceResolver {
  @Mutation(() => MeetingView)
  async raiseHand(@Ctx() ctx: Context, @Arg('input', () => RaiseHandInput) input: RaiseHandInput): Promise<MeetingView> {
    return readMeeting(ctx, (await raiseHand(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async lowerHand(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await lowerHand(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async giveVoice(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await giveVoice(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async endVoice(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await endVoice(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async putArrangement(@Ctx() ctx: Context, @Arg('input', () => PutArrangementInput) input: PutArrangementInput): Promise<MeetingView> {
    return readMeeting(ctx, (await putArrangement(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async castBallot(@Ctx() ctx: Context, @Arg('input', () => CastBallotInput) input: CastBallotInput): Promise<MeetingView> {
    return readMeeting(ctx, (await castBallot(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async recountArrangement(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await recountArrangement(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async saveArrangement(@Ctx() ctx: Context, @Arg('input', () => SaveArrangementInput) input: SaveArrangementInput): Promise<MeetingView> {
    return readMeeting(ctx, (await saveArrangement(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async withdrawArrangement(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await withdrawArrangement(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async addAction(@Ctx() ctx: Context, @Arg('input', () => AddActionInput) input: AddActionInput): Promise<MeetingView> {
    return readMeeting(ctx, (await addAction(ctx, input)).id);
  }
}
