import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { Approval, ClosureReason, Equipment, FoodKind } from '@ww/shared/place/terms';
import { ApprovalEnum, ClosureReasonEnum, EquipmentEnum, FoodKindEnum } from '../place.enums.ts';

@ObjectType({ description: 'A stretch of time; the end is not included.' })
export class TimeSpan {
  @Field(() => GraphQLISODateTime)
  from!: Date;

  @Field(() => GraphQLISODateTime)
  to!: Date;
}

@ObjectType()
export class RoomView {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'People.' })
  capacity!: number;

  @Field(() => [EquipmentEnum])
  equipment!: Equipment[];

  @Field(() => Boolean)
  stepFree!: boolean;

  @Field(() => Int, { description: 'Minutes before each booking, in which the room is held as well.' })
  setupMinutes!: number;

  @Field(() => Int, { description: 'Minutes after each booking.' })
  cleaningMinutes!: number;

  @Field(() => Int)
  rank!: number;
}

@ObjectType()
export class DayHours {
  @Field(() => Int, { description: 'Minutes of Warsaw’s wall clock from midnight.' })
  from!: number;

  @Field(() => Int, { description: 'Minutes from midnight; not included.' })
  to!: number;
}

@ObjectType()
export class WeekdayHours extends DayHours {
  @Field(() => Int, { description: '1 is Monday.' })
  weekday!: number;
}

@ObjectType({ description: "A week's hours from a day on; of two that hold, the later one counts." })
export class OpeningWeekView {
  @Field(() => String, { description: 'A day of Warsaw’s calendar, `2026-11-26`.' })
  from!: string;

  @Field(() => String, { nullable: true, description: 'The last day; none: for good.' })
  until!: string | null;

  @Field(() => [WeekdayHours])
  weekly!: WeekdayHours[];
}

@ObjectType({ description: "A day whose hours differ from the week's; no hours: closed." })
export class OpeningDayView {
  @Field(() => String)
  day!: string;

  @Field(() => [DayHours])
  hours!: DayHours[];
}

@ObjectType({ description: 'Closed suddenly.' })
export class ClosureView {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  from!: Date;

  @Field(() => GraphQLISODateTime)
  to!: Date;

  @Field(() => ClosureReasonEnum)
  reason!: ClosureReason;
}

@ObjectType({ description: 'A place of local activity (MAL) in a list.' })
export class PlaceLine {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => String)
  address!: string;

  @Field(() => String)
  phone!: string;

  @Field(() => Boolean)
  hasFridge!: boolean;

  @Field(() => [TimeSpan], { description: 'Opening hours from now on: of the next 14 days, or the next ones after.' })
  upcoming!: TimeSpan[];
}

@ObjectType({ description: 'All of a place that everybody may know.' })
export class PlaceView extends PlaceLine {
  @Field(() => Int)
  version!: number;

  @Field(() => Int, { description: 'Minutes.' })
  shortestMinutes!: number;

  @Field(() => Int, { description: 'Minutes.' })
  longestMinutes!: number;

  @Field(() => Int, { description: 'How many days ahead one may book.' })
  daysAhead!: number;

  @Field(() => Int, { description: 'Bookings of one borrower that begin in one month.' })
  perMonth!: number;

  @Field(() => ApprovalEnum)
  approval!: Approval;

  @Field(() => Boolean)
  closedOnHolidays!: boolean;

  @Field(() => Int, { description: 'The house rules that hold now; 0 while there are none.' })
  rulesVersion!: number;

  @Field(() => [FoodKindEnum], { description: 'What may not be left in the fridge.' })
  refused!: FoodKind[];

  @Field(() => Int)
  homeMadeDays!: number;

  @Field(() => Int, { description: 'The warmest that a cold shelf may be, in °C.' })
  coldMax!: number;

  @Field(() => [RoomView])
  rooms!: RoomView[];

  @Field(() => [OpeningWeekView])
  weeks!: OpeningWeekView[];

  @Field(() => [OpeningDayView], { description: 'From today on.' })
  days!: OpeningDayView[];

  @Field(() => [ClosureView], { description: 'Now and ahead.' })
  closures!: ClosureView[];
}

@ObjectType()
export class HouseRulesView {
  @Field(() => Int)
  version!: number;

  @Field(() => String)
  text!: string;

  @Field(() => GraphQLISODateTime)
  publishedAt!: Date;
}
