import { Field, ID, InputType } from 'type-graphql';
import { RoleEnum } from './identity.types.ts';

@InputType()
export class InviteTeamMemberInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => RoleEnum)
  role!: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => ID)
  key!: string;

  @Field(() => String)
  token!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  password!: string;
}

@InputType()
export class RemoveTeamMemberInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID)
  grantId!: string;
}

@InputType()
export class RevokeSessionInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID)
  id!: string;
}

@InputType()
export class AskForLinkInput {
  @Field(() => ID)
  key!: string;

  @Field(() => String)
  email!: string;
}
