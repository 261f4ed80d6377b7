import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Errand, Kind } from '@ww/shared/request/kinds';
import type { Gate } from '@ww/shared/volunteer/gates';
import type { DeclineReason, DispatchState, OfferState, ReturnReason, TaskState } from '@ww/shared/volunteer/terms';
import { ErrandEnum, KindEnum } from '../request/request.enums.ts';
import { DeclineReasonEnum, DispatchStateEnum, GateEnum, OfferStateEnum, ReturnReasonEnum, TaskStateEnum } from './volunteer.enums.ts';

@ObjectType()
export class OverrideView {
  @Field(() => GateEnum)
  gate!: Gate;

  @Field(() => String)
  reason!: string;
}

@ObjectType()
export class OfferView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true })
  volunteerId!: string | null;

  @Field(() => ID, { nullable: true })
  poolId!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the volunteer; missing for a pool.' })
  displayName!: string | null;

  @Field(() => String, { nullable: true })
  organisationName!: string | null;

  @Field(() => Int)
  wave!: number;

  @Field(() => OfferStateEnum)
  state!: OfferState;

  @Field(() => GraphQLISODateTime)
  offeredAt!: Date;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => DeclineReasonEnum, { nullable: true })
  declineReason!: DeclineReason | null;

  @Field(() => [OverrideView])
  overrides!: OverrideView[];
}

@ObjectType({ description: 'A search for somebody to help.' })
export class DispatchView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  requestId!: string;

  @Field(() => DispatchStateEnum)
  state!: DispatchState;

  @Field(() => Boolean)
  inWaves!: boolean;

  @Field(() => Int)
  wave!: number;

  @Field(() => Int)
  waveSize!: number;

  @Field(() => Int)
  waveMinutes!: number;

  @Field(() => GraphQLISODateTime)
  fromAt!: Date;

  @Field(() => GraphQLISODateTime)
  toAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the open offers expire and, in waves, the next people are asked.' })
  nextAt!: Date;

  @Field(() => GraphQLISODateTime)
  startedAt!: Date;

  @Field(() => String)
  startedByName!: string;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => [OfferView])
  offers!: OfferView[];
}

@ObjectType({ description: 'Who took the request on, as staff see it.' })
export class TaskView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  volunteerId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String, { nullable: true })
  organisationName!: string | null;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => GraphQLISODateTime)
  fromAt!: Date;

  @Field(() => GraphQLISODateTime)
  toAt!: Date;

  @Field(() => GraphQLISODateTime)
  acceptedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => ReturnReasonEnum, { nullable: true })
  returnReason!: ReturnReason | null;
}

@ObjectType({ description: 'Searches and tasks of a request, the newest first.' })
export class DispatchLog {
  @Field(() => [DispatchView])
  dispatches!: DispatchView[];

  @Field(() => [TaskView])
  tasks!: TaskView[];
}

@ObjectType({ description: "A question to an organisation's pool: its coordinator answers with a name." })
export class PoolOffer {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  poolId!: string;

  @Field(() => KindEnum)
  kind!: Kind;

  @Field(() => ErrandEnum, { nullable: true })
  errand!: Errand | null;

  @Field(() => ID)
  district!: string;

  @Field(() => GraphQLISODateTime)
  fromAt!: Date;

  @Field(() => GraphQLISODateTime)
  toAt!: Date;

  @Field(() => Int)
  minutes!: number;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  @Field(() => OfferStateEnum)
  state!: OfferState;
}
