import { Field, ID, InputType, Int } from 'type-graphql';
import { BallotEnum } from '../network.enums.ts';
import { OnNetworkInput } from '../network.inputs.ts';

@InputType()
export class StepItemInput extends OnNetworkInput {
  @Field(() => ID, { nullable: true, description: 'The item that was seen as current: two who press at once go on by one.' })
  from?: string | null;
}

@InputType()
export class ExtendItemInput extends StepItemInput {
  @Field(() => Int)
  minutes!: number;
}

@InputType()
export class ResumeItemInput extends StepItemInput {
  @Field(() => ID)
  itemId!: string;
}

@InputType()
export class NoteItemInput extends OnNetworkInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int, { description: "The item's." })
  version!: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class RaiseHandInput extends OnNetworkInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => Boolean, { nullable: true })
  remote?: boolean;
}

@InputType()
export class PutArrangementInput extends OnNetworkInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => String)
  text!: string;
}

@InputType()
export class CastBallotInput extends OnNetworkInput {
  @Field(() => Int)
  round!: number;

  @Field(() => BallotEnum)
  ballot!: string;
}

@InputType()
export class SaveArrangementInput extends OnNetworkInput {
  @Field(() => Int)
  round!: number;

  @Field(() => Int)
  for!: number;

  @Field(() => Int)
  against!: number;

  @Field(() => Int)
  abstained!: number;
}

@InputType()
export class AddActionInput extends OnNetworkInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => String)
  text!: string;

  @Field(() => ID)
  ownerId!: string;

  @Field(() => String, { description: 'A day of Warsaw’s calendar.' })
  due!: string;
}
