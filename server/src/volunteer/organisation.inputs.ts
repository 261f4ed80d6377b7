import { Field, ID, InputType, Int } from 'type-graphql';
import { KindEnum } from '../request/request.enums.ts';

// What may be said is checked by the schemas in `shared`; these classes only give it GraphQL's shape.

@InputType()
export class WithdrawPoolInput {
  @Field(() => ID, { description: 'A fresh UUID for each intention; the same key again answers the same.' })
  key!: string;

  @Field(() => ID)
  id!: string;
}

@InputType()
export class RegisterOrganisationInput extends WithdrawPoolInput {
  @Field(() => String)
  name!: string;

  @Field(() => ID, { description: 'Whose coordinator registers it.' })
  district!: string;

  @Field(() => [ID])
  districts!: string[];

  @Field(() => String)
  coordinatorName!: string;

  @Field(() => String, { description: 'A link into an account goes there.' })
  coordinatorEmail!: string;
}

@InputType()
export class OfferPoolInput extends WithdrawPoolInput {
  @Field(() => ID)
  organisationId!: string;

  @Field(() => [ID])
  districts!: string[];

  @Field(() => [KindEnum])
  kinds!: string[];

  @Field(() => [Int], { description: '1 is Monday.' })
  weekdays!: number[];

  @Field(() => Int, { description: 'Minutes of Warsaw’s wall clock from midnight.' })
  fromMinute!: number;

  @Field(() => Int)
  toMinute!: number;

  @Field(() => Int)
  headcount!: number;

  @Field(() => String, { description: 'First day, `2026-11-26`.' })
  fromDay!: string;

  @Field(() => String, { description: 'Last day.' })
  toDay!: string;
}
