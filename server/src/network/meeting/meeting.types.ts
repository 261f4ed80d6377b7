import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { BookingState } from '@ww/shared/place/terms';
import type { MeetingState, MinutesState } from '@ww/shared/network/terms';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';
import { AgendaItemView } from '../agenda/agenda.types.ts';
import { ArrangementView, SpeakerView } from '../live/live.types.ts';
import { ActionView } from '../minutes/action.types.ts';
import { BookingStateEnum } from '../../place/place.enums.ts';
import { MeetingStateEnum, MinutesStateEnum } from '../network.enums.ts';

@ObjectType({ description: 'A meeting as everybody in the Network may see it; a draft only as its coordinators may.' })
export class MeetingRow {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Rises with anything in the meeting.' })
  version!: number;

  @Field(() => Int, { description: 'Of the details, for editing them.' })
  detailsVersion!: number;

  @Field(() => ID)
  district!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => Boolean, { description: 'Whether it has a link for taking part online.' })
  online!: boolean;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;

  @Field(() => Int)
  seats!: number;

  @Field(() => GraphQLISODateTime)
  signUpUntil!: Date;

  @Field(() => MeetingStateEnum)
  state!: MeetingState;

  @Field(() => String, { nullable: true })
  cancelReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was to start before it was moved.' })
  movedFrom!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  startedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int)
  accepted!: number;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int, { description: 'Minutes that the agenda plans.' })
  plannedMinutes!: number;

  @Field(() => Int, { description: 'Proposals for the agenda that wait for an answer.' })
  proposals!: number;

  @Field(() => MinutesStateEnum, { nullable: true })
  minutes!: MinutesState | null;
}

@ObjectType()
export class MeetingPage {
  @Field(() => String)
  cursor!: string;

  @Field(() => [MeetingRow], { description: 'Those ahead or under way, the next one first; then those that are over, the last one first.' })
  rows!: MeetingRow[];
}

@ObjectType()
export class MeetingsChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => MeetingRow, { nullable: true })
  row!: MeetingRow | null;
}

@ObjectType()
export class MeetingPersonName {
  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'The room that a meeting took at a MAL.' })
export class MeetingRoom {
  @Field(() => ID)
  roomId!: string;

  @Field(() => String)
  roomName!: string;

  @Field(() => String)
  placeName!: string;

  @Field(() => BookingStateEnum, { description: '`REQUESTED` while the staff have not answered.' })
  state!: BookingState;

  @Field(() => Boolean, { description: 'The place is closed then.' })
  isSuspended!: boolean;
}

@ObjectType({ description: 'Everything that is seen of one meeting by everybody in the Network, at one moment.' })
export class MeetingView {
  @Field(() => String)
  cursor!: string;

  @Field(() => MeetingRow)
  row!: MeetingRow;

  @Field(() => MeetingRoom, { nullable: true, description: 'The latest room of a MAL that it took; also one that was refused.' })
  room!: MeetingRoom | null;

  @Field(() => [String], { description: 'Organisations that somebody comes for.' })
  organisations!: string[];

  @Field(() => Int, { description: 'People who are there, in the room and online.' })
  present!: number;

  @Field(() => MeetingPersonName, { nullable: true })
  leader!: MeetingPersonName | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  leaderSince!: Date | null;

  @Field(() => [MeetingPersonName], { description: "Who may lead besides the district's coordinators." })
  deputies!: MeetingPersonName[];

  @Field(() => [AgendaItemView], { description: "In the agenda's order, with proposals and those that were refused." })
  items!: AgendaItemView[];

  @Field(() => [SpeakerView], { description: 'Who speaks, then who waits, in the order of raising a hand.' })
  speakers!: SpeakerView[];

  @Field(() => [ArrangementView])
  arrangements!: ArrangementView[];

  @Field(() => [ActionView], { description: 'What was given out in this meeting.' })
  actions!: ActionView[];

  @Field(() => [ActionView], { description: 'What is still to be done since the earlier meetings.' })
  followUps!: ActionView[];
}

@ObjectType()
export class MeetingChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => MeetingView, { nullable: true })
  meeting!: MeetingView | null;
}
