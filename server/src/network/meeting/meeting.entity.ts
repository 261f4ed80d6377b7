import { defineEntity, p } from '@mikro-orm/core';
import { MEETING_STATES } from '@ww/shared/network/terms';

const MeetingSchema = defineEntity({
  name: 'Meeting',
  tableName: 'meeting',
  properties: {
    id: p.uuid().primary(),
    district: p.string(),
    title: p.string(),
    place: p.string().nullable(),
    /** Whether it has a link; the link itself is kept apart. */
    online: p.boolean(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    seats: p.integer(),
    signUpUntil: p.datetime(),
    state: p.enum(MEETING_STATES),
    calledById: p.uuid(),
    createdAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    cancelReason: p.string().nullable(),
    /** When it was to start before it was moved. */
    movedFrom: p.datetime().nullable(),
    /** Who may lead besides the district's coordinators. */
    deputyIds: p.array().$type<string[]>(),
    /** The place that the next sign-up takes in the order of signing up. */
    nextPlace: p.integer(),
    leaderId: p.uuid().nullable(),
    leaderSince: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** Of the calendar part (RFC 5545 `SEQUENCE`): rises when something that people have in their calendars changes. */
    sequence: p.integer(),
    /** Rises when the details are edited; `version` rises with anything in the meeting. */
    detailsVersion: p.integer(),
    version: p.integer(),
  },
});

/** A meeting of a district's Network. */
export class Meeting extends MeetingSchema.class {
  get isUpcoming(): boolean {
    return this.state === 'DRAFT' || this.state === 'PUBLISHED';
  }

  /** @param now the sign-up ends at `signUpUntil`; the waiting list moves until the start. */
  takesAnswers(now: Date): boolean {
    return this.state === 'PUBLISHED' && now < this.startsAt;
  }
}
MeetingSchema.setClass(Meeting);

/** The online link; leaves by `revealLink` and in letters to those accepted, nowhere else. */
const PrivateSchema = defineEntity({
  name: 'MeetingPrivate',
  tableName: 'meeting_private',
  properties: { meetingId: p.uuid().primary(), link: p.string() },
});
export class MeetingPrivate extends PrivateSchema.class {}
PrivateSchema.setClass(MeetingPrivate);
