import { Arg, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import { onlyShared } from '../../platform/live-source.ts';
import { MoveOwnBookingInput, ProveEmailInput, RequestBookingInput, WithdrawOwnBookingInput } from './booking.inputs.ts';
import { VisitorBooking } from './booking.types.ts';
import { moveOwnBooking } from './commands/move-own-booking.ts';
import { proveEmail } from './commands/prove-email.ts';
import { requestBooking } from './commands/request-booking.ts';
import { withdrawOwnBooking } from './commands/withdraw-own-booking.ts';
import { readOwnAgain, readOwnBooking } from './own.queries.ts';
import { OwnBooking, OwnBookingChange } from './own.types.ts';

/** What a borrower does without an account: prove an address, book, and look after the booking by its code. */
@Resolver()
export class VisitorResolver {
  @Query(() => OwnBooking)
  ownBooking(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<OwnBooking> {
    return readOwnBooking(ctx, code);
  }

  @Subscription(() => OwnBookingChange, { subscribe: onlyShared })
  ownBookingChanges(
    @Root() change: OwnBookingChange,
    @Arg('code', () => String) _code: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): OwnBookingChange {
    return change;
  }

  @Mutation(() => Boolean, { description: 'Sends a code to an address: whoever says it may book from there for an hour.' })
  async proveEmail(@Ctx() ctx: Context, @Arg('input', () => ProveEmailInput) input: ProveEmailInput): Promise<boolean> {
    await proveEmail(ctx, input);
    return true;
  }

  @Mutation(() => VisitorBooking)
  async requestBooking(@Ctx() ctx: Context, @Arg('input', () => RequestBookingInput) input: RequestBookingInput): Promise<VisitorBooking> {
    const booked = await requestBooking(ctx, input);
    return { ...booked, code: ctx.services.secrets.bookingCode(booked.id) };
  }

  @Mutation(() => OwnBooking)
  async moveOwnBooking(@Ctx() ctx: Context, @Arg('input', () => MoveOwnBookingInput) input: MoveOwnBookingInput): Promise<OwnBooking> {
    await ctx.services.limiter.take(RATE_LIMITS.ownCode, ctx.address);
    return readOwnAgain(ctx, (await moveOwnBooking(ctx, input)).id);
  }

  @Mutation(() => OwnBooking)
  async withdrawOwnBooking(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawOwnBookingInput) input: WithdrawOwnBookingInput,
  ): Promise<OwnBooking> {
    await ctx.services.limiter.take(RATE_LIMITS.ownCode, ctx.address);
    return readOwnAgain(ctx, (await withdrawOwnBooking(ctx, input)).id);
  }
}
