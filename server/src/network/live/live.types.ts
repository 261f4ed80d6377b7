import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { ArrangementState, SpeakerState } from '@ww/shared/network/terms';
import { ArrangementStateEnum, SpeakerStateEnum } from '../network.enums.ts';

@ObjectType()
export class SpeakerView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  organisation!: string | null;

  @Field(() => Boolean)
  remote!: boolean;

  @Field(() => SpeakerStateEnum)
  state!: SpeakerState;

  @Field(() => GraphQLISODateTime)
  raisedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  spokeFrom!: Date | null;
}

@ObjectType({ description: 'An arrangement; while it is voted on, its numbers are the hands shown so far.' })
export class ArrangementView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true })
  itemId!: string | null;

  @Field(() => String)
  text!: string;

  @Field(() => ArrangementStateEnum)
  state!: ArrangementState;

  @Field(() => Int)
  round!: number;

  @Field(() => Int)
  for!: number;

  @Field(() => Int)
  against!: number;

  @Field(() => Int)
  abstained!: number;

  @Field(() => GraphQLISODateTime, { nullable: true })
  savedAt!: Date | null;
}
