import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { FoodKindEnum, FoodUnitEnum, ShelfKindEnum } from '../place.enums.ts';
import { OnPlaceInput, OnVersionInput } from '../place.inputs.ts';

@InputType()
export class PutFoodInput extends OnPlaceInput {
  @Field(() => ID)
  shelfId!: string;

  @Field(() => FoodKindEnum)
  kind!: string;

  @Field(() => String)
  what!: string;

  @Field(() => Int)
  amount!: number;

  @Field(() => FoodUnitEnum)
  unit!: string;

  @Field(() => String, { nullable: true, description: 'As the label says, `2026-11-26`.' })
  bestBefore?: string | null;

  @Field(() => String, { nullable: true, description: 'When home-made food was made.' })
  madeOn?: string | null;
}

@InputType()
export class TakeFoodInput extends OnPlaceInput {
  @Field(() => Int, { nullable: true, description: 'How much stays; none by itself.' })
  left?: number | null;
}

@InputType()
export class PutFoodBackInput extends OnPlaceInput {
  @Field(() => Int, { nullable: true, description: 'Of what lies there after a part was taken; none where all was.' })
  version?: number | null;
}

@InputType()
export class LogTemperatureInput extends OnPlaceInput {
  @Field(() => ID)
  shelfId!: string;

  @Field(() => Float, { description: '°C.' })
  degrees!: number;
}

@InputType()
export class AmendFridgeInput extends OnVersionInput {
  @Field(() => Boolean)
  hasFridge!: boolean;

  @Field(() => [FoodKindEnum], { description: 'What may not be left.' })
  refused!: string[];

  @Field(() => Int, { description: 'How many days after its making home-made food stays.' })
  homeMadeDays!: number;

  @Field(() => Int, { description: 'The warmest that a cold shelf may be, in °C.' })
  coldMax!: number;
}

@InputType()
class ShelfInput extends OnPlaceInput {
  @Field(() => String)
  name!: string;

  @Field(() => ShelfKindEnum)
  kind!: string;

  @Field(() => Int)
  rank!: number;
}

@InputType()
export class AddShelfInput extends ShelfInput {
  @Field(() => ID)
  placeId!: string;
}

@InputType()
export class AmendShelfInput extends ShelfInput {
  @Field(() => Int)
  version!: number;
}
