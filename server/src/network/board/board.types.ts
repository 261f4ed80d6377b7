import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { MATCH_REASONS, type MatchReason } from '@ww/shared/network/match';
import type { ActivityState, BoardKind, BoardSide, BoardState } from '@ww/shared/network/terms';
import { graphqlEnum } from '../../platform/enums.ts';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';
import { ActivityStateEnum, BoardKindEnum, BoardSideEnum, BoardStateEnum } from '../network.enums.ts';

const MatchReasonEnum = graphqlEnum('MatchReason', MATCH_REASONS);

@ObjectType()
export class BoardOrganisation {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'An open entry of the other side that may answer this one.' })
export class BoardSuggestion {
  @Field(() => ID)
  entryId!: string;

  @Field(() => [MatchReasonEnum])
  reasons!: MatchReason[];

  @Field(() => [String], { description: 'Words of both, as the other one writes them; at most three, for `WORDS`.' })
  words!: string[];
}

@ObjectType({ description: 'What an organisation of the Network has or lacks.' })
export class BoardEntryView {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => BoardSideEnum)
  side!: BoardSide;

  @Field(() => BoardKindEnum)
  kind!: BoardKind;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => Int, { nullable: true, description: "How many or how much, in the words' unit." })
  amount!: number | null;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => String, { nullable: true, description: "Day of Warsaw's calendar." })
  fromDay!: string | null;

  @Field(() => String, { nullable: true })
  toDay!: string | null;

  @Field(() => BoardStateEnum)
  state!: BoardState;

  @Field(() => BoardOrganisation, { nullable: true, description: "Nothing for the district's coordinator." })
  organisation!: BoardOrganisation | null;

  @Field(() => String)
  postedBy!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When an open need is proposed for the agenda by itself.' })
  proposeAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The published meeting whose agenda it is proposed for, or stands on.' })
  proposedOn!: string | null;

  @Field(() => [BoardSuggestion], { description: 'At most three, the best first.' })
  suggestions!: BoardSuggestion[];
}

@ObjectType()
export class ActivityOwner {
  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'An entry that became part of a joint activity.' })
export class ActivityPart {
  @Field(() => ID)
  entryId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => BoardOrganisation, { nullable: true })
  organisation!: BoardOrganisation | null;
}

@ObjectType({ description: 'What an offer and a need became.' })
export class JointActivityView {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: "Day of Warsaw's calendar." })
  day!: string | null;

  @Field(() => ActivityStateEnum)
  state!: ActivityState;

  @Field(() => [ActivityOwner])
  owners!: ActivityOwner[];

  @Field(() => ActivityPart)
  offer!: ActivityPart;

  @Field(() => ActivityPart)
  need!: ActivityPart;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;
}

@ObjectType({ description: "A Network's resources and needs." })
export class Board {
  @Field(() => String, { description: 'Where to subscribe from: taken before the board was read.' })
  cursor!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => Boolean, { description: 'Whether the Network runs; a board of one that does not can only be read.' })
  enabled!: boolean;

  @Field(() => Int, { description: 'Days after which a need that nobody answered is proposed for the agenda.' })
  unansweredDays!: number;

  @Field(() => [BoardEntryView], { description: 'Open ones, the newest first, then those that ended in the last 90 days.' })
  entries!: BoardEntryView[];

  @Field(() => [JointActivityView], { description: 'Planned ones by day, then those that ended in the last 90 days.' })
  activities!: JointActivityView[];
}

@ObjectType({ description: 'The whole board as it is now: what suits an entry follows from all the others.' })
export class BoardChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => Board, { nullable: true })
  board!: Board | null;
}
