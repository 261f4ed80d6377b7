import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { readColleagues } from './colleagues.queries.ts';
import { readCityCounts, readDeskFigures } from './counts.queries.ts';
import { HelpRequest } from './help-request.entity.ts';
import { readByNumber, readClosedToday, readDetail, readQueue } from './request.queries.ts';
import { CityCounts, DeskFigures } from './counts.types.ts';
import { Colleague, QueuePage, RequestDetail } from './request.types.ts';

@Resolver()
export class RequestResolver {
  @Query(() => QueuePage, { description: 'Open requests of a district, oldest first; `first` at most 200.' })
  queue(
    @Ctx() ctx: Context,
    @Arg('district', () => ID) district: string,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<QueuePage> {
    return readQueue(ctx, district, first ?? null, after ?? null);
  }

  @Query(() => [HelpRequest], { description: 'Requests closed since midnight in Warsaw, newest first.' })
  closedToday(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<HelpRequest[]> {
    return readClosedToday(ctx, district);
  }

  @Query(() => RequestDetail)
  request(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<RequestDetail> {
    return readDetail(ctx, id);
  }

  @Query(() => HelpRequest, { nullable: true, description: 'By the number said on the phone.' })
  findRequest(
    @Ctx() ctx: Context,
    @Arg('district', () => ID) district: string,
    @Arg('number', () => Int) number: number,
  ): Promise<HelpRequest | null> {
    return readByNumber(ctx, district, number);
  }

  @Query(() => [Colleague], { description: 'The Team of a district with the load of each, the least loaded first.' })
  colleagues(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<Colleague[]> {
    return readColleagues(ctx, district);
  }

  @Query(() => CityCounts)
  cityCounts(@Ctx() ctx: Context): Promise<CityCounts> {
    return readCityCounts(ctx);
  }

  @Query(() => DeskFigures)
  deskFigures(@Ctx() ctx: Context, @Arg('district', () => ID) district: string): Promise<DeskFigures> {
    return readDeskFigures(ctx, district);
  }
}
