import { Field, ID, InputType, Int } from 'type-graphql';
import { OnNetworkInput } from '../network.inputs.ts';

// What may be said is checked by the schemas in `shared`; these classes only give it GraphQL's shape.

@InputType()
export class SetNetworkInput {
  @Field(() => ID, { description: 'A fresh UUID for each intention; the same key again answers the same.' })
  key!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => Int, { description: 'Days after which a need that nobody answered is put forward for the agenda.' })
  unansweredDays!: number;
}

@InputType()
export class OnMembershipInput extends OnNetworkInput {}

@InputType({ description: '`id` is the membership’s; where these two have met before, theirs is taken.' })
export class JoinNetworkInput extends OnMembershipInput {
  @Field(() => ID)
  district!: string;

  @Field(() => ID)
  organisationId!: string;
}

@InputType()
export class AnswerMembershipInput extends OnMembershipInput {
  @Field(() => Boolean)
  accepted!: boolean;
}

@InputType()
export class DescribeMemberInput extends OnMembershipInput {
  @Field(() => Int)
  version!: number;

  @Field(() => String, { nullable: true, description: 'What the organisation does, for everybody in the Network.' })
  does?: string | null;

  @Field(() => String, { nullable: true })
  contactName?: string | null;

  @Field(() => String, { nullable: true })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true })
  contactPhone?: string | null;
}
