import { Field, ID, InputType, Int } from 'type-graphql';
import { BoardKindEnum, BoardSideEnum } from '../network.enums.ts';
import { OnNetworkInput } from '../network.inputs.ts';

// What these hold is checked by the schemas in `shared`; these classes only give it GraphQL's shape.

@InputType()
export class OnBoardInput extends OnNetworkInput {}

@InputType()
class EntryInput extends OnBoardInput {
  @Field(() => BoardSideEnum)
  side!: string;

  @Field(() => BoardKindEnum)
  kind!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => Int, { nullable: true })
  amount?: number | null;

  @Field(() => String, { nullable: true })
  place?: string | null;

  @Field(() => String, { nullable: true, description: "Day of Warsaw's calendar, `2026-11-26`." })
  fromDay?: string | null;

  @Field(() => String, { nullable: true })
  toDay?: string | null;
}

@InputType()
export class PostEntryInput extends EntryInput {
  @Field(() => ID)
  district!: string;

  @Field(() => ID, { nullable: true, description: "A member of the Network; nothing for the district's coordinator." })
  organisationId?: string | null;
}

@InputType()
export class AmendEntryInput extends EntryInput {
  @Field(() => Int)
  version!: number;
}

@InputType()
export class JoinEntriesInput extends OnBoardInput {
  @Field(() => ID)
  offerId!: string;

  @Field(() => ID)
  needId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  day?: string | null;

  @Field(() => [ID], { description: 'Who sees to it, by person.' })
  owners!: string[];
}

@InputType()
export class FinishActivityInput extends OnBoardInput {
  @Field(() => Boolean, { description: 'False calls it off: both entries are open again.' })
  done!: boolean;
}
