import { Field, ID, InputType, Int } from 'type-graphql';
import { DeclineReasonEnum, ReturnReasonEnum } from './volunteer.enums.ts';

@InputType()
export class OnOfferInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID)
  id!: string;
}

@InputType()
export class DeclineOfferInput extends OnOfferInput {
  @Field(() => DeclineReasonEnum, { nullable: true })
  reason?: string | null;
}

@InputType()
export class OnTaskInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID)
  id!: string;
}

@InputType()
export class FinishTaskInput extends OnTaskInput {
  @Field(() => Int, { nullable: true, description: 'Minutes worked; by itself as long as it was on the way, or as planned.' })
  minutes?: number | null;
}

@InputType()
export class ReturnTaskInput extends OnTaskInput {
  @Field(() => ReturnReasonEnum)
  reason!: string;
}

@InputType()
export class UndoTaskInput extends OnTaskInput {
  @Field(() => Int)
  version!: number;
}
