import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import type { FoodKind, FoodUnit, ShelfKind } from '@ww/shared/place/terms';
import type { ChangeKind } from '../../platform/live-source.ts';
import { ChangeKindEnum } from '../../request/request.enums.ts';
import { FoodKindEnum, FoodUnitEnum, ShelfKindEnum } from '../place.enums.ts';
import { PlaceLine } from '../place/place.types.ts';

@ObjectType({ description: 'Food on a shelf; nothing is known of who brought it.' })
export class FoodView {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => FoodKindEnum)
  kind!: FoodKind;

  @Field(() => String)
  what!: string;

  @Field(() => Int)
  amount!: number;

  @Field(() => FoodUnitEnum)
  unit!: FoodUnit;

  @Field(() => String, { nullable: true, description: 'When it was made at home, `2026-11-26`.' })
  madeOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The last day on which it may be taken.' })
  staysUntil!: string | null;

  @Field(() => GraphQLISODateTime)
  putAt!: Date;
}

@ObjectType()
export class ShelfTemperature {
  @Field(() => Float, { description: '°C.' })
  degrees!: number;

  @Field(() => GraphQLISODateTime)
  measuredAt!: Date;

  @Field(() => Boolean)
  isTooWarm!: boolean;
}

@ObjectType()
export class ShelfView {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  name!: string;

  @Field(() => ShelfKindEnum)
  kind!: ShelfKind;

  @Field(() => Int)
  rank!: number;

  @Field(() => [FoodView], { description: 'What lies there, what goes first at the top.' })
  items!: FoodView[];

  @Field(() => ShelfTemperature, { nullable: true, description: 'The last one measured.' })
  temperature!: ShelfTemperature | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When something was last taken.' })
  lastTakenAt!: Date | null;
}

@ObjectType({ description: 'A community fridge as everybody may see it.' })
export class FridgeBoard {
  @Field(() => String)
  cursor!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => PlaceLine)
  place!: PlaceLine;

  @Field(() => [FoodKindEnum])
  refused!: FoodKind[];

  @Field(() => Int)
  homeMadeDays!: number;

  @Field(() => Int)
  coldMax!: number;

  @Field(() => [ShelfView])
  shelves!: ShelfView[];
}

@ObjectType()
export class FridgeChange {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String)
  cursor!: string;

  @Field(() => FridgeBoard, { nullable: true })
  board!: FridgeBoard | null;
}

@ObjectType({ description: 'An entry of the temperature log.' })
export class TemperatureEntry extends ShelfTemperature {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  shelfName!: string;

  @Field(() => String)
  measuredBy!: string;
}
