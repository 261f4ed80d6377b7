import { defineEntity, p } from '@mikro-orm/core';
import { MEMBERSHIP_STATES } from '@ww/shared/network/terms';

/** A district's Network (Dzielnicowa Sieć Koordynatorów Wolontariatu): whether it runs, and its settings. One row a district. */
const NetworkSchema = defineEntity({
  name: 'Network',
  tableName: 'network',
  properties: {
    district: p.string().primary(),
    enabled: p.boolean(),
    unansweredDays: p.integer(),
    version: p.integer(),
  },
});
export class Network extends NetworkSchema.class {}
NetworkSchema.setClass(Network);

/** Where an organisation stands with a Network. While it is a `MEMBER`, its coordinators hold `NETWORK_MEMBER` (view `standing`). */
const MemberSchema = defineEntity({
  name: 'NetworkMember',
  tableName: 'network_member',
  properties: {
    id: p.uuid().primary(),
    district: p.string(),
    organisationId: p.uuid(),
    state: p.enum(MEMBERSHIP_STATES),
    since: p.datetime(),
    does: p.string().nullable(),
    version: p.integer(),
  },
});
export class NetworkMember extends MemberSchema.class {}
MemberSchema.setClass(NetworkMember);

/** How an organisation is reached; leaves by `revealMember` only. */
const PrivateSchema = defineEntity({
  name: 'NetworkMemberPrivate',
  tableName: 'network_member_private',
  properties: {
    memberId: p.uuid().primary(),
    contactName: p.string().nullable(),
    contactEmail: p.string().nullable(),
    contactPhone: p.string().nullable(),
  },
});
export class NetworkMemberPrivate extends PrivateSchema.class {}
PrivateSchema.setClass(NetworkMemberPrivate);
