import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import { ClosureReasonEnum } from '../place.enums.ts';
import { OnPlaceInput } from '../place.inputs.ts';

@InputType()
class DayHoursInput {
  @Field(() => Int, { description: 'Minutes of Warsaw’s wall clock from midnight.' })
  from!: number;

  @Field(() => Int, { description: 'Minutes from midnight; not included.' })
  to!: number;
}

@InputType()
class WeekdayHoursInput extends DayHoursInput {
  @Field(() => Int, { description: '1 is Monday.' })
  weekday!: number;
}

@InputType()
export class SetHoursInput extends OnPlaceInput {
  @Field(() => ID)
  placeId!: string;

  @Field(() => String, { description: 'The first day, `2026-11-26`.' })
  from!: string;

  @Field(() => String, { nullable: true, description: 'The last day; none: for good.' })
  until?: string | null;

  @Field(() => [WeekdayHoursInput])
  weekly!: WeekdayHoursInput[];
}

@InputType()
export class SetOpeningDayInput extends OnPlaceInput {
  @Field(() => String)
  day!: string;

  @Field(() => [DayHoursInput], { nullable: true, description: 'None: closed. Null: as usual again.' })
  hours?: DayHoursInput[] | null;
}

@InputType()
export class ClosePlaceInput extends OnPlaceInput {
  @Field(() => ID)
  placeId!: string;

  @Field(() => GraphQLISODateTime)
  from!: Date;

  @Field(() => GraphQLISODateTime)
  to!: Date;

  @Field(() => ClosureReasonEnum)
  reason!: string;
}
