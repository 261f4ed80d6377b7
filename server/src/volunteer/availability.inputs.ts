import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';

// What may be said is checked by the schemas in `shared`; these classes only give it GraphQL's shape.

@InputType()
class HoursInput {
  @Field(() => Int, { description: 'Minutes of Warsaw’s wall clock from midnight.' })
  from!: number;

  @Field(() => Int)
  to!: number;
}

@InputType()
class WeeklyHoursInput extends HoursInput {
  @Field(() => Int, { description: '1 is Monday.' })
  weekday!: number;
}

@InputType()
class ExceptionDayInput {
  @Field(() => String)
  day!: string;

  @Field(() => [HoursInput], { description: 'None: not at all on that day.' })
  hours!: HoursInput[];
}

@InputType()
abstract class Keyed {
  @Field(() => ID, { description: 'A fresh UUID for each intention; the same key again answers the same.' })
  key!: string;

  @Field(() => ID)
  id!: string;
}

@InputType({ description: 'The whole week and the days that differ, over what was there before; `id` is the volunteer’s.' })
export class SetAvailabilityInput extends Keyed {
  @Field(() => Int)
  version!: number;

  @Field(() => [WeeklyHoursInput])
  weekly!: WeeklyHoursInput[];

  @Field(() => [ExceptionDayInput])
  exceptions!: ExceptionDayInput[];
}

@InputType()
export class AddAbsenceInput extends Keyed {
  @Field(() => ID)
  volunteerId!: string;

  @Field(() => String, { description: 'First day away, `2026-11-26`.' })
  from!: string;

  @Field(() => String, { description: 'Last day away.' })
  to!: string;
}

@InputType()
export class RemoveAbsenceInput extends Keyed {
  @Field(() => ID)
  volunteerId!: string;
}

@InputType({ description: 'On duty from now `until` then, at most 16 hours ahead; nothing ends the duty. `id` is the volunteer’s.' })
export class SetDutyInput extends Keyed {
  @Field(() => GraphQLISODateTime, { nullable: true })
  until?: Date | null;
}
