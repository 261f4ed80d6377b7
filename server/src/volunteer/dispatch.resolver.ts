import './request-tie.ts';
import { Arg, Ctx, GraphQLISODateTime, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { readCandidates } from './candidate.queries.ts';
import { CandidatePage } from './candidate.types.ts';
import { declinePoolOffer } from './commands/decline-pool-offer.ts';
import { fillOffer } from './commands/fill-offer.ts';
import { offerRequest } from './commands/offer-request.ts';
import { recordAnswer } from './commands/record-answer.ts';
import { startWaves } from './commands/start-waves.ts';
import { stopDispatch } from './commands/stop-dispatch.ts';
import { FillOfferInput, OfferRequestInput, RecordAnswerInput, StartWavesInput, StopDispatchInput } from './dispatch.inputs.ts';
import { readDispatch, readDispatchLog, readPoolOffer, readPoolOffers } from './dispatch.queries.ts';
import { DispatchLog, DispatchView, PoolOffer } from './dispatch.types.ts';
import { DeclineOfferInput } from './mine.inputs.ts';

/** Looking for somebody to help, and what comes of it. */
@Resolver()
export class DispatchResolver {
  @Query(() => CandidatePage, {
    description: 'Whom a request can be offered to, best first; by itself within what is left of its due window.',
  })
  candidates(
    @Ctx() ctx: Context,
    @Arg('requestId', () => ID) requestId: string,
    @Arg('from', () => GraphQLISODateTime, { nullable: true }) from: Date | null,
    @Arg('to', () => GraphQLISODateTime, { nullable: true }) to: Date | null,
  ): Promise<CandidatePage> {
    return readCandidates(ctx, requestId, { from: from ?? null, to: to ?? null });
  }

  @Query(() => DispatchLog)
  dispatchLog(@Ctx() ctx: Context, @Arg('requestId', () => ID) requestId: string): Promise<DispatchLog> {
    return readDispatchLog(ctx, requestId);
  }

  @Query(() => [PoolOffer])
  poolOffers(@Ctx() ctx: Context, @Arg('organisation', () => ID) organisation: string): Promise<PoolOffer[]> {
    return readPoolOffers(ctx, organisation);
  }

  @Mutation(() => DispatchView)
  async offerRequest(@Ctx() ctx: Context, @Arg('input', () => OfferRequestInput) input: OfferRequestInput): Promise<DispatchView> {
    return readDispatch(ctx, await offerRequest(ctx, input));
  }

  @Mutation(() => DispatchView)
  async startWaves(@Ctx() ctx: Context, @Arg('input', () => StartWavesInput) input: StartWavesInput): Promise<DispatchView> {
    return readDispatch(ctx, await startWaves(ctx, input));
  }

  @Mutation(() => DispatchView)
  async stopDispatch(@Ctx() ctx: Context, @Arg('input', () => StopDispatchInput) input: StopDispatchInput): Promise<DispatchView> {
    return readDispatch(ctx, await stopDispatch(ctx, input));
  }

  @Mutation(() => DispatchView)
  async recordAnswer(@Ctx() ctx: Context, @Arg('input', () => RecordAnswerInput) input: RecordAnswerInput): Promise<DispatchView> {
    return readDispatch(ctx, await recordAnswer(ctx, input));
  }

  @Mutation(() => PoolOffer)
  async fillOffer(@Ctx() ctx: Context, @Arg('input', () => FillOfferInput) input: FillOfferInput): Promise<PoolOffer> {
    return readPoolOffer(ctx, await fillOffer(ctx, input));
  }

  @Mutation(() => PoolOffer)
  async declinePoolOffer(@Ctx() ctx: Context, @Arg('input', () => DeclineOfferInput) input: DeclineOfferInput): Promise<PoolOffer> {
    return readPoolOffer(ctx, await declinePoolOffer(ctx, input));
  }
}
