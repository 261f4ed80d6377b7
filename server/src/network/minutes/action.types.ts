import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';

@ObjectType({ description: 'Something to be done after a meeting.' })
export class ActionView {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ID)
  meetingId!: string;

  @Field(() => String)
  meetingTitle!: string;

  @Field(() => ID, { nullable: true })
  itemId!: string | null;

  @Field(() => ID)
  district!: string;

  @Field(() => String)
  text!: string;

  @Field(() => ID)
  ownerId!: string;

  @Field(() => String)
  ownerName!: string;

  @Field(() => String, { description: 'A day of Warsaw’s calendar, `2026-12-03`.' })
  due!: string;

  @Field(() => GraphQLISODateTime, { nullable: true })
  doneAt!: Date | null;
}

@ObjectType({ description: 'What the caller is to do: what is open, and what was done in the last week.' })
export class MyActions {
  @Field(() => String)
  cursor!: string;

  @Field(() => [ActionView])
  actions!: ActionView[];
}

@ObjectType()
export class MyActionsChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => MyActions, { nullable: true })
  mine!: MyActions | null;
}
