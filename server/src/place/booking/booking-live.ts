import { demandGrant } from '../../platform/demand.ts';
import { liveSource } from '../../platform/live-source.ts';
import { expectPlace } from '../place/place.queries.ts';
import { bookingsOf, openBooking, ownOf } from './own.queries.ts';
import type { OrganisationBookings, OrganisationBookingsChange, OwnBookingChange } from './own.types.ts';
import { placeWeek, staffWeek, weekOf } from './week.queries.ts';
import type { PlaceWeekChange, StaffWeekChange } from './booking.types.ts';

/** A closing moves many bookings at once: one new week. */
const GATHER_MS = 200;
const TOPICS = ['place', 'booking'];

liveSource<{ placeId: string; day: string }>('placeWeekChanges', async (ctx, { placeId, day }) => {
  await expectPlace(ctx.em, { id: placeId });
  weekOf(day);
  const { clock } = ctx.services;
  return {
    audience: 'ANYONE',
    log: {
      accepts: ({ topic, scope }) => scope === placeId && TOPICS.includes(topic),
      gatherMs: GATHER_MS,
      subjectOf: () => placeId,
      async read(em, _id, cursor): Promise<PlaceWeekChange> {
        const week = await placeWeek(em, { placeId, day, now: clock.now(), cursor });
        return { kind: week ? 'UPSERT' : 'REMOVE', cursor, week };
      },
      reset: (cursor): PlaceWeekChange => ({ kind: 'RESET', cursor, week: null }),
    },
  };
});

liveSource<{ placeId: string; day: string }>('staffWeekChanges', (ctx, { placeId, day }) => {
  const grant = demandGrant(ctx, 'place.read', { place: placeId });
  weekOf(day);
  const { clock } = ctx.services;
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      accepts: ({ topic, scope }) => scope === placeId && TOPICS.includes(topic),
      gatherMs: GATHER_MS,
      subjectOf: () => placeId,
      async read(em, _id, cursor): Promise<StaffWeekChange> {
        const week = await staffWeek(em, { placeId, day, now: clock.now(), cursor });
        return { kind: week ? 'UPSERT' : 'REMOVE', cursor, week };
      },
      reset: (cursor): StaffWeekChange => ({ kind: 'RESET', cursor, week: null }),
    },
  };
});

liveSource<{ code: string }>('ownBookingChanges', async (ctx, { code }) => {
  const { id, placeId } = await openBooking(ctx, code);
  const { clock } = ctx.services;
  return {
    audience: `BOOKING_HOLDER@${id}`,
    log: {
      // where it could go changes with everybody's bookings; that is looked at when a step is made
      accepts: ({ topic, scope, subjectId }) => (topic === 'booking' && subjectId === id) || (topic === 'place' && scope === placeId),
      gatherMs: GATHER_MS,
      subjectOf: () => id,
      async read(em, _id, cursor): Promise<OwnBookingChange> {
        return { kind: 'UPSERT', cursor, own: await ownOf(em, id, clock.now(), cursor) };
      },
      reset: (cursor): OwnBookingChange => ({ kind: 'RESET', cursor, own: null }),
    },
  };
});

liveSource<{ organisationId: string }>('organisationBookingsChanges', async (ctx, { organisationId }) => {
  const grant = demandGrant(ctx, 'booking.read', { organisation: organisationId });
  const { clock, feed } = ctx.services;
  const placesOf = ({ bookings }: OrganisationBookings) => new Set(bookings.map(({ place }) => place.id));
  // the hours and rooms of a place where it has booked show as well
  let places = placesOf(await bookingsOf(ctx.em, organisationId, clock.now(), feed.cursor));
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      accepts: ({ topic, scope, subjectId }) =>
        (topic === 'borrower' && subjectId === organisationId) || (topic === 'place' && scope !== null && places.has(scope)),
      gatherMs: GATHER_MS,
      subjectOf: () => organisationId,
      async read(em, _id, cursor): Promise<OrganisationBookingsChange> {
        const organisation = await bookingsOf(em, organisationId, clock.now(), cursor);
        places = placesOf(organisation);
        return { kind: 'UPSERT', cursor, organisation };
      },
      reset: (cursor): OrganisationBookingsChange => ({ kind: 'RESET', cursor, organisation: null }),
    },
  };
});
