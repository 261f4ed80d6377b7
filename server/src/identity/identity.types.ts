import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { ROLES, type Role } from '@ww/shared/roles';
import { graphqlEnum } from '../platform/enums.ts';

export const RoleEnum = graphqlEnum('Role', ROLES);

@ObjectType()
export class GrantView {
  @Field(() => ID)
  id!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String, { nullable: true })
  scope!: string | null;
}

@ObjectType({ description: 'The signed-in person and what they may do.' })
export class Me {
  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  email!: string;

  @Field(() => [GrantView])
  grants!: GrantView[];

  @Field(() => [ID], { description: 'Districts in whose Network an organisation of theirs is.' })
  networks!: string[];

  @Field(() => ID)
  sessionId!: string;
}

@ObjectType()
export class SessionView {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime)
  lastSeenAt!: Date;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  @Field(() => String, { description: 'Browser and system, in the words of its user agent.' })
  device!: string;

  @Field(() => Boolean)
  current!: boolean;
}

@ObjectType()
export class TeamMember {
  @Field(() => ID)
  grantId!: string;

  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => GraphQLISODateTime)
  since!: Date;
}

@ObjectType()
export class InvitationPreview {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => String, { nullable: true, description: 'Of the place whose staff it is to; none for a Team.' })
  placeName!: string | null;

  @Field(() => RoleEnum)
  role!: Role;
}

@ObjectType()
export class Done {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class AskedForLink {
  @Field(() => Boolean, { description: 'Sent if the address has an account; which addresses have one is told to nobody.' })
  sent!: boolean;
}
