import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { BookingState, BorrowerKind, Purpose } from '@ww/shared/place/terms';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';
import { BookingStateEnum, BorrowerKindEnum, PurposeEnum } from '../place.enums.ts';
import { PlaceLine, PlaceView, RoomView, TimeSpan } from '../place/place.types.ts';

@ObjectType({ description: 'A room and a time that could be had instead.' })
export class FreeTime {
  @Field(() => ID)
  roomId!: string;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;
}

@ObjectType({ description: 'A room that is not free, buffers included; never by whom.' })
export class BusySpan extends TimeSpan {
  @Field(() => ID)
  roomId!: string;

  @Field(() => Boolean, { description: 'Only asked for: somebody else may still ask for it, too.' })
  isAsked!: boolean;
}

@ObjectType({ description: 'Seven days of a place as everybody may see them.' })
export class PlaceWeek {
  @Field(() => String, { description: 'Where to subscribe from: taken before the week was read.' })
  cursor!: string;

  @Field(() => PlaceView)
  place!: PlaceView;

  @Field(() => String, { description: 'The first day, a Monday.' })
  day!: string;

  @Field(() => [TimeSpan], { description: 'When the place is open.' })
  open!: TimeSpan[];

  @Field(() => [BusySpan])
  busy!: BusySpan[];
}

@ObjectType()
export class PlaceWeekChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => PlaceWeek, { nullable: true })
  week!: PlaceWeek | null;
}

@ObjectType({ description: 'A booking as those at work see it; who borrows comes by `revealBooking`.' })
export class BookingView {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  roomId!: string;

  @Field(() => BorrowerKindEnum)
  kind!: BorrowerKind;

  @Field(() => String, { nullable: true, description: 'The organisation, or the informal group.' })
  borrowerName!: string | null;

  @Field(() => PurposeEnum)
  purpose!: Purpose;

  @Field(() => Int)
  people!: number;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'With the time to set up.' })
  heldFrom!: Date;

  @Field(() => GraphQLISODateTime, { description: 'With the time to clean.' })
  heldTo!: Date;

  @Field(() => BookingStateEnum)
  state!: BookingState;

  @Field(() => Boolean, { description: 'The place is closed then: it waits for another time, or for the place to open.' })
  isSuspended!: boolean;

  @Field(() => Boolean, { description: 'Asked for while the room is held by another, so it can only be moved or refused.' })
  isTaken!: boolean;

  @Field(() => Boolean, { description: 'Somebody wrote down a name or a way to be reached.' })
  hasContact!: boolean;

  @Field(() => GraphQLISODateTime)
  requestedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true })
  answeredBy!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType({ description: 'Seven days of a place as its staff see them.' })
export class StaffWeek {
  @Field(() => String)
  cursor!: string;

  @Field(() => PlaceView)
  place!: PlaceView;

  @Field(() => String, { description: 'The first day, a Monday.' })
  day!: string;

  @Field(() => [TimeSpan])
  open!: TimeSpan[];

  @Field(() => [BookingView], { description: 'Of these days, by time: those that were refused or called off left out.' })
  bookings!: BookingView[];

  @Field(() => [BookingView], { description: 'Of any day ahead: what waits for an answer, and what falls into a closed time.' })
  attention!: BookingView[];
}

@ObjectType()
export class StaffWeekChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => StaffWeek, { nullable: true })
  week!: StaffWeek | null;
}

@ObjectType({ description: 'A booking that a closing would hit, and where it could go.' })
export class BookingHit {
  @Field(() => BookingView)
  booking!: BookingView;

  @Field(() => [FreeTime])
  alternatives!: FreeTime[];
}

@ObjectType()
export class BookedAnswer {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  placeId!: string;
}

@ObjectType({ description: 'What a visitor gets: whoever holds the code sees, moves and withdraws the booking.' })
export class VisitorBooking extends BookedAnswer {
  @Field(() => String)
  code!: string;
}

@ObjectType({ description: 'Who borrows; each look is in the audit trail.' })
export class RevealedBooking {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;
}

@ObjectType({ description: 'A room that is free on a day, and when one may begin.' })
export class FreeRoom {
  @Field(() => PlaceLine)
  place!: PlaceLine;

  @Field(() => RoomView)
  room!: RoomView;

  @Field(() => [TimeSpan], { description: 'One may begin at any quarter from `from` to `to`, both included.' })
  starts!: TimeSpan[];
}
