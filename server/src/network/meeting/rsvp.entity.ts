import { defineEntity, p } from '@mikro-orm/core';
import { RSVP_STATES } from '@ww/shared/network/terms';

/**
 * One person's answer. Whoever is accepted holds a numbered seat, and a seat is a row of the meeting (`rsvp_seat`), so there
 * are never more accepted than seats. `place` is the order of signing up: the waiting list goes by it.
 */
const RsvpSchema = defineEntity({
  name: 'Rsvp',
  tableName: 'rsvp',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    personId: p.uuid(),
    organisationId: p.uuid(),
    state: p.enum(RSVP_STATES),
    place: p.integer(),
    seat: p.integer().nullable(),
    interpreter: p.boolean(),
    /** Asked for with less than the statutory notice: flagged, never refused. */
    interpreterLate: p.boolean(),
    hasNeeds: p.boolean(),
    answeredAt: p.datetime(),
    version: p.integer(),
  },
});
export class Rsvp extends RsvpSchema.class {}
RsvpSchema.setClass(Rsvp);

/** What else somebody needs to take part; may tell of their health, so it leaves by `revealNeeds` only. */
const PrivateSchema = defineEntity({
  name: 'RsvpPrivate',
  tableName: 'rsvp_private',
  properties: { rsvpId: p.uuid().primary(), needs: p.string() },
});
export class RsvpPrivate extends PrivateSchema.class {}
PrivateSchema.setClass(RsvpPrivate);

/** Somebody who came: who signed up, or a guest by name. */
const AttendanceSchema = defineEntity({
  name: 'Attendance',
  tableName: 'attendance',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    personId: p.uuid().nullable(),
    name: p.string(),
    organisation: p.string().nullable(),
    remote: p.boolean(),
    arrivedAt: p.datetime(),
  },
});
export class Attendance extends AttendanceSchema.class {}
AttendanceSchema.setClass(Attendance);
