import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Errand, Kind } from '@ww/shared/request/kinds';
import type { Gate, GateSource } from '@ww/shared/volunteer/gates';
import type { Reason } from '@ww/shared/volunteer/rank';
import type { DeclineReason, DispatchState, Language, OfferState, ReturnReason, TaskState } from '@ww/shared/volunteer/terms';
import { ErrandEnum, KindEnum, LanguageEnum } from '../request/request.enums.ts';
import {
  CandidateReasonEnum,
  DeclineReasonEnum,
  DispatchStateEnum,
  GateEnum,
  GateSourceEnum,
  OfferStateEnum,
  ReturnReasonEnum,
  TaskStateEnum,
} from './volunteer.enums.ts';

@ObjectType({ description: 'A rule that stands in the way, with its source.' })
export class FailedGate {
  @Field(() => GateEnum)
  gate!: Gate;

  @Field(() => GateSourceEnum)
  source!: GateSource;

  @Field(() => Boolean, { description: 'Whether the caller may let it pass, with a reason.' })
  canOverride!: boolean;
}

@ObjectType({ description: 'Why somebody stands where they stand.' })
export class CandidateReason {
  @Field(() => CandidateReasonEnum)
  code!: Reason;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'ASKED: when; ON_DUTY: until when.' })
  at!: Date | null;

  @Field(() => Int, { nullable: true, description: 'HELPED_BEFORE: how often; LOAD: open tasks; GATES: how many fail.' })
  count!: number | null;

  @Field(() => LanguageEnum, { nullable: true })
  language!: Language | null;
}

@ObjectType({ description: 'A volunteer, or a pool of an organisation, whom a request can be offered to.' })
export class Candidate {
  @Field(() => ID, { description: 'Of the volunteer or the pool.' })
  id!: string;

  @Field(() => Boolean)
  isPool!: boolean;

  @Field(() => String, { nullable: true, description: 'Missing for a pool: names come with the assignment.' })
  displayName!: string | null;

  @Field(() => String, { nullable: true })
  organisationName!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a pool: people left on that day.' })
  peopleLeft!: number | null;

  @Field(() => [FailedGate])
  failed!: FailedGate[];

  @Field(() => [CandidateReason])
  reasons!: CandidateReason[];

  @Field(() => Boolean, { description: 'Would be asked by waves: no gate fails, there is time, and they can answer.' })
  isFit!: boolean;

  @Field(() => OfferStateEnum, { nullable: true, description: 'How they answered in the search that runs or ran last.' })
  asked!: OfferState | null;
}

@ObjectType()
export class CandidatePage {
  @Field(() => ID)
  requestId!: string;

  @Field(() => GraphQLISODateTime, { description: "The visit's window." })
  fromAt!: Date;

  @Field(() => GraphQLISODateTime)
  toAt!: Date;

  @Field(() => Int, { description: 'How long the visit is planned to take.' })
  minutes!: number;

  @Field(() => [Candidate], { description: 'In the order of asking, the first 100.' })
  candidates!: Candidate[];

  @Field(() => Int, { description: 'How many of all are fit.' })
  fit!: number;

  @Field(() => Int)
  total!: number;
}

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
