import { Field, Int, ObjectType } from 'type-graphql';
import { Organisation } from './organisation.entity.ts';
import { VolunteerPool } from './pool.entity.ts';

@ObjectType()
export class OrganisationView {
  @Field(() => Organisation)
  row!: Organisation;

  @Field(() => Int)
  volunteers!: number;

  @Field(() => [String], { description: 'Names of its coordinators.' })
  coordinators!: string[];

  @Field(() => [VolunteerPool], { description: 'Those that are offered today or later.' })
  pools!: VolunteerPool[];
}
