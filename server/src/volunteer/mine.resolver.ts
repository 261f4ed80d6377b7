import './mine-live.ts';
import { Arg, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { onlyShared } from '../platform/live-source.ts';
import { acceptOffer } from './commands/accept-offer.ts';
import { declineOffer } from './commands/decline-offer.ts';
import { finishTask } from './commands/finish-task.ts';
import { returnTask } from './commands/return-task.ts';
import { revealTask } from './commands/reveal-task.ts';
import { startTask } from './commands/start-task.ts';
import { undoTask } from './commands/undo-task.ts';
import { DeclineOfferInput, FinishTaskInput, OnOfferInput, OnTaskInput, ReturnTaskInput, UndoTaskInput } from './mine.inputs.ts';
import { readMyDay, readMyHours, readRevealedTask } from './mine.queries.ts';
import { MyDay, MyDayChange, MyHours, RevealedTask } from './mine.types.ts';

/** What a volunteer sees and does; each step answers with the day as it is after. */
@Resolver()
export class MineResolver {
  @Query(() => MyDay)
  myDay(@Ctx() ctx: Context): Promise<MyDay> {
    return readMyDay(ctx);
  }

  @Query(() => [MyHours], { description: 'What was done, the newest first; at most 500.' })
  myHours(@Ctx() ctx: Context): Promise<MyHours[]> {
    return readMyHours(ctx);
  }

  @Subscription(() => MyDayChange, { subscribe: onlyShared })
  myDayChanges(@Root() change: MyDayChange, @Arg('after', () => String, { nullable: true }) _after: string | null): MyDayChange {
    return change;
  }

  @Mutation(() => MyDay)
  async acceptOffer(@Ctx() ctx: Context, @Arg('input', () => OnOfferInput) input: OnOfferInput): Promise<MyDay> {
    await acceptOffer(ctx, input);
    return readMyDay(ctx);
  }

  @Mutation(() => MyDay)
  async declineOffer(@Ctx() ctx: Context, @Arg('input', () => DeclineOfferInput) input: DeclineOfferInput): Promise<MyDay> {
    await declineOffer(ctx, input);
    return readMyDay(ctx);
  }

  @Mutation(() => MyDay, { description: 'On my way.' })
  async startTask(@Ctx() ctx: Context, @Arg('input', () => OnTaskInput) input: OnTaskInput): Promise<MyDay> {
    await startTask(ctx, input);
    return readMyDay(ctx);
  }

  @Mutation(() => MyDay)
  async finishTask(@Ctx() ctx: Context, @Arg('input', () => FinishTaskInput) input: FinishTaskInput): Promise<MyDay> {
    await finishTask(ctx, input);
    return readMyDay(ctx);
  }

  @Mutation(() => MyDay, { description: 'Could not, or can not come any more.' })
  async returnTask(@Ctx() ctx: Context, @Arg('input', () => ReturnTaskInput) input: ReturnTaskInput): Promise<MyDay> {
    await returnTask(ctx, input);
    return readMyDay(ctx);
  }

  @Mutation(() => MyDay)
  async undoTask(@Ctx() ctx: Context, @Arg('input', () => UndoTaskInput) input: UndoTaskInput): Promise<MyDay> {
    await undoTask(ctx, input);
    return readMyDay(ctx);
  }

  @Mutation(() => RevealedTask)
  async revealTask(@Ctx() ctx: Context, @Arg('input', () => OnTaskInput) input: OnTaskInput): Promise<RevealedTask> {
    return readRevealedTask(ctx, await revealTask(ctx, input));
  }
}
