import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import { OnNetworkInput } from '../network.inputs.ts';

@InputType()
class MeetingDetailsInput extends OnNetworkInput {
  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: 'A place or a link must be there.' })
  place?: string | null;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  @Field(() => Int, { description: 'Planned length.' })
  minutes!: number;

  @Field(() => Int)
  seats!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'By itself the end of the day before.' })
  signUpUntil?: Date | null;

  @Field(() => String, { nullable: true, description: 'An https address; null for none, left out to keep the one that is there.' })
  link?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A room of a MAL of the district; when amending, null gives it back and left out it moves along.',
  })
  roomId?: string | null;
}

@InputType()
export class CallMeetingInput extends MeetingDetailsInput {
  @Field(() => ID)
  district!: string;
}

@InputType()
export class AmendMeetingInput extends MeetingDetailsInput {
  @Field(() => Int, { description: '`detailsVersion` of what was read.' })
  version!: number;

  @Field(() => [ID], { nullable: true, description: 'Sign-ups that were shown to lose their seat, as `losingSeats` says.' })
  losing?: string[] | null;
}

@InputType()
export class CancelMeetingInput extends OnNetworkInput {
  @Field(() => String, { description: 'Everybody who was told reads it.' })
  reason!: string;
}

@InputType()
export class SetDeputiesInput extends OnNetworkInput {
  @Field(() => [ID])
  people!: string[];
}

@InputType()
export class AnswerMeetingInput extends OnNetworkInput {
  @Field(() => Boolean)
  coming!: boolean;

  @Field(() => ID, { description: 'For which of their organisations.' })
  organisationId!: string;

  @Field(() => Boolean, { nullable: true, description: 'A Polish Sign Language interpreter.' })
  interpreter?: boolean;

  @Field(() => String, { nullable: true, description: 'What else they need to take part; left out to keep what was said before.' })
  needs?: string | null;
}

@InputType()
export class CheckInInput extends OnNetworkInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => ID, { nullable: true, description: 'Somebody of the Network; a guest goes by name.' })
  personId?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  organisation?: string | null;

  @Field(() => Boolean, { nullable: true })
  remote?: boolean;
}

@InputType()
export class CheckInMyselfInput extends OnNetworkInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => Boolean, { nullable: true })
  remote?: boolean;
}
