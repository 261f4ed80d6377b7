import { Field, ID, InputType } from 'type-graphql';
import { OnPlaceInput } from '../place.inputs.ts';

@InputType()
export class InvitePlaceStaffInput extends OnPlaceInput {
  @Field(() => ID)
  placeId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;
}

@InputType()
export class RemovePlaceStaffInput {
  @Field(() => ID)
  key!: string;

  @Field(() => ID)
  grantId!: string;
}
