import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: "Someone in a district's Network." })
export class NetworkPerson {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String, {
    nullable: true,
    description: "The member organisations that they coordinate; nothing for the district's own coordinator.",
  })
  organisation!: string | null;
}
