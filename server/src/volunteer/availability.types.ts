import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Minutes of Warsaw’s wall clock from midnight; the end is not included.' })
export class HoursView {
  @Field(() => Int)
  from!: number;

  @Field(() => Int)
  to!: number;
}

@ObjectType()
export class WeeklyHoursView extends HoursView {
  @Field(() => Int, { description: '1 is Monday.' })
  weekday!: number;
}

@ObjectType({ description: 'A day on which other hours hold than in the week; without hours: not at all.' })
export class ExceptionDayView {
  @Field(() => String, { description: 'A day of Warsaw’s calendar, `2026-11-26`.' })
  day!: string;

  @Field(() => [HoursView])
  hours!: HoursView[];
}

@ObjectType({ description: 'Days away, both included.' })
export class AbsenceView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

@ObjectType({ description: 'When a volunteer can help; days that have passed are left out.' })
export class AvailabilityView {
  @Field(() => ID)
  volunteerId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'On duty until then, when it lies ahead.' })
  dutyUntil!: Date | null;

  @Field(() => [WeeklyHoursView])
  weekly!: WeeklyHoursView[];

  @Field(() => [ExceptionDayView])
  exceptions!: ExceptionDayView[];

  @Field(() => [AbsenceView])
  absences!: AbsenceView[];
}
