import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

@ObjectType()
export class PersonData {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'E.164.' })
  phone!: string | null;
}

@ObjectType()
export class AddressData {
  @Field(() => String)
  street!: string;

  @Field(() => String)
  house!: string;

  @Field(() => String, { nullable: true })
  flat!: string | null;

  @Field(() => String, { nullable: true })
  access!: string | null;
}

@ObjectType()
export class NoteData {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  byName!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}

@ObjectType({ description: 'The personal data of one request; each reading is an audit entry.' })
export class RevealedRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => GraphQLISODateTime)
  revealedAt!: Date;

  @Field(() => String)
  words!: string;

  @Field(() => PersonData)
  person!: PersonData;

  @Field(() => PersonData, { nullable: true })
  reporter!: PersonData | null;

  @Field(() => PersonData, { nullable: true })
  contact!: PersonData | null;

  @Field(() => AddressData)
  address!: AddressData;

  @Field(() => [NoteData])
  notes!: NoteData[];
}
