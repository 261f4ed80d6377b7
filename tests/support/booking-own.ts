import { newId } from '@ww/shared/id';
import { resident, type Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import { BOOKING_FIELDS, type BookingSeen } from './places.ts';
import type { World } from './world.ts';

/** A booking as its borrower sees it. */
export interface OwnSeen {
  cursor: string;
  place: { id: string; slug: string; name: string; phone: string };
  roomName: string;
  booking: BookingSeen;
  rulesVersion: number | null;
  canChange: boolean;
  alternatives: { roomId: string; startsAt: string; endsAt: string }[];
  rooms: { id: string; name: string }[];
}
export const OWN_FIELDS = `cursor place { id slug name phone } roomName booking { ${BOOKING_FIELDS} } rulesVersion canChange
  alternatives { roomId startsAt endsAt } rooms { id name }`;
export const OWN_BOOKING = `query ($code: String!) { own: ownBooking(code: $code) { ${OWN_FIELDS} } }`;

/** What an organisation has booked, as its coordinators see it. */
export interface TheirsSeen {
  cursor: string;
  bookings: OwnSeen[];
}
export const THEIR_FIELDS = `cursor bookings { ${OWN_FIELDS} }`;
export const THEIR_BOOKINGS = `query ($id: ID!) { theirs: organisationBookings(organisationId: $id) { ${THEIR_FIELDS} } }`;

const OWN_MUTATIONS = { moveOwnBooking: 'MoveOwnBookingInput', withdrawOwnBooking: 'WithdrawOwnBookingInput' } as const;
export type OwnMutation = keyof typeof OWN_MUTATIONS;
export const ownDocument = (mutation: OwnMutation) =>
  `mutation ($input: ${OWN_MUTATIONS[mutation]}!) { own: ${mutation}(input: $input) { ${OWN_FIELDS} } }`;

let visitors = 0;
/** A resident at an address that nobody had before: guessing codes is limited by address. */
export function visitor(world: World): Actor {
  const count = visitors++;
  return resident(world, `203.0.${String((count >> 8) % 256)}.${String(count % 256)}`);
}

/** The booking of a code, asked for by a visitor. */
export async function ownBooking(world: World, code: string): Promise<OwnSeen> {
  return dataOf(await visitor(world).send<{ own: OwnSeen }>(OWN_BOOKING, { code })).own;
}

/** Gives the command with a key of its own unless `input` has one. */
export function onOwn(world: World, mutation: OwnMutation, input: object): Promise<Answer<{ own: OwnSeen }>> {
  return visitor(world).send<{ own: OwnSeen }>(ownDocument(mutation), { input: { key: newId(), ...input } });
}

/** As `onOwn`, for a command that must succeed. */
export async function didOwn(world: World, mutation: OwnMutation, input: object): Promise<OwnSeen> {
  return dataOf(await onOwn(world, mutation, input)).own;
}

export const REVEAL_BOOKING = `mutation ($input: OnPlaceInput!) { revealed: revealBooking(input: $input) { id name email phone words revealedAt } }`;
export interface RevealedSeen {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  words: string | null;
  revealedAt: string;
}
export const reveal = (by: Actor, input: object): Promise<Answer<{ revealed: RevealedSeen }>> =>
  by.send<{ revealed: RevealedSeen }>(REVEAL_BOOKING, { input: { key: newId(), ...input } });
