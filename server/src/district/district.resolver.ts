import { Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { DISTRICTS } from '@ww/shared/district';

@ObjectType()
export class District {
  @Field(() => ID)
  slug!: string;

  @Field(() => String, { description: 'Code of the National Official Register of the Territorial Division.' })
  teryt!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [String], { description: 'Phones of the Team, E.164.' })
  teamPhones!: string[];

  @Field(() => Boolean, { description: 'Whether a Network of volunteering coordinators runs here.' })
  localVolunteering!: boolean;

  @Field(() => Int)
  tileRow!: number;

  @Field(() => Int)
  tileColumn!: number;
}

@Resolver()
export class DistrictResolver {
  @Query(() => [District])
  districts(): District[] {
    return DISTRICTS.map(({ tile, ...rest }) => ({ ...rest, tileRow: tile.row, tileColumn: tile.column }));
  }
}
