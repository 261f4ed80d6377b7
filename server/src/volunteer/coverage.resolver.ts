import './coverage-live.ts';
import { Arg, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Kind } from '@ww/shared/request/kinds';
import type { Context } from '../platform/context.ts';
import { onlyShared } from '../platform/live-source.ts';
import { KindEnum } from '../request/request.enums.ts';
import { readCoverage } from './coverage.queries.ts';
import { CoverageChange, CoveragePage } from './coverage.types.ts';

@Resolver()
export class CoverageResolver {
  @Query(() => CoveragePage, {
    description: 'Who can help and what is asked for, by district and half-day of a week; of one kind of help, or all.',
  })
  coverage(@Ctx() ctx: Context, @Arg('kind', () => KindEnum, { nullable: true }) kind: Kind | null): Promise<CoveragePage> {
    return readCoverage(ctx, kind ?? null);
  }

  @Subscription(() => CoverageChange, { subscribe: onlyShared })
  coverageChanges(
    @Root() change: CoverageChange,
    @Arg('kind', () => KindEnum, { nullable: true }) _kind: Kind | null,
    @Arg('after', () => String, { nullable: true }) _after: string | null,
  ): CoverageChange {
    return change;
  }
}
