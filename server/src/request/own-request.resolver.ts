import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { RATE_LIMITS } from '../platform/limits.ts';
import { amendOwnRequest } from './commands/amend-own-request.ts';
import { submitRequest } from './commands/submit-request.ts';
import { withdrawOwnRequest } from './commands/withdraw-own-request.ts';
import { readOwnRequest } from './own-request.queries.ts';
import { AmendOwnRequestInput, SubmitRequestInput, WithdrawOwnRequestInput } from './request.inputs.ts';
import { OwnRequest, OwnSteps, Submitted } from './own-request.types.ts';

/** What a resident does without an account. */
@Resolver()
export class OwnRequestResolver {
  @Query(() => OwnRequest)
  ownRequest(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<OwnRequest> {
    return readOwnRequest(ctx, code);
  }

  @Mutation(() => Submitted)
  async submitRequest(@Ctx() ctx: Context, @Arg('input', () => SubmitRequestInput) input: SubmitRequestInput): Promise<Submitted> {
    const answer = await submitRequest(ctx, input);
    return { ...answer, code: ctx.services.secrets.requestCode(answer.id) };
  }

  @Mutation(() => OwnSteps)
  async amendOwnRequest(@Ctx() ctx: Context, @Arg('input', () => AmendOwnRequestInput) input: AmendOwnRequestInput): Promise<OwnSteps> {
    await ctx.services.limiter.take(RATE_LIMITS.ownCode, ctx.address);
    return amendOwnRequest(ctx, input);
  }

  @Mutation(() => OwnSteps)
  async withdrawOwnRequest(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawOwnRequestInput) input: WithdrawOwnRequestInput,
  ): Promise<OwnSteps> {
    await ctx.services.limiter.take(RATE_LIMITS.ownCode, ctx.address);
    return withdrawOwnRequest(ctx, input);
  }
}
