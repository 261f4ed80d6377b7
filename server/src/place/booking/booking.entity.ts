import { defineEntity, p } from '@mikro-orm/core';
import { heldSpan, type RoomFacts } from '@ww/shared/place/booking';
import { ACTIVE_BOOKINGS, BOOKING_STATES, BORROWER_KINDS, PURPOSES, type BookingState } from '@ww/shared/place/terms';
import { conflict, stale } from '../../platform/errors.ts';

/**
 * A room that somebody borrows. Only what is approved holds it, from setup to cleaning, and two of those never meet in one room
 * (`booking_apart`). One that the place's clock no longer lets take place is suspended, and comes back with the hours.
 */
const BookingSchema = defineEntity({
  name: 'Booking',
  tableName: 'booking',
  properties: {
    id: p.uuid().primary(),
    placeId: p.uuid(),
    roomId: p.uuid(),
    kind: p.enum(BORROWER_KINDS),
    organisationId: p.uuid().nullable(),
    /** The Network's meeting that it is for. */
    meetingId: p.uuid().nullable(),
    groupName: p.string().nullable(),
    purpose: p.enum(PURPOSES),
    people: p.integer(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    heldFrom: p.datetime(),
    heldTo: p.datetime(),
    state: p.enum(BOOKING_STATES),
    suspendedAt: p.datetime().nullable(),
    /** Whose limit of a month it counts for: a fingerprint of an address, or an organisation's id; null for the place itself. */
    borrower: p.string().nullable(),
    /** Which house rules were accepted. */
    rulesNumber: p.integer().nullable(),
    codeHash: p.string().nullable(),
    requestedAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
    answeredBy: p.string().nullable(),
    /** Why it was refused or called off. */
    reason: p.string().nullable(),
    version: p.integer(),
  },
});
export class Booking extends BookingSchema.class {
  get isActive(): boolean {
    return ACTIVE_BOOKINGS.includes(this.state);
  }

  /** @throws AppError `STALE`. */
  expect(version: number): void {
    if (version !== this.version) throw stale(this.version);
  }

  /** @throws AppError `CONFLICT` naming who answered it. */
  expectState(...states: BookingState[]): void {
    if (states.includes(this.state)) return;
    throw conflict({ by: this.answeredBy ?? null, at: this.answeredAt?.toISOString() ?? null, state: this.state });
  }

  /** @throws AppError `CONFLICT` (`OVER`) once its time has passed. */
  expectAhead(now: Date): void {
    if (this.endsAt <= now) throw conflict({ by: null, at: this.endsAt.toISOString(), state: 'OVER' });
  }

  put(room: RoomFacts, startsAt: Date, endsAt: Date): void {
    const held = heldSpan(room, startsAt, endsAt);
    Object.assign(this, { roomId: room.id, startsAt, endsAt, heldFrom: new Date(held.from), heldTo: new Date(held.to) });
  }

  /** @param by who answered; null for the borrower's own step. */
  answer(state: BookingState, by: string | null, reason: string | null, now: Date): void {
    Object.assign(this, {
      state,
      answeredAt: now,
      answeredBy: by,
      reason,
      ...(ACTIVE_BOOKINGS.includes(state) ? {} : { suspendedAt: null }),
    });
    this.version++;
  }
}
BookingSchema.setClass(Booking);

/** Who borrows, how they are reached, and what they wrote. */
const PrivateSchema = defineEntity({
  name: 'BookingPrivate',
  tableName: 'booking_private',
  properties: {
    bookingId: p.uuid().primary(),
    name: p.string().nullable(),
    email: p.string().nullable(),
    phone: p.string().nullable(),
    words: p.text().nullable(),
  },
});
export class BookingPrivate extends PrivateSchema.class {}
PrivateSchema.setClass(BookingPrivate);

/** An address to which we sent a code: whoever says the code may book from it until the proof runs out. */
const ProofSchema = defineEntity({
  name: 'BookingProof',
  tableName: 'booking_proof',
  properties: { id: p.uuid().primary(), email: p.string(), madeAt: p.datetime(), expiresAt: p.datetime() },
});
export class BookingProof extends ProofSchema.class {}
ProofSchema.setClass(BookingProof);
