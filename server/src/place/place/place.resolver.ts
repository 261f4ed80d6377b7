import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { closePlace } from '../hours/commands/close-place.ts';
import { reopenPlace } from '../hours/commands/reopen-place.ts';
import { setHours } from '../hours/commands/set-hours.ts';
import { setOpeningDay } from '../hours/commands/set-opening-day.ts';
import { ClosePlaceInput, SetHoursInput, SetOpeningDayInput } from '../hours/hours.inputs.ts';
import { OnPlaceInput, OnVersionInput } from '../place.inputs.ts';
import { addRoom } from './commands/add-room.ts';
import { amendPlace } from './commands/amend-place.ts';
import { amendRoom } from './commands/amend-room.ts';
import { openPlace } from './commands/open-place.ts';
import { publishRules } from './commands/publish-rules.ts';
import { retireRoom } from './commands/retire-room.ts';
import { AddRoomInput, AmendPlaceInput, AmendRoomInput, OpenPlaceInput, PublishRulesInput } from './place.inputs.ts';
import { readPlace, readPlaceById, readPlaces, readRules } from './place.queries.ts';
import { HouseRulesView, PlaceLine, PlaceView } from './place.types.ts';

/** Places of local activity, their rooms, rules and hours; each step answers with the place as it is after. */
@Resolver()
export class PlaceResolver {
  @Query(() => [PlaceLine])
  places(@Ctx() ctx: Context): Promise<PlaceLine[]> {
    return readPlaces(ctx);
  }

  @Query(() => PlaceView)
  place(@Ctx() ctx: Context, @Arg('slug', () => String) slug: string): Promise<PlaceView> {
    return readPlace(ctx, slug);
  }

  @Query(() => HouseRulesView, { description: 'Those that hold now, or a version of before.' })
  houseRules(
    @Ctx() ctx: Context,
    @Arg('placeId', () => ID) placeId: string,
    @Arg('version', () => Int, { nullable: true }) version: number | null,
  ): Promise<HouseRulesView> {
    return readRules(ctx, placeId, version);
  }

  @Mutation(() => PlaceView)
  async openPlace(@Ctx() ctx: Context, @Arg('input', () => OpenPlaceInput) input: OpenPlaceInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await openPlace(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView)
  async amendPlace(@Ctx() ctx: Context, @Arg('input', () => AmendPlaceInput) input: AmendPlaceInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await amendPlace(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView)
  async publishRules(@Ctx() ctx: Context, @Arg('input', () => PublishRulesInput) input: PublishRulesInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await publishRules(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView)
  async addRoom(@Ctx() ctx: Context, @Arg('input', () => AddRoomInput) input: AddRoomInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await addRoom(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView)
  async amendRoom(@Ctx() ctx: Context, @Arg('input', () => AmendRoomInput) input: AmendRoomInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await amendRoom(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView, { description: 'The room is lent no more.' })
  async retireRoom(@Ctx() ctx: Context, @Arg('input', () => OnVersionInput) input: OnVersionInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await retireRoom(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView, { description: "A week's hours, from a day on." })
  async setHours(@Ctx() ctx: Context, @Arg('input', () => SetHoursInput) input: SetHoursInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await setHours(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView)
  async setOpeningDay(@Ctx() ctx: Context, @Arg('input', () => SetOpeningDayInput) input: SetOpeningDayInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await setOpeningDay(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView, { description: 'Closes suddenly: what falls into it is suspended, and its borrowers are told once.' })
  async closePlace(@Ctx() ctx: Context, @Arg('input', () => ClosePlaceInput) input: ClosePlaceInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await closePlace(ctx, input)).placeId);
  }

  @Mutation(() => PlaceView)
  async reopenPlace(@Ctx() ctx: Context, @Arg('input', () => OnPlaceInput) input: OnPlaceInput): Promise<PlaceView> {
    return readPlaceById(ctx, (await reopenPlace(ctx, input)).placeId);
  }
}
