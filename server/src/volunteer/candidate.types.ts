import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Gate, GateSource } from '@ww/shared/volunteer/gates';
import type { Reason } from '@ww/shared/volunteer/rank';
import type { Language, OfferState } from '@ww/shared/volunteer/terms';
import { LanguageEnum } from '../request/request.enums.ts';
import { CandidateReasonEnum, GateEnum, GateSourceEnum, OfferStateEnum } from './volunteer.enums.ts';

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
