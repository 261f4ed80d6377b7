import './action-live.ts';
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { onlyShared } from '../../platform/live-source.ts';
import { readMyActions } from './action.queries.ts';
import { MyActions, MyActionsChange } from './action.types.ts';
import { amendMinutes } from './commands/amend-minutes.ts';
import { approveMinutes } from './commands/approve-minutes.ts';
import { finishAction } from './commands/finish-action.ts';
import { AmendMinutesInput, ApproveMinutesInput, FinishActionInput } from './minutes.inputs.ts';
import { readMinutes } from './minutes.queries.ts';
import { MinutesView } from './minutes.types.ts';

/** What a meeting leaves behind: its minutes, and what is to be done. */
@Resolver()
export class MinutesResolver {
  @Query(() => MinutesView)
  minutes(@Ctx() ctx: Context, @Arg('meetingId', () => ID) meetingId: string): Promise<MinutesView> {
    return readMinutes(ctx, meetingId);
  }

  @Query(() => MyActions)
  myActions(@Ctx() ctx: Context): Promise<MyActions> {
    return readMyActions(ctx);
  }

  @Subscription(() => MyActionsChange, { subscribe: onlyShared })
  myActionsChanges(
    @Root() change: MyActionsChange,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): MyActionsChange {
    return change;
  }

  @Mutation(() => MinutesView)
  async amendMinutes(@Ctx() ctx: Context, @Arg('input', () => AmendMinutesInput) input: AmendMinutesInput): Promise<MinutesView> {
    return readMinutes(ctx, (await amendMinutes(ctx, input)).id);
  }

  @Mutation(() => MinutesView)
  async approveMinutes(@Ctx() ctx: Context, @Arg('input', () => ApproveMinutesInput) input: ApproveMinutesInput): Promise<MinutesView> {
    return readMinutes(ctx, (await approveMinutes(ctx, input)).id);
  }

  @Mutation(() => MyActions, { description: 'Done, or not after all; answers with what the caller is to do.' })
  async finishAction(@Ctx() ctx: Context, @Arg('input', () => FinishActionInput) input: FinishActionInput): Promise<MyActions> {
    await finishAction(ctx, input);
    return readMyActions(ctx);
  }
}
