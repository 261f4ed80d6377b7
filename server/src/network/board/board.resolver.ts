import './board-live.ts';
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { onlyShared } from '../../platform/live-source.ts';
import { readNetworkPeople } from '../member/people.queries.ts';
import { NetworkPerson } from '../member/people.types.ts';
import { AmendEntryInput, FinishActivityInput, JoinEntriesInput, OnBoardInput, PostEntryInput } from './board.inputs.ts';
import { readBoard } from './board.queries.ts';
import { Board, BoardChange } from './board.types.ts';
import { amendEntry } from './commands/amend-entry.ts';
import { closeEntry } from './commands/close-entry.ts';
import { finishActivity } from './commands/finish-activity.ts';
import { joinEntries } from './commands/join-entries.ts';
import { postEntry } from './commands/post-entry.ts';

/** What the organisations of a Network have and lack; each step answers with the board as it is after. */
@Resolver()
export class BoardResolver {
  @Query(() => Board)
  board(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<Board> {
    return readBoard(ctx, district);
  }

  @Query(() => [NetworkPerson], { description: 'Who can see to something done together.' })
  networkPeople(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<NetworkPerson[]> {
    return readNetworkPeople(ctx, district);
  }

  @Subscription(() => BoardChange, { subscribe: onlyShared })
  boardChanges(
    @Root() change: BoardChange,
    @Arg('district', () => ID) _district: string,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): BoardChange {
    return change;
  }

  @Mutation(() => Board)
  async postEntry(@Ctx() ctx: Context, @Arg('input', () => PostEntryInput) input: PostEntryInput): Promise<Board> {
    return readBoard(ctx, (await postEntry(ctx, input)).district);
  }

  @Mutation(() => Board)
  async amendEntry(@Ctx() ctx: Context, @Arg('input', () => AmendEntryInput) input: AmendEntryInput): Promise<Board> {
    return readBoard(ctx, (await amendEntry(ctx, input)).district);
  }

  @Mutation(() => Board)
  async closeEntry(@Ctx() ctx: Context, @Arg('input', () => OnBoardInput) input: OnBoardInput): Promise<Board> {
    return readBoard(ctx, (await closeEntry(ctx, input)).district);
  }

  @Mutation(() => Board, { description: 'An offer and a need become something done together.' })
  async joinEntries(@Ctx() ctx: Context, @Arg('input', () => JoinEntriesInput) input: JoinEntriesInput): Promise<Board> {
    return readBoard(ctx, (await joinEntries(ctx, input)).district);
  }

  @Mutation(() => Board)
  async finishActivity(@Ctx() ctx: Context, @Arg('input', () => FinishActivityInput) input: FinishActivityInput): Promise<Board> {
    return readBoard(ctx, (await finishActivity(ctx, input)).district);
  }
}
