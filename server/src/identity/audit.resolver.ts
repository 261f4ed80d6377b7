import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { readAuditTrail } from './audit.queries.ts';
import { AuditFilter, AuditPage } from './audit.types.ts';

@Resolver()
export class AuditResolver {
  @Query(() => AuditPage, { description: 'The audit trail, newest first; `first` at most 200.' })
  auditTrail(
    @Ctx() ctx: Context,
    @Arg('filter', () => AuditFilter, { nullable: true }) filter: AuditFilter | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AuditPage> {
    return readAuditTrail(ctx, filter ?? {}, first ?? null, after ?? null);
  }
}
