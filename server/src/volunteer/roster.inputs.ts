import { Field, ID, InputType, Int } from 'type-graphql';
import { KindEnum, LanguageEnum, RevealReasonEnum } from '../request/request.enums.ts';
import { ContactEnum, VolunteerLimitEnum } from './volunteer.enums.ts';

// What may be said is checked by the schemas in `shared`; these classes only give it GraphQL's shape.

@InputType()
export class OnVolunteerInput {
  @Field(() => ID, { description: 'A fresh UUID for each intention; the same key again answers the same.' })
  key!: string;

  @Field(() => ID)
  id!: string;
}

@InputType()
class ProfileInput extends OnVolunteerInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => ContactEnum)
  contact!: string;

  @Field(() => [ID], { description: 'Districts served.' })
  districts!: string[];

  @Field(() => [KindEnum])
  kinds!: string[];

  @Field(() => [LanguageEnum])
  languages!: string[];

  @Field(() => [VolunteerLimitEnum])
  limits!: string[];

  @Field(() => Int, { description: 'Open tasks at once.' })
  maxOpen!: number;

  @Field(() => Int, { nullable: true, description: 'Own limit, in minutes of a week from Monday.' })
  weeklyMinutes?: number | null;

  @Field(() => String, { description: 'First day of the volunteering, `2026-11-26`.' })
  since!: string;

  @Field(() => String, { nullable: true })
  agreementOn?: string | null;

  @Field(() => String, { nullable: true })
  insuredUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'The eighteenth birthday of a minor.' })
  adultOn?: string | null;

  @Field(() => String, { nullable: true })
  guardianConsentOn?: string | null;
}

@InputType()
export class AddVolunteerInput extends ProfileInput {
  @Field(() => ID, { description: 'Who holds the volunteer, where no organisation does.' })
  district!: string;

  @Field(() => ID, { nullable: true })
  organisationId?: string | null;

  @Field(() => Boolean, { description: 'Send a link into an account.' })
  invite!: boolean;
}

@InputType()
export class AmendVolunteerInput extends ProfileInput {
  @Field(() => Int)
  version!: number;
}

@InputType()
export class RevealVolunteerInput extends OnVolunteerInput {
  @Field(() => RevealReasonEnum)
  reason!: string;
}
