import { Field, ID, InputType, Int } from 'type-graphql';

// What these hold is checked by the schemas in `shared`; these classes only give it GraphQL's shape.

@InputType({ description: 'A command on one thing, that needs nothing more.' })
export class OnPlaceInput {
  @Field(() => ID, { description: 'A fresh UUID for each intention; the same key again answers the same.' })
  key!: string;

  @Field(() => ID)
  id!: string;
}

@InputType({ description: 'As `OnPlaceInput`, refused when somebody has changed it since.' })
export class OnVersionInput extends OnPlaceInput {
  @Field(() => Int)
  version!: number;
}
