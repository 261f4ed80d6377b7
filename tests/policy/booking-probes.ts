import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { OWN_BOOKING, ownDocument, type OwnMutation } from '../support/booking-own.ts';
import {
  aBooking,
  aRequest,
  asked,
  at,
  didBooking,
  entered,
  onBooking,
  REQUEST_BOOKING,
  staffOf,
  wish,
  type BookingMutation,
  type BookingSeen,
  type PlantedPlace,
} from '../support/places.ts';
import { agreed, firstFrame, isAllowed, isJournalled, organisationIn, placeIn, type Scene, type Where } from './scene.ts';

let taken = 0;
/** An hour of the small room that nobody else of the walk asks for. */
function free({ small: roomId }: PlantedPlace): object {
  const [day, hour] = [1 + (Math.floor(taken / 8) % 4), 12 + (taken % 8)];
  const week = Math.floor(taken / 32) % 3;
  taken++;
  const date = `2026-12-${String(day + week * 7).padStart(2, '0')}`;
  return { roomId, startsAt: at(`${date}T${String(hour)}:00`), endsAt: at(`${date}T${String(hour + 1)}:00`) };
}

const tells = (scene: Scene, action: Action, mutation: BookingMutation, input: object) =>
  isJournalled(scene, action, () => onBooking(scene.by, mutation, input));

/** Of the place itself; for an organisation's coordinator one of that organisation. */
async function bookingIn(scene: Scene, where: Where): Promise<BookingSeen> {
  const place = await placeIn(scene, where);
  if (scene.kind !== 'organisation') return aBooking(await staffOf(scene.world, place), place, free(place));
  const { id: organisationId, coordinator } = await organisationIn(scene, where);
  return didBooking(coordinator, 'bookForOrganisation', { ...forOrganisation(place, organisationId), ...free(place) });
}

const forOrganisation = (place: PlantedPlace, organisationId: string) => ({ id: newId(), ...wish(place), organisationId, rulesVersion: 1 });

async function request(scene: Scene, where: Where): Promise<boolean> {
  const place = await placeIn(scene, where);
  const input = { key: newId(), ...(await asked(scene.world, place, free(place), `o${newId()}@example.org`)) };
  return isAllowed(await scene.by.send(REQUEST_BOOKING, { input }));
}

async function requestFor(scene: Scene, where: Where): Promise<boolean> {
  const [place, { id }] = [await placeIn(scene, where), await organisationIn(scene, where)];
  return tells(scene, 'booking.request-for', 'bookForOrganisation', { ...forOrganisation(place, id), ...free(place) });
}

/** As it stands once a resident asked; asked for under the place's lock, by an address of their own. */
async function requestedIn(scene: Scene, where: Where): Promise<string> {
  const place = await placeIn(scene, where);
  return (await aRequest(scene.world, place, free(place), `o${newId()}@example.org`)).id;
}

/** Approved, and begun an hour ago on a day of its own. */
async function begunIn(scene: Scene, where: Where): Promise<string> {
  const place = await placeIn(scene, where);
  const { id } = await aBooking(await staffOf(scene.world, place), place, free(place));
  const hour = (hours: number) => scene.world.clock.in(hours * 3_600);
  await scene.world.orm.em
    .fork()
    .execute('update booking set starts_at = ?, held_from = ?, ends_at = ?, held_to = ? where id = ?', [
      ...[hour(-1), hour(-1), hour(1), hour(1), id],
    ]);
  return id;
}

async function answer(scene: Scene, where: Where): Promise<boolean> {
  const answers = (mutation: BookingMutation, input: object) => tells(scene, 'booking.answer', mutation, input);
  const reason = 'Sala jest w remoncie.';
  return agreed({
    approveBooking: await answers('approveBooking', { id: await requestedIn(scene, where), version: 1 }),
    refuseBooking: await answers('refuseBooking', { id: await requestedIn(scene, where), version: 1, reason }),
    markNoShow: await answers('markNoShow', { id: await begunIn(scene, where) }),
  });
}

