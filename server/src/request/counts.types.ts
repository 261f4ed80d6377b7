import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { ChangeKind } from '../platform/live-source.ts';
import { ChangeKindEnum } from './request.enums.ts';

@ObjectType({ description: 'A district in numbers; null where a count below 5 is suppressed.' })
export class DistrictCounts {
  @Field(() => ID)
  district!: string;

  @Field(() => Int, { nullable: true })
  open!: number | null;

  @Field(() => Int, { nullable: true, description: 'In state NEW.' })
  fresh!: number | null;

  @Field(() => Int, { nullable: true })
  triaged!: number | null;

  @Field(() => Int, { nullable: true })
  offered!: number | null;

  @Field(() => Int, { nullable: true })
  accepted!: number | null;

  @Field(() => Int, { nullable: true })
  inProgress!: number | null;

  @Field(() => Int, { nullable: true, description: 'Untaken and marked urgent or past due.' })
  urgent!: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Intake of the oldest request that nobody took.' })
  oldestWaitingSince!: Date | null;

  @Field(() => Int, { nullable: true })
  doneToday!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}

@ObjectType()
export class CityCounts {
  @Field(() => String)
  cursor!: string;

  @Field(() => [DistrictCounts])
  districts!: DistrictCounts[];
}

@ObjectType()
export class CountsChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => DistrictCounts, { nullable: true })
  row!: DistrictCounts | null;
}

@ObjectType()
export class DeskFigures {
  @Field(() => ID)
  district!: string;

  @Field(() => Int)
  open!: number;

  @Field(() => Int)
  urgent!: number;

  @Field(() => Int, { nullable: true, description: 'Minutes from intake to claim, median of the last 7 days.' })
  medianMinutesToClaim!: number | null;

  @Field(() => Int)
  doneToday!: number;

  @Field(() => GraphQLISODateTime, { nullable: true })
  lastClosedAt!: Date | null;
}
