import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Kind } from '@ww/shared/request/kinds';
import { HALVES, type Half } from '@ww/shared/volunteer/coverage';
import { graphqlEnum } from '../platform/enums.ts';
import type { ChangeKind } from '../platform/live-source.ts';
import { ChangeKindEnum, KindEnum } from '../request/request.enums.ts';

const HalfEnum = graphqlEnum('Half', HALVES);

@ObjectType({ description: 'Half of a Warsaw day.' })
export class HalfDay {
  @Field(() => String, { description: '`2026-11-26`' })
  day!: string;

  @Field(() => HalfEnum)
  half!: Half;

  @Field(() => GraphQLISODateTime)
  from!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Not included.' })
  to!: Date;
}

@ObjectType()
export class CoverageCell {
  @Field(() => Int, { description: 'People with at least an hour to help in the half-day.' })
  supply!: number;

  @Field(() => Int, { description: 'Requests that nobody has taken, due by its end and not by an earlier one.' })
  demand!: number;
}

@ObjectType()
export class KindCount {
  @Field(() => KindEnum)
  kind!: Kind;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'Who can help in a district this week, against what is asked for.' })
export class DistrictCoverage {
  @Field(() => ID)
  district!: string;

  @Field(() => String, { description: 'The day of the first cell.' })
  firstDay!: string;

  @Field(() => Int)
  onDuty!: number;

  @Field(() => Int, { description: 'People with at least an hour to help before midnight.' })
  freeToday!: number;

  @Field(() => [KindCount], { description: 'Requests that nobody has taken, of every kind.' })
  openByKind!: KindCount[];

  @Field(() => [CoverageCell], { nullable: 'items', description: 'One for each half-day; null where it is over.' })
  cells!: (CoverageCell | null)[];
}

@ObjectType()
export class CoveragePage {
  @Field(() => String)
  cursor!: string;

  @Field(() => [HalfDay])
  halves!: HalfDay[];

  @Field(() => [DistrictCoverage])
  rows!: DistrictCoverage[];
}

@ObjectType()
export class CoverageChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => DistrictCoverage, { nullable: true })
  row!: DistrictCoverage | null;
}
