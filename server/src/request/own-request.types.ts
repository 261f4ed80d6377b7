import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { CancelReason, Errand, Kind } from '@ww/shared/request/kinds';
import type { State } from '@ww/shared/request/transitions';
import type { ChangeKind } from '../platform/live-source.ts';
import { CancelReasonEnum, ChangeKindEnum, ErrandEnum, KindEnum, StateEnum } from './request.enums.ts';

@ObjectType()
abstract class Steps {
  @Field(() => Int)
  number!: number;

  @Field(() => StateEnum)
  state!: State;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  triagedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  acceptedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  startedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  dueFrom!: Date | null;

  @Field(() => GraphQLISODateTime)
  dueTo!: Date;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean)
  canAmend!: boolean;

  @Field(() => Boolean)
  canWithdraw!: boolean;
}

@ObjectType({ description: "A resident's own request in steps: all that crosses the socket." })
export class OwnSteps extends Steps {}

@ObjectType({ description: "A resident's own request, by code: its steps and what they wrote themselves, never staff's notes." })
export class OwnRequest extends Steps {
  @Field(() => String)
  cursor!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => KindEnum)
  kind!: Kind;

  @Field(() => ErrandEnum, { nullable: true })
  errand!: Errand | null;

  @Field(() => String)
  words!: string;

  @Field(() => String, { nullable: true })
  helperFirstName!: string | null;

  @Field(() => CancelReasonEnum, { nullable: true })
  cancelReason!: CancelReason | null;
}

@ObjectType()
export class OwnChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => OwnSteps, { nullable: true })
  steps!: OwnSteps | null;
}

@ObjectType()
export class Submitted {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => ID)
  district!: string;

  @Field(() => String, { description: 'The resident’s code; shown once.' })
  code!: string;
}
