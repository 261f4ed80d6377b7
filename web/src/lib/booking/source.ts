import { type Answer, read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { WholeSource } from '#lib/live/whole.svelte.ts';
import {
  OrganisationBookingsChanges,
  OrganisationBookingsDocument,
  OwnBookingChanges,
  OwnBookingDocument,
  PlaceWeekChanges,
  PlaceWeekDocument,
  type OrganisationBookings,
  type OwnBooking,
  type PlaceWeek,
} from './documents.ts';

const picked = <T, P>(answer: Answer<T>, pick: (data: T) => P): Answer<P> => (answer.ok ? { ok: true, data: pick(answer.data) } : answer);

/** The week that holds a day, free and busy. */
export const readWeek = async (placeId: string, day: string, fetch?: typeof globalThis.fetch): Promise<Answer<PlaceWeek>> =>
  picked(await read(PlaceWeekDocument, { placeId, day }, fetch), ({ placeWeek }) => placeWeek);

export const weekSource = (placeId: string, day: string): WholeSource<PlaceWeek> => ({
  read: () => readWeek(placeId, day),
  open(after, next, refused) {
    const variables = { placeId, day, after };
    return follow(PlaceWeekChanges, variables, {
      next({ placeWeekChanges: { kind, cursor, week } }) {
        variables.after = cursor;
        next({ kind, cursor, value: week });
      },
      refused,
    });
  },
});

export const readOwn = async (code: string): Promise<Answer<OwnBooking>> =>
  picked(await read(OwnBookingDocument, { code }), ({ ownBooking }) => ownBooking);

/** A booking as whoever holds its code sees it. */
export const ownSource = (code: string): WholeSource<OwnBooking> => ({
  read: () => readOwn(code),
  open(after, next, refused) {
    const variables = { code, after };
    return follow(OwnBookingChanges, variables, {
      next({ ownBookingChanges: { kind, cursor, own } }) {
        variables.after = cursor;
        next({ kind, cursor, value: own });
      },
      refused,
    });
  },
});

export const readTheirs = async (organisationId: string): Promise<Answer<OrganisationBookings>> =>
  picked(await read(OrganisationBookingsDocument, { organisationId }), ({ organisationBookings }) => organisationBookings);

/** What an organisation has booked, as its coordinators see it. */
export const theirSource = (organisationId: string): WholeSource<OrganisationBookings> => ({
  read: () => readTheirs(organisationId),
  open(after, next, refused) {
    const variables = { organisationId, after };
    return follow(OrganisationBookingsChanges, variables, {
      next({ organisationBookingsChanges: { kind, cursor, organisation } }) {
        variables.after = cursor;
        next({ kind, cursor, value: organisation });
      },
      refused,
    });
  },
});
