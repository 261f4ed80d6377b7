import { Field, ID, InputType, Int } from 'type-graphql';
import { OnNetworkInput } from '../network.inputs.ts';

@InputType()
export class FinishActionInput extends OnNetworkInput {
  @Field(() => Boolean)
  done!: boolean;
}

@InputType()
export class ApproveMinutesInput extends OnNetworkInput {
  @Field(() => Int)
  version!: number;
}

@InputType()
export class ItemNoteInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class AmendMinutesInput extends ApproveMinutesInput {
  @Field(() => String, { nullable: true })
  remarks?: string | null;

  @Field(() => [ItemNoteInput])
  items!: ItemNoteInput[];
}
