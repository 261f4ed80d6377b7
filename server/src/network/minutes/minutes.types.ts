import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { ArrangementState, ItemKind, ItemState, MinutesState } from '@ww/shared/network/terms';
import { ArrangementStateEnum, ItemKindEnum, ItemStateEnum, MinutesStateEnum } from '../network.enums.ts';

@ObjectType()
export class MinutesArrangementView {
  @Field(() => String)
  text!: string;

  @Field(() => ArrangementStateEnum)
  state!: ArrangementState;

  @Field(() => Int)
  for!: number;

  @Field(() => Int)
  against!: number;

  @Field(() => Int)
  abstained!: number;
}

@ObjectType()
export class MinutesActionView {
  @Field(() => String)
  text!: string;

  @Field(() => String)
  owner!: string;

  @Field(() => String)
  due!: string;
}

@ObjectType()
export class MinutesItemView {
  @Field(() => ID)
  itemId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ItemKindEnum)
  kind!: ItemKind;

  @Field(() => ItemStateEnum)
  state!: ItemState;

  @Field(() => String, { nullable: true })
  presenter!: string | null;

  @Field(() => Int)
  plannedMinutes!: number;

  @Field(() => Int, { description: 'How long it really took, in whole minutes.' })
  spentMinutes!: number;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => [MinutesArrangementView])
  arrangements!: MinutesArrangementView[];

  @Field(() => [MinutesActionView])
  actions!: MinutesActionView[];
}

@ObjectType()
export class MinutesAttendeeView {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  organisation!: string | null;

  @Field(() => Boolean)
  remote!: boolean;
}

@ObjectType({ description: 'The minutes of a meeting; a draft is seen by whoever writes it.' })
export class MinutesView {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => ID)
  district!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => MinutesStateEnum)
  state!: MinutesState;

  @Field(() => GraphQLISODateTime, { nullable: true })
  approvedAt!: Date | null;

  @Field(() => String, { nullable: true })
  approvedBy!: string | null;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => Boolean)
  online!: boolean;

  @Field(() => GraphQLISODateTime)
  startedAt!: Date;

  @Field(() => GraphQLISODateTime)
  endedAt!: Date;

  @Field(() => String)
  leader!: string;

  @Field(() => [MinutesAttendeeView])
  attendance!: MinutesAttendeeView[];

  @Field(() => [MinutesItemView])
  items!: MinutesItemView[];

  @Field(() => [MinutesArrangementView], { description: 'Those that came under no item.' })
  arrangements!: MinutesArrangementView[];

  @Field(() => [MinutesActionView], { description: 'Those that came under no item.' })
  actions!: MinutesActionView[];

  @Field(() => String, { nullable: true })
  remarks!: string | null;
}
