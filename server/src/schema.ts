import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { DemoResolver } from './demo/demo.resolver.ts';
import { AuditResolver } from './identity/audit.resolver.ts';
import { IdentityResolver } from './identity/identity.resolver.ts';
import { DistrictResolver } from './district/district.resolver.ts';
import { MemberResolver } from './network/member/member.resolver.ts';
import { AgendaResolver } from './network/agenda/agenda.resolver.ts';
import { LeadResolver } from './network/live/lead.resolver.ts';
import { VoiceResolver } from './network/live/voice.resolver.ts';
import { MeetingResolver } from './network/meeting/meeting.resolver.ts';
import { MinutesResolver } from './network/minutes/minutes.resolver.ts';
import { BoardResolver } from './network/board/board.resolver.ts';
import { BookingResolver } from './place/booking/booking.resolver.ts';
import { VisitorResolver } from './place/booking/visitor.resolver.ts';
import { FridgeResolver } from './place/fridge/fridge.resolver.ts';
import { PlaceResolver } from './place/place/place.resolver.ts';
import { StaffResolver } from './place/staff/staff.resolver.ts';
import { OwnRequestResolver } from './request/own-request.resolver.ts';
import { RequestCommandsResolver } from './request/request-commands.resolver.ts';
import { RequestLiveResolver } from './request/request-live.resolver.ts';
import { RequestResolver } from './request/request.resolver.ts';
import { AvailabilityResolver } from './volunteer/availability.resolver.ts';
import { CoverageResolver } from './volunteer/coverage.resolver.ts';
import { DispatchResolver } from './volunteer/dispatch.resolver.ts';
import { MineResolver } from './volunteer/mine.resolver.ts';
import { OrganisationResolver } from './volunteer/organisation.resolver.ts';
import { RosterResolver } from './volunteer/roster.resolver.ts';

/** TypeGraphQL asks for a pub/sub even where every subscription has its own source; it must never be used. */
const noPubSub = {
  publish() {
    throw new Error('changes go through the log');
  },
  subscribe(): AsyncIterable<never> {
    throw new Error('changes go through the log');
  },
};

export function createSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      AgendaResolver,
      LeadResolver,
      MeetingResolver,
      MinutesResolver,
      VoiceResolver,
      AuditResolver,
      AvailabilityResolver,
      BoardResolver,
      BookingResolver,
      CoverageResolver,
      DemoResolver,
      DispatchResolver,
      DistrictResolver,
      FridgeResolver,
      IdentityResolver,
      MemberResolver,
      MineResolver,
      OrganisationResolver,
      OwnRequestResolver,
      PlaceResolver,
      RequestCommandsResolver,
      RequestLiveResolver,
      RequestResolver,
      RosterResolver,
      StaffResolver,
      VisitorResolver,
    ],
    validate: false,
    pubSub: noPubSub,
    emitSchemaFile: false,
  });
}

/** The schema as committed in `schema.graphql`. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await createSchema()))}\n`;
}
