import { Field, Int, ObjectType } from 'type-graphql';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';
import { PlaceLine, RoomView } from '../place/place.types.ts';
import { BookingView, FreeTime } from './booking.types.ts';

@ObjectType({ description: "A booking as its borrower sees it; with a visitor's code, or an organisation's own." })
export class OwnBooking {
  @Field(() => String)
  cursor!: string;

  @Field(() => PlaceLine)
  place!: PlaceLine;

  @Field(() => String)
  roomName!: string;

  @Field(() => BookingView)
  booking!: BookingView;

  @Field(() => Int, { nullable: true, description: 'The house rules that were accepted.' })
  rulesVersion!: number | null;

  @Field(() => Boolean)
  canChange!: boolean;

  @Field(() => [FreeTime], { description: 'While the place is closed at that time: where it could go.' })
  alternatives!: FreeTime[];

  @Field(() => [RoomView], { description: 'The rooms of these times.' })
  rooms!: RoomView[];
}

@ObjectType()
export class OwnBookingChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => OwnBooking, { nullable: true })
  own!: OwnBooking | null;
}

@ObjectType({ description: 'What an organisation has booked, from now on.' })
export class OrganisationBookings {
  @Field(() => String)
  cursor!: string;

  @Field(() => [OwnBooking])
  bookings!: OwnBooking[];
}

@ObjectType()
export class OrganisationBookingsChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => OrganisationBookings, { nullable: true })
  organisation!: OrganisationBookings | null;
}
