import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { RsvpState } from '@ww/shared/network/terms';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';
import { RsvpStateEnum } from '../network.enums.ts';

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
export class RevealedNeeds {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  needs!: string | null;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;
}
