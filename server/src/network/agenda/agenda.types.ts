import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { ItemKind, ItemState } from '@ww/shared/network/terms';
import { ItemKindEnum, ItemStateEnum } from '../network.enums.ts';

@ObjectType()
export class AgendaItemView {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'Empty for what comes by itself (`FOLLOW_UP`).' })
  title!: string;

  @Field(() => ItemKindEnum)
  kind!: ItemKind;

  @Field(() => ItemStateEnum)
  state!: ItemState;

  @Field(() => String, { nullable: true })
  presenter!: string | null;

  @Field(() => Int)
  minutes!: number;

  @Field(() => Int, { description: 'Minutes that the leader added.' })
  extraMinutes!: number;

  @Field(() => ID, { nullable: true })
  proposedById!: string | null;

  @Field(() => String, { nullable: true })
  proposedBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The need on the board that it came from.' })
  entryId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  answer!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it is the current one.' })
  since!: Date | null;

  @Field(() => Int, { description: 'Milliseconds spent on it before `since`.' })
  spentMs!: number;
}
