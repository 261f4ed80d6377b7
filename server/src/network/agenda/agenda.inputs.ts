import { Field, ID, InputType, Int } from 'type-graphql';
import { ItemKindEnum } from '../network.enums.ts';
import { OnNetworkInput } from '../network.inputs.ts';

@InputType()
class ItemInput extends OnNetworkInput {
  @Field(() => String)
  title!: string;

  @Field(() => ItemKindEnum)
  kind!: string;

  @Field(() => String, { nullable: true })
  presenter?: string | null;

  @Field(() => Int)
  minutes!: number;
}

@InputType()
export class ProposeItemInput extends ItemInput {
  @Field(() => ID)
  meetingId!: string;
}

@InputType()
export class AmendItemInput extends ItemInput {
  @Field(() => Int)
  version!: number;
}

@InputType()
export class AnswerItemInput extends OnNetworkInput {
  @Field(() => Boolean)
  accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; needed for a no.' })
  answer?: string | null;
}

@InputType()
export class MoveItemInput extends OnNetworkInput {
  @Field(() => ID, { nullable: true, description: 'The item that it goes behind; first without one.' })
  afterId?: string | null;
}