async function change(scene: Scene, where: Where): Promise<boolean> {
  const place = await placeIn(scene, where);
  const [moved, back] = [await bookingIn(scene, where), await bookingIn(scene, where)];
  const changes = (mutation: BookingMutation, input: object) => tells(scene, 'booking.change', mutation, input);
  return agreed({
    moveBooking: await changes('moveBooking', { id: moved.id, version: moved.version, ...free(place) }),
    withdrawBooking: await changes('withdrawBooking', { id: back.id, reason: 'Nie przyjdziemy.' }),
  });
}

async function read(scene: Scene, where: Where): Promise<boolean> {
  const { by, kind } = scene;
  const { id } = await bookingIn(scene, where);
  const ways = isAllowed(await by.send('query ($id: ID!) { bookingAlternatives(id: $id) { roomId } }', { id }));
  if (kind !== 'organisation') return ways;
  const { id: organisation } = await organisationIn(scene, where);
  const list = 'query ($organisation: ID!) { organisationBookings(organisationId: $organisation) { cursor } }';
  const live =
    'subscription ($organisation: ID!, $after: String) { organisationBookingsChanges(organisationId: $organisation, after: $after) { kind } }';
  return agreed({
    bookingAlternatives: ways,
    organisationBookings: isAllowed(await by.send(list, { organisation })),
    organisationBookingsChanges: isAllowed(await firstFrame(scene, live, { organisation, after: `${newId()}.0` })),
  });
}

const REVEAL = 'mutation ($input: OnPlaceInput!) { revealBooking(input: $input) { email } }';
async function reveal(scene: Scene, where: Where): Promise<boolean> {
  const input = { key: newId(), id: await requestedIn(scene, where) };
  return isJournalled(scene, 'booking.reveal', () => scene.by.send(REVEAL, { input }));
}

/** The code that the actor holds; in its place a guess, for whoever holds none, or about another booking. */
async function codeIn(scene: Scene, where: Where): Promise<string> {
  const place = await placeIn(scene, where);
  const { id, code } = await aRequest(scene.world, place, free(place), `o${newId()}@example.org`);
  return scene.kind === 'booking' && where === 'own' ? code : id;
}

async function follow(scene: Scene, where: Where): Promise<boolean> {
  const code = await codeIn(scene, where);
  const live = 'subscription ($code: String!, $after: String) { ownBookingChanges(code: $code, after: $after) { kind } }';
  return agreed({
    ownBooking: isAllowed(await scene.by.send(OWN_BOOKING, { code })),
    ownBookingChanges: isAllowed(await firstFrame(scene, live, { code, after: `${newId()}.0` })),
  });
}

const onOwn = async ({ by }: Scene, mutation: OwnMutation, input: object) =>
  isAllowed(await by.send(ownDocument(mutation), { input: { key: newId(), ...input } }));

/** Of rooms that are lent. */
export const BOOKING_PROBES: Partial<Record<Action, (scene: Scene, where: Where) => Promise<boolean>>> = {
  'booking.prove': async ({ by }) =>
    isAllowed(
      await by.send('mutation ($input: ProveEmailInput!) { proveEmail(input: $input) }', {
        input: { key: newId(), id: newId(), email: `o${newId()}@example.org` },
      }),
    ),
  'booking.request': request,
  'booking.request-for': requestFor,
  'booking.enter': async (scene, where) => {
    const place = await placeIn(scene, where);
    return tells(scene, 'booking.enter', 'enterBooking', entered(place, free(place)));
  },
  'booking.answer': answer,
  'booking.change': change,
  'booking.read': read,
  'booking.reveal': reveal,
  'booking.follow': follow,
  'booking.move-own': async (scene, where) =>
    onOwn(scene, 'moveOwnBooking', { code: await codeIn(scene, where), version: 1, ...free(await placeIn(scene, where)) }),
  'booking.withdraw-own': async (scene, where) => onOwn(scene, 'withdrawOwnBooking', { code: await codeIn(scene, where) }),
};
