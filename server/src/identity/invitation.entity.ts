import { defineEntity, p } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { ROLES, type Role } from '@ww/shared/roles';
import { RoleEnum } from './identity.types.ts';

/** How long an invitation can be accepted. */
const VALID_DAYS = 7;

const schema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    email: p.string(),
    district: p.string(),
    placeId: p.uuid().nullable(),
    role: p.enum(ROLES),
    invitedAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
  },
});

/** To what somebody is invited; the role is the place's where there is one, else the district's. */
export interface Invited {
  id: string;
  name: string;
  email: string;
  district: string;
  placeId: string | null;
  role: Role;
}

/** An invitation to a district's Team, or to the staff of a place in the district. Its link carries a token made from the id and the server's secret; no token is stored. */
@ObjectType('InvitationView')
export class Invitation extends schema.class {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  declare name: string;

  @Field(() => String)
  declare email: string;

  @Field(() => RoleEnum)
  declare role: Role;

  @Field(() => GraphQLISODateTime)
  declare invitedAt: Date;

  @Field(() => GraphQLISODateTime)
  declare expiresAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  declare acceptedAt: Date | null;

  static create(data: Invited, now: Date): Invitation {
    const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
    return Object.assign(new Invitation(), { ...data, invitedAt: now, expiresAt, acceptedAt: null });
  }

  /** Where the role will be held. */
  get scope(): string {
    return this.placeId ?? this.district;
  }

  isOpen(now: Date): boolean {
    return this.acceptedAt === null && this.expiresAt > now;
  }
}
schema.setClass(Invitation);
