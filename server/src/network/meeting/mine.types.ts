import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Ballot, RsvpState } from '@ww/shared/network/terms';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';
import { BallotEnum, RsvpStateEnum } from '../network.enums.ts';

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
export class RevealedLink {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  link!: string;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;
}
