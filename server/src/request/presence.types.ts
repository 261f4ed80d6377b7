import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType()
export class Looker {
  @Field(() => ID, { nullable: true })
  requestId!: string | null;

  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  displayName!: string;
}

@ObjectType()
export class Presence {
  @Field(() => [Looker])
  lookers!: Looker[];
}
