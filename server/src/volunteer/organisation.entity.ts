import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, Int, ObjectType } from 'type-graphql';

const schema = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    district: p.string(),
    districts: p.array().$type<string[]>(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

/** A host of volunteers: an NGO, a school, a library, an informal group. */
@ObjectType('OrganisationRow')
export class Organisation extends schema.class {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  declare name: string;

  @Field(() => ID, { description: 'Whose coordinator registered it.' })
  declare district: string;

  @Field(() => [ID])
  declare districts: string[];

  @Field(() => Int)
  declare version: number;
}
schema.setClass(Organisation);
