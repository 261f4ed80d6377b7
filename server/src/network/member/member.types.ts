import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { MEMBERSHIP_STATES, type MembershipState } from '@ww/shared/network/terms';
import { graphqlEnum } from '../../platform/enums.ts';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';

const MembershipStateEnum = graphqlEnum('MembershipState', MEMBERSHIP_STATES);

@ObjectType({ description: 'A district’s Network of volunteering coordinators, with its settings.' })
export class NetworkSettings {
  @Field(() => ID)
  district!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => Int, { description: 'Days after which a need that nobody answered is put forward for the agenda.' })
  unansweredDays!: number;

  @Field(() => Int)
  version!: number;
}

@ObjectType()
export class NetworkView extends NetworkSettings {
  @Field(() => String, { description: 'Where to subscribe from: taken before the figures were read.' })
  cursor!: string;

  @Field(() => Int)
  members!: number;

  @Field(() => Int, { nullable: true, description: 'Organisations that wait for an answer; null for whoever does not give it.' })
  asked!: number | null;
}

@ObjectType()
export class MemberOrganisation {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'Where an organisation stands with a Network; no e-mail, no phone.' })
export class NetworkMemberRow {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  district!: string;

  @Field(() => MemberOrganisation)
  organisation!: MemberOrganisation;

  @Field(() => MembershipStateEnum)
  state!: MembershipState;

  @Field(() => GraphQLISODateTime, { description: 'Since when it is in this state.' })
  since!: Date;

  @Field(() => String, { nullable: true })
  does!: string | null;

  @Field(() => [String], { description: 'Names of its coordinators.' })
  coordinators!: string[];

  @Field(() => Boolean, { description: 'Whether an e-mail address is known; what it is takes a reveal.' })
  hasEmail!: boolean;

  @Field(() => Boolean)
  hasPhone!: boolean;
}

@ObjectType()
export class NetworkMemberPage {
  @Field(() => String, { description: 'Where to subscribe from: taken before the rows were read.' })
  cursor!: string;

  @Field(() => [NetworkMemberRow])
  rows!: NetworkMemberRow[];
}

@ObjectType()
export class NetworkMemberChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => ID, { nullable: true })
  id!: string | null;

  @Field(() => NetworkMemberRow, { nullable: true })
  row!: NetworkMemberRow | null;
}

@ObjectType({ description: 'How an organisation is reached; seen by whom is in the audit trail.' })
export class RevealedMember {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;
}
