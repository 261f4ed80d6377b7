import { Field, ID, InputType } from 'type-graphql';

// What may be said is checked by the schemas in `shared`; these classes only give it GraphQL's shape.

@InputType({ description: 'A command on one thing, that needs nothing more.' })
export class OnNetworkInput {
  @Field(() => ID, { description: 'A fresh UUID for each intention; the same key again answers the same.' })
  key!: string;

  @Field(() => ID)
  id!: string;
}
