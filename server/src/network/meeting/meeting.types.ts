import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Ballot, MeetingState, MinutesState, RsvpState } from '@ww/shared/network/terms';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';
import { AgendaItemView } from '../agenda/agenda.types.ts';
import { ArrangementView, SpeakerView } from '../live/live.types.ts';
import { ActionView } from '../minutes/action.types.ts';
import { BallotEnum, MeetingStateEnum, MinutesStateEnum, RsvpStateEnum } from '../network.enums.ts';

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

@ObjectType({ description: 'Everything that is seen of one meeting by everybody in the Network, at one moment.' })
export class MeetingView {
  @Field(() => String)
  cursor!: string;

  @Field(() => MeetingRow)
  row!: MeetingRow;

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

@ObjectType()
export class MyRsvp {
  @Field(() => ID)
  id!: string;

  @Field(() => RsvpStateEnum)
  state!: RsvpState;

  @Field(() => Int, { nullable: true, description: 'Place in the waiting list, from 1.' })
  waitingPlace!: number | null;

  @Field(() => ID)
  organisationId!: string;

  @Field(() => Boolean)
  interpreter!: boolean;

  @Field(() => Boolean)
  interpreterLate!: boolean;

  @Field(() => Boolean)
  hasNeeds!: boolean;
}

@ObjectType()
export class MyBallot {
  @Field(() => ID)
  arrangementId!: string;

  @Field(() => BallotEnum)
  ballot!: Ballot;
}

@ObjectType({ description: "A meeting as far as it is the caller's own." })
export class MyMeeting {
  @Field(() => String)
  cursor!: string;

  @Field(() => MyRsvp, { nullable: true })
  rsvp!: MyRsvp | null;

  @Field(() => ID, { nullable: true, description: 'Of the own check-in.' })
  attendanceId!: string | null;

  @Field(() => MyBallot, { nullable: true, description: 'In the vote that is going on.' })
  ballot!: MyBallot | null;
}

@ObjectType()
export class MyMeetingChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => MyMeeting, { nullable: true })
  mine!: MyMeeting | null;
}

@ObjectType()
export class MeetingGuest {
  @Field(() => ID, { nullable: true, description: 'Of the sign-up; nothing for whoever came without.' })
  rsvpId!: string | null;

  @Field(() => ID, { nullable: true })
  personId!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  organisation!: string | null;

  @Field(() => RsvpStateEnum, { nullable: true })
  state!: RsvpState | null;

  @Field(() => Int, { nullable: true })
  waitingPlace!: number | null;

  @Field(() => Boolean)
  interpreter!: boolean;

  @Field(() => Boolean, { description: 'Asked for with less than three working days’ notice.' })
  interpreterLate!: boolean;

  @Field(() => Boolean)
  hasNeeds!: boolean;

  @Field(() => ID, { nullable: true })
  attendanceId!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  arrivedAt!: Date | null;

  @Field(() => Boolean)
  remote!: boolean;
}

@ObjectType({ description: 'Who signed up and who came, for whoever prepares the meeting.' })
export class MeetingPeople {
  @Field(() => String)
  cursor!: string;

  @Field(() => [MeetingGuest], {
    description: 'Those with a seat, then those who wait in their order, then those who decline or came without.',
  })
  guests!: MeetingGuest[];
}

@ObjectType()
export class MeetingPeopleChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => MeetingPeople, { nullable: true })
  people!: MeetingPeople | null;
}

@ObjectType()
export class RevealedLink {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  link!: string;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;
}

@ObjectType()
export class RevealedNeeds {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  needs!: string | null;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;
}
