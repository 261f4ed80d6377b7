import { Arg, Ctx, GraphQLISODateTime, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readMeeting } from '../meeting/meeting.queries.ts';
import { MeetingView } from '../meeting/meeting.types.ts';
import { OnNetworkInput } from '../network.inputs.ts';
import { endMeeting } from './commands/end-meeting.ts';
import { extendItem } from './commands/extend-item.ts';
import { nextItem } from './commands/next-item.ts';
import { noteItem } from './commands/note-item.ts';
import { parkItem } from './commands/park-item.ts';
import { previousItem } from './commands/previous-item.ts';
import { resumeItem } from './commands/resume-item.ts';
import { startMeeting } from './commands/start-meeting.ts';
import { takeLead } from './commands/take-lead.ts';
import { ExtendItemInput, NoteItemInput, ResumeItemInput, StepItemInput } from './live.inputs.ts';

/** Leading a meeting; each step answers with the meeting as it is after. */
@Resolver()
export class LeadResolver {
  @Query(() => GraphQLISODateTime, { description: "The server's clock, to the millisecond: every view of a meeting goes by it." })
  now(@Ctx() ctx: Context): Date {
    return ctx.services.clock.now();
  }

  @Mutation(() => MeetingView)
  async startMeeting(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await startMeeting(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async takeLead(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await takeLead(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async nextItem(@Ctx() ctx: Context, @Arg('input', () => StepItemInput) input: StepItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await nextItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async previousItem(@Ctx() ctx: Context, @Arg('input', () => StepItemInput) input: StepItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await previousItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async resumeItem(@Ctx() ctx: Context, @Arg('input', () => ResumeItemInput) input: ResumeItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await resumeItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async extendItem(@Ctx() ctx: Context, @Arg('input', () => ExtendItemInput) input: ExtendItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await extendItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async parkItem(@Ctx() ctx: Context, @Arg('input', () => StepItemInput) input: StepItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await parkItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async noteItem(@Ctx() ctx: Context, @Arg('input', () => NoteItemInput) input: NoteItemInput): Promise<MeetingView> {
    return readMeeting(ctx, (await noteItem(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async endMeeting(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await endMeeting(ctx, input)).id);
  }
}
