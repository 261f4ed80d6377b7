import { Field, ID, InputType, Int } from 'type-graphql';
import { ApprovalEnum, EquipmentEnum } from '../place.enums.ts';
import { OnPlaceInput, OnVersionInput } from '../place.inputs.ts';

@InputType()
export class OpenPlaceInput extends OnPlaceInput {
  @Field(() => String, { description: 'What its address ends with, `mal-wlochy`.' })
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => String)
  address!: string;

  @Field(() => String)
  phone!: string;
}

@InputType()
export class AmendPlaceInput extends OnVersionInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  address!: string;

  @Field(() => String)
  phone!: string;

  @Field(() => Int, { description: 'Minutes.' })
  shortestMinutes!: number;

  @Field(() => Int, { description: 'Minutes.' })
  longestMinutes!: number;

  @Field(() => Int, { description: 'How many days ahead one may book.' })
  daysAhead!: number;

  @Field(() => Int, { description: 'Bookings of one borrower that begin in one month of Warsaw’s calendar.' })
  perMonth!: number;

  @Field(() => ApprovalEnum)
  approval!: string;

  @Field(() => Boolean)
  closedOnHolidays!: boolean;
}

@InputType()
export class PublishRulesInput extends OnVersionInput {
  @Field(() => String)
  text!: string;
}

@InputType()
class RoomInput extends OnPlaceInput {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'People.' })
  capacity!: number;

  @Field(() => [EquipmentEnum])
  equipment!: string[];

  @Field(() => Boolean)
  stepFree!: boolean;

  @Field(() => Int, { description: 'Minutes before each booking, in which the room is held as well.' })
  setupMinutes!: number;

  @Field(() => Int, { description: 'Minutes after each booking.' })
  cleaningMinutes!: number;

  @Field(() => Int, { description: 'Its place among the rooms.' })
  rank!: number;
}

@InputType()
export class AddRoomInput extends RoomInput {
  @Field(() => ID)
  placeId!: string;
}

@InputType()
export class AmendRoomInput extends RoomInput {
  @Field(() => Int)
  version!: number;
}
