import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { AddAbsenceInput, RemoveAbsenceInput, SetAvailabilityInput, SetDutyInput } from './availability.inputs.ts';
import { readAvailability, readMyAvailability } from './availability.queries.ts';
import { AvailabilityView } from './availability.types.ts';
import { addAbsence } from './commands/add-absence.ts';
import { removeAbsence } from './commands/remove-absence.ts';
import { setAvailability } from './commands/set-availability.ts';
import { setDuty } from './commands/set-duty.ts';

/** When a volunteer can help: told by themselves or by their host. */
@Resolver()
export class AvailabilityResolver {
  @Query(() => AvailabilityView, { nullable: true, description: 'The signed-in volunteer’s own.' })
  myAvailability(@Ctx() ctx: Context): Promise<AvailabilityView | null> {
    return readMyAvailability(ctx);
  }

  @Mutation(() => AvailabilityView)
  async setAvailability(
    @Ctx() ctx: Context,
    @Arg('input', () => SetAvailabilityInput) input: SetAvailabilityInput,
  ): Promise<AvailabilityView> {
    return readAvailability(ctx, await setAvailability(ctx, input));
  }

  @Mutation(() => AvailabilityView)
  async addAbsence(@Ctx() ctx: Context, @Arg('input', () => AddAbsenceInput) input: AddAbsenceInput): Promise<AvailabilityView> {
    return readAvailability(ctx, await addAbsence(ctx, input));
  }

  @Mutation(() => AvailabilityView)
  async removeAbsence(@Ctx() ctx: Context, @Arg('input', () => RemoveAbsenceInput) input: RemoveAbsenceInput): Promise<AvailabilityView> {
    return readAvailability(ctx, await removeAbsence(ctx, input));
  }

  @Mutation(() => AvailabilityView)
  async setDuty(@Ctx() ctx: Context, @Arg('input', () => SetDutyInput) input: SetDutyInput): Promise<AvailabilityView> {
    return readAvailability(ctx, await setDuty(ctx, input));
  }
}
