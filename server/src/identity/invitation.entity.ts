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
    role: p.enum(ROLES),
    invitedAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
  },
});

/** An invitation to a district's Team. Its link carries a token made from the id and the server's secret; no token is stored. */
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

  static create(data: { id: string; name: string; email: string; district: string; role: Role }, now: Date): Invitation {
    const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
    return Object.assign(new Invitation(), { ...data, invitedAt: now, expiresAt, acceptedAt: null });
  }

  isOpen(now: Date): boolean {
    return this.acceptedAt === null && this.expiresAt > now;
  }
}
schema.setClass(Invitation);
