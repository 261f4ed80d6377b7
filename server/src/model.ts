import 'reflect-metadata';
import { RoleGrant } from './identity/grant.entity.ts';
import { Invitation } from './identity/invitation.entity.ts';
import { Person } from './identity/person.entity.ts';
import { SignInLink } from './identity/sign-in-link.entity.ts';
import { House20261122 } from './migrations/2026-11-22-house.ts';
import { Links20261122 } from './migrations/2026-11-22-links.ts';
import { Network20261122 } from './migrations/2026-11-22-network.ts';
import { Parts20261122 } from './migrations/2026-11-22-parts.ts';
import { Places20261122 } from './migrations/2026-11-22-places.ts';
import { Staff20261122 } from './migrations/2026-11-22-staff.ts';
import { Volunteers20261122 } from './migrations/2026-11-22-volunteers.ts';
import { AgendaItem } from './network/agenda/agenda-item.entity.ts';
import { BoardEntry, JointActivity } from './network/board/board.entity.ts';
import { Arrangement, Speaker } from './network/live/live.entity.ts';
import { Meeting, MeetingPrivate } from './network/meeting/meeting.entity.ts';
import { Attendance, Rsvp, RsvpPrivate } from './network/meeting/rsvp.entity.ts';
import { Network, NetworkMember, NetworkMemberPrivate } from './network/member/network.entity.ts';
import { ActionItem, Minutes } from './network/minutes/minutes.entity.ts';
import { Booking, BookingPrivate, BookingProof } from './place/booking/booking.entity.ts';
import { FridgeItem, FridgeShelf, FridgeTemperature } from './place/fridge/fridge.entity.ts';
import { Closure, OpeningDay, OpeningWeek } from './place/hours/hours.entity.ts';
import { HouseRules, Place, Room } from './place/place/place.entity.ts';
import { AuditEntry, LogEvent } from './platform/outbox.entity.ts';
import { HelpRequest } from './request/help-request.entity.ts';
import { RequestNote, RequestPrivate } from './request/request-private.entity.ts';
import { Dispatch, Offer, Task } from './volunteer/dispatch.entity.ts';
import { Organisation } from './volunteer/organisation.entity.ts';
import { VolunteerPool } from './volunteer/pool.entity.ts';
import { VolunteerPrivate } from './volunteer/volunteer-private.entity.ts';
import { Volunteer } from './volunteer/volunteer.entity.ts';

/** Every entity and every migration, in order. */
export const MODEL = {
  entities: [
    ...[AuditEntry, Dispatch, HelpRequest, Invitation, LogEvent, Offer, Organisation, Person, RequestNote, RequestPrivate],
    ...[ActionItem, AgendaItem, Arrangement, Attendance, BoardEntry, JointActivity, Meeting, MeetingPrivate, Minutes],
    ...[Network, NetworkMember, NetworkMemberPrivate, Rsvp, RsvpPrivate, Speaker],
    ...[
      Booking,
      BookingPrivate,
      BookingProof,
      Closure,
      FridgeItem,
      FridgeShelf,
      FridgeTemperature,
      HouseRules,
      OpeningDay,
      OpeningWeek,
      Place,
      Room,
    ],
    ...[RoleGrant, SignInLink, Task, Volunteer, VolunteerPool, VolunteerPrivate],
  ],
  migrations: [House20261122, Links20261122, Volunteers20261122, Network20261122, Places20261122, Parts20261122, Staff20261122],
};
