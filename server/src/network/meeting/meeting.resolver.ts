import './meeting-live.ts';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { onlyShared } from '../../platform/live-source.ts';
import { OnNetworkInput } from '../network.inputs.ts';
import { amendMeeting } from './commands/amend-meeting.ts';
import { answerMeeting } from './commands/answer-meeting.ts';
import { callMeeting } from './commands/call-meeting.ts';
import { cancelMeeting } from './commands/cancel-meeting.ts';
import { checkIn } from './commands/check-in.ts';
import { checkInMyself } from './commands/check-in-myself.ts';
import { publishMeeting } from './commands/publish-meeting.ts';
import { revealLink } from './commands/reveal-link.ts';
import { revealNeeds } from './commands/reveal-needs.ts';
import { setDeputies } from './commands/set-deputies.ts';
import { undoCheckIn } from './commands/undo-check-in.ts';
import { readGuests, readLosingSeats } from './guests.queries.ts';
import { readRevealedLink, readRevealedNeeds } from './link.queries.ts';
import {
  AmendMeetingInput,
  AnswerMeetingInput,
  CallMeetingInput,
  CancelMeetingInput,
  CheckInInput,
  CheckInMyselfInput,
  SetDeputiesInput,
} from './meeting.inputs.ts';
import { readMeeting, readMeetings } from './meeting.queries.ts';
import { MeetingGuest, MeetingPeople, MeetingPeopleChange, RevealedNeeds } from './guests.types.ts';
import { MeetingChange, MeetingPage, MeetingsChange, MeetingView } from './meeting.types.ts';
import { MyMeeting, MyMeetingChange, RevealedLink } from './mine.types.ts';
import { readMyMeeting } from './mine.queries.ts';

/** Meetings of a district's Network, who comes to them, and what is seen of them live; each step answers with the meeting as it is after. */
@Resolver()
export class MeetingResolver {
  @Query(() => MeetingPage)
  meetings(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<MeetingPage> {
    return readMeetings(ctx, district);
  }

  @Query(() => MeetingView)
  meeting(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<MeetingView> {
    return readMeeting(ctx, id);
  }

  @Query(() => MyMeeting)
  myMeeting(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<MyMeeting> {
    return readMyMeeting(ctx, id);
  }

  @Query(() => MeetingPeople)
  meetingPeople(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<MeetingPeople> {
    return readGuests(ctx, id);
  }

  @Query(() => [MeetingGuest], { description: 'Who would lose their seat, were there only so many.' })
  losingSeats(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('seats', () => Int) seats: number): Promise<MeetingGuest[]> {
    return readLosingSeats(ctx, id, seats);
  }

  @Subscription(() => MeetingsChange, { subscribe: onlyShared })
  meetingsChanges(
    @Root() change: MeetingsChange,
    @Arg('district', () => ID) _district: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): MeetingsChange {
    return change;
  }

  @Subscription(() => MeetingChange, { subscribe: onlyShared })
  meetingChanges(
    @Root() change: MeetingChange,
    @Arg('id', () => ID) _id: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): MeetingChange {
    return change;
  }

  @Subscription(() => MeetingPeopleChange, { subscribe: onlyShared })
  meetingPeopleChanges(
    @Root() change: MeetingPeopleChange,
    @Arg('id', () => ID) _id: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): MeetingPeopleChange {
    return change;
  }

  @Subscription(() => MyMeetingChange, { subscribe: onlyShared })
  myMeetingChanges(
    @Root() change: MyMeetingChange,
    @Arg('id', () => ID) _id: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): MyMeetingChange {
    return change;
  }

  @Mutation(() => MeetingView)
  async callMeeting(@Ctx() ctx: Context, @Arg('input', () => CallMeetingInput) input: CallMeetingInput): Promise<MeetingView> {
    return readMeeting(ctx, (await callMeeting(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async amendMeeting(@Ctx() ctx: Context, @Arg('input', () => AmendMeetingInput) input: AmendMeetingInput): Promise<MeetingView> {
    return readMeeting(ctx, (await amendMeeting(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async publishMeeting(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await publishMeeting(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async cancelMeeting(@Ctx() ctx: Context, @Arg('input', () => CancelMeetingInput) input: CancelMeetingInput): Promise<MeetingView> {
    return readMeeting(ctx, (await cancelMeeting(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async setDeputies(@Ctx() ctx: Context, @Arg('input', () => SetDeputiesInput) input: SetDeputiesInput): Promise<MeetingView> {
    return readMeeting(ctx, (await setDeputies(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async answerMeeting(@Ctx() ctx: Context, @Arg('input', () => AnswerMeetingInput) input: AnswerMeetingInput): Promise<MeetingView> {
    return readMeeting(ctx, (await answerMeeting(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async checkIn(@Ctx() ctx: Context, @Arg('input', () => CheckInInput) input: CheckInInput): Promise<MeetingView> {
    return readMeeting(ctx, (await checkIn(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async checkInMyself(@Ctx() ctx: Context, @Arg('input', () => CheckInMyselfInput) input: CheckInMyselfInput): Promise<MeetingView> {
    return readMeeting(ctx, (await checkInMyself(ctx, input)).id);
  }

  @Mutation(() => MeetingView)
  async undoCheckIn(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<MeetingView> {
    return readMeeting(ctx, (await undoCheckIn(ctx, input)).id);
  }

  @Mutation(() => RevealedLink)
  async revealLink(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<RevealedLink> {
    return readRevealedLink(ctx, await revealLink(ctx, input));
  }

  @Mutation(() => RevealedNeeds)
  async revealNeeds(@Ctx() ctx: Context, @Arg('input', () => OnNetworkInput) input: OnNetworkInput): Promise<RevealedNeeds> {
    return readRevealedNeeds(ctx, await revealNeeds(ctx, input));
  }
}
