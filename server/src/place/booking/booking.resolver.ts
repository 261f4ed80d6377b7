import './booking-live.ts';
import { Arg, Ctx, GraphQLISODateTime, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { onlyShared } from '../../platform/live-source.ts';
import { OnPlaceInput, OnVersionInput } from '../place.inputs.ts';
import {
  BookForOrganisationInput,
  EnterBookingInput,
  FindRoomInput,
  MoveBookingInput,
  RefuseBookingInput,
  WithdrawBookingInput,
} from './booking.inputs.ts';
import { readBooking } from './booking.queries.ts';
import {
  BookingHit,
  BookingView,
  FreeRoom,
  FreeTime,
  PlaceWeek,
  PlaceWeekChange,
  RevealedBooking,
  StaffWeek,
  StaffWeekChange,
} from './booking.types.ts';
import { approveBooking } from './commands/approve-booking.ts';
import { bookForOrganisation } from './commands/book-for-organisation.ts';
import { enterBooking } from './commands/enter-booking.ts';
import { markNoShow } from './commands/mark-no-show.ts';
import { moveBooking } from './commands/move-booking.ts';
import { refuseBooking } from './commands/refuse-booking.ts';
import { revealBooking } from './commands/reveal-booking.ts';
import { withdrawBooking } from './commands/withdraw-booking.ts';
import { findRooms } from './free.queries.ts';
import { readOrganisationBookings, readRevealed } from './own.queries.ts';
import { OrganisationBookings, OrganisationBookingsChange } from './own.types.ts';
import { readImpact, readPlaceWeek, readStaffWeek, readWaysOut } from './week.queries.ts';

/** Rooms of a place: who has them when, for everybody without names, and for those at work. */
@Resolver()
export class BookingResolver {
  @Query(() => PlaceWeek, { description: 'The week (Monday to Sunday) of a day, free and busy.' })
  placeWeek(@Ctx() ctx: Context, @Arg('placeId', () => ID) placeId: string, @Arg('day', () => String) day: string): Promise<PlaceWeek> {
    return readPlaceWeek(ctx, placeId, day);
  }

  @Query(() => StaffWeek)
  staffWeek(@Ctx() ctx: Context, @Arg('placeId', () => ID) placeId: string, @Arg('day', () => String) day: string): Promise<StaffWeek> {
    return readStaffWeek(ctx, placeId, day);
  }

  @Query(() => [FreeRoom])
  freeRooms(
    @Ctx() ctx: Context,
    @Arg('input', () => FindRoomInput) input: FindRoomInput,
    @Arg('placeId', () => ID, { nullable: true }) placeId: string | null,
  ): Promise<FreeRoom[]> {
    return findRooms(ctx, input, placeId);
  }

  @Query(() => [BookingHit], { description: 'What a closing would hit, and where each could go. Nothing is changed.' })
  closureImpact(
    @Ctx() ctx: Context,
    @Arg('placeId', () => ID) placeId: string,
    @Arg('from', () => GraphQLISODateTime) from: Date,
    @Arg('to', () => GraphQLISODateTime) to: Date,
  ): Promise<BookingHit[]> {
    return readImpact(ctx, placeId, from, to);
  }

  @Query(() => [FreeTime], { description: 'Where a booking could go.' })
  bookingAlternatives(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<FreeTime[]> {
    return readWaysOut(ctx, id);
  }

  @Query(() => OrganisationBookings)
  organisationBookings(@Ctx() ctx: Context, @Arg('organisationId', () => ID) organisationId: string): Promise<OrganisationBookings> {
    return readOrganisationBookings(ctx, organisationId);
  }

  @Subscription(() => OrganisationBookingsChange, { subscribe: onlyShared })
  organisationBookingsChanges(
    @Root() change: OrganisationBookingsChange,
    @Arg('organisationId', () => ID) _organisationId: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): OrganisationBookingsChange {
    return change;
  }

  @Subscription(() => PlaceWeekChange, { subscribe: onlyShared })
  placeWeekChanges(
    @Root() change: PlaceWeekChange,
    @Arg('placeId', () => ID) _placeId: string,
    @Arg('day', () => String) _day: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): PlaceWeekChange {
    return change;
  }

  @Subscription(() => StaffWeekChange, { subscribe: onlyShared })
  staffWeekChanges(
    @Root() change: StaffWeekChange,
    @Arg('placeId', () => ID) _placeId: string,
    @Arg('day', () => String) _day: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): StaffWeekChange {
    return change;
  }

  @Mutation(() => BookingView)
  async bookForOrganisation(
    @Ctx() ctx: Context,
    @Arg('input', () => BookForOrganisationInput) input: BookForOrganisationInput,
  ): Promise<BookingView> {
    return readBooking(ctx, await bookForOrganisation(ctx, input));
  }

  @Mutation(() => BookingView, { description: 'By staff, approved at once.' })
  async enterBooking(@Ctx() ctx: Context, @Arg('input', () => EnterBookingInput) input: EnterBookingInput): Promise<BookingView> {
    return readBooking(ctx, await enterBooking(ctx, input));
  }

  @Mutation(() => BookingView)
  async approveBooking(@Ctx() ctx: Context, @Arg('input', () => OnVersionInput) input: OnVersionInput): Promise<BookingView> {
    return readBooking(ctx, await approveBooking(ctx, input));
  }

  @Mutation(() => BookingView)
  async refuseBooking(@Ctx() ctx: Context, @Arg('input', () => RefuseBookingInput) input: RefuseBookingInput): Promise<BookingView> {
    return readBooking(ctx, await refuseBooking(ctx, input));
  }

  @Mutation(() => BookingView, { description: 'To another time or room, longer or shorter.' })
  async moveBooking(@Ctx() ctx: Context, @Arg('input', () => MoveBookingInput) input: MoveBookingInput): Promise<BookingView> {
    return readBooking(ctx, await moveBooking(ctx, input));
  }

  @Mutation(() => BookingView)
  async withdrawBooking(@Ctx() ctx: Context, @Arg('input', () => WithdrawBookingInput) input: WithdrawBookingInput): Promise<BookingView> {
    return readBooking(ctx, await withdrawBooking(ctx, input));
  }

  @Mutation(() => BookingView)
  async markNoShow(@Ctx() ctx: Context, @Arg('input', () => OnPlaceInput) input: OnPlaceInput): Promise<BookingView> {
    return readBooking(ctx, await markNoShow(ctx, input));
  }

  @Mutation(() => RevealedBooking, { description: 'Who borrows and how they are reached; each look is in the audit trail.' })
  async revealBooking(@Ctx() ctx: Context, @Arg('input', () => OnPlaceInput) input: OnPlaceInput): Promise<RevealedBooking> {
    return readRevealed(ctx, await revealBooking(ctx, input));
  }
}
