import './fridge-live.ts';
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { onlyShared } from '../../platform/live-source.ts';
import { OnPlaceInput, OnVersionInput } from '../place.inputs.ts';
import { addShelf } from './commands/add-shelf.ts';
import { amendFridge } from './commands/amend-fridge.ts';
import { amendShelf } from './commands/amend-shelf.ts';
import { discardFood } from './commands/discard-food.ts';
import { logTemperature } from './commands/log-temperature.ts';
import { putFoodBack } from './commands/put-food-back.ts';
import { putFood } from './commands/put-food.ts';
import { removeShelf } from './commands/remove-shelf.ts';
import { takeFood } from './commands/take-food.ts';
import {
  AddShelfInput,
  AmendFridgeInput,
  AmendShelfInput,
  LogTemperatureInput,
  PutFoodBackInput,
  PutFoodInput,
  TakeFoodInput,
} from './fridge.inputs.ts';
import { readFridge, readTemperatures } from './fridge.queries.ts';
import { FridgeBoard, FridgeChange, TemperatureEntry } from './fridge.types.ts';

/** The community fridge; each step answers with what lies there after. */
@Resolver()
export class FridgeResolver {
  @Query(() => FridgeBoard)
  fridge(@Ctx() ctx: Context, @Arg('placeId', () => ID) placeId: string): Promise<FridgeBoard> {
    return readFridge(ctx, placeId);
  }

  @Query(() => [TemperatureEntry], { description: 'The latest 200, for the staff.' })
  fridgeTemperatures(@Ctx() ctx: Context, @Arg('placeId', () => ID) placeId: string): Promise<TemperatureEntry[]> {
    return readTemperatures(ctx, placeId);
  }

  @Subscription(() => FridgeChange, { subscribe: onlyShared })
  fridgeChanges(
    @Root() change: FridgeChange,
    @Arg('placeId', () => ID) _placeId: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): FridgeChange {
    return change;
  }

  @Mutation(() => FridgeBoard)
  async putFood(@Ctx() ctx: Context, @Arg('input', () => PutFoodInput) input: PutFoodInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await putFood(ctx, input)).placeId);
  }

  @Mutation(() => FridgeBoard)
  async takeFood(@Ctx() ctx: Context, @Arg('input', () => TakeFoodInput) input: TakeFoodInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await takeFood(ctx, input)).placeId);
  }

  @Mutation(() => FridgeBoard, { description: 'Undoes a step within 30 seconds.' })
  async putFoodBack(@Ctx() ctx: Context, @Arg('input', () => PutFoodBackInput) input: PutFoodBackInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await putFoodBack(ctx, input)).placeId);
  }

  @Mutation(() => FridgeBoard)
  async discardFood(@Ctx() ctx: Context, @Arg('input', () => OnPlaceInput) input: OnPlaceInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await discardFood(ctx, input)).placeId);
  }

  @Mutation(() => FridgeBoard)
  async logTemperature(@Ctx() ctx: Context, @Arg('input', () => LogTemperatureInput) input: LogTemperatureInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await logTemperature(ctx, input)).placeId);
  }

  @Mutation(() => FridgeBoard)
  async amendFridge(@Ctx() ctx: Context, @Arg('input', () => AmendFridgeInput) input: AmendFridgeInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await amendFridge(ctx, input)).placeId);
  }

  @Mutation(() => FridgeBoard)
  async addShelf(@Ctx() ctx: Context, @Arg('input', () => AddShelfInput) input: AddShelfInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await addShelf(ctx, input)).placeId);
  }

  @Mutation(() => FridgeBoard)
  async amendShelf(@Ctx() ctx: Context, @Arg('input', () => AmendShelfInput) input: AmendShelfInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await amendShelf(ctx, input)).placeId);
  }

  @Mutation(() => FridgeBoard)
  async removeShelf(@Ctx() ctx: Context, @Arg('input', () => OnVersionInput) input: OnVersionInput): Promise<FridgeBoard> {
    return readFridge(ctx, (await removeShelf(ctx, input)).placeId);
  }
}
