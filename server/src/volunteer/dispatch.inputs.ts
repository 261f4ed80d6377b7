import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import { DeclineReasonEnum, GateEnum } from './volunteer.enums.ts';

@InputType()
export class OverrideInput {
  @Field(() => GateEnum)
  gate!: string;

  @Field(() => String)
  reason!: string;
}

@InputType()
class AskInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID, { description: 'Of the new search.' })
  id!: string;

  @Field(() => ID)
  requestId!: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "The visit's window; by itself what is left of the request's due window.",
  })
  from?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  to?: Date | null;

  @Field(() => Int, { description: 'How long the asked have to answer.' })
  minutes!: number;
}

@InputType()
export class OfferRequestInput extends AskInput {
  @Field(() => ID, { nullable: true, description: 'Either a volunteer or a pool.' })
  volunteerId?: string | null;

  @Field(() => ID, { nullable: true })
  poolId?: string | null;

  @Field(() => [OverrideInput])
  overrides!: OverrideInput[];
}

@InputType()
export class StartWavesInput extends AskInput {
  @Field(() => Int, { description: 'People asked at once.' })
  size!: number;
}

@InputType()
export class StopDispatchInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID)
  id!: string;
}

@InputType({ description: 'What a volunteer said on the phone.' })
export class RecordAnswerInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID, { description: 'Of the offer.' })
  id!: string;

  @Field(() => Boolean)
  accepted!: boolean;

  @Field(() => DeclineReasonEnum, { nullable: true })
  reason?: string | null;
}

@InputType()
export class FillOfferInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  volunteerId!: string;
}
