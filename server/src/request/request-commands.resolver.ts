import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { amendRequest } from './commands/amend-request.ts';
import { assignRequest } from './commands/assign-request.ts';
import { cancelRequest } from './commands/cancel-request.ts';
import { claimRequest } from './commands/claim-request.ts';
import { createRequest } from './commands/create-request.ts';
import { finishRequest } from './commands/finish-request.ts';
import { noteRequest } from './commands/note-request.ts';
import { prioritiseRequest } from './commands/prioritise-request.ts';
import { releaseRequest } from './commands/release-request.ts';
import { revealRequest } from './commands/reveal-request.ts';
import { startRequest } from './commands/start-request.ts';
import { triageRequest } from './commands/triage-request.ts';
import { undoRequest } from './commands/undo-request.ts';
import { HelpRequest } from './help-request.entity.ts';
import { readRevealed } from './private.queries.ts';
import type { RowAnswer } from './request-command.ts';
import {
  AmendRequestInput,
  AssignRequestInput,
  CancelRequestInput,
  CreateRequestInput,
  NoteRequestInput,
  OnRequestInput,
  PrioritiseRequestInput,
  RevealRequestInput,
  TriageRequestInput,
  UndoRequestInput,
} from './request.inputs.ts';
import { RevealedRequest } from './private.types.ts';

/** What staff do to a request; each answers with the row as it is after. */
@Resolver()
export class RequestCommandsResolver {
  @Mutation(() => HelpRequest)
  createRequest(@Ctx() ctx: Context, @Arg('input', () => CreateRequestInput) input: CreateRequestInput): Promise<RowAnswer> {
    return createRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  triageRequest(@Ctx() ctx: Context, @Arg('input', () => TriageRequestInput) input: TriageRequestInput): Promise<RowAnswer> {
    return triageRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  claimRequest(@Ctx() ctx: Context, @Arg('input', () => OnRequestInput) input: OnRequestInput): Promise<RowAnswer> {
    return claimRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  releaseRequest(@Ctx() ctx: Context, @Arg('input', () => OnRequestInput) input: OnRequestInput): Promise<RowAnswer> {
    return releaseRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  assignRequest(@Ctx() ctx: Context, @Arg('input', () => AssignRequestInput) input: AssignRequestInput): Promise<RowAnswer> {
    return assignRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  startRequest(@Ctx() ctx: Context, @Arg('input', () => OnRequestInput) input: OnRequestInput): Promise<RowAnswer> {
    return startRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  finishRequest(@Ctx() ctx: Context, @Arg('input', () => OnRequestInput) input: OnRequestInput): Promise<RowAnswer> {
    return finishRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  cancelRequest(@Ctx() ctx: Context, @Arg('input', () => CancelRequestInput) input: CancelRequestInput): Promise<RowAnswer> {
    return cancelRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  prioritiseRequest(@Ctx() ctx: Context, @Arg('input', () => PrioritiseRequestInput) input: PrioritiseRequestInput): Promise<RowAnswer> {
    return prioritiseRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  noteRequest(@Ctx() ctx: Context, @Arg('input', () => NoteRequestInput) input: NoteRequestInput): Promise<RowAnswer> {
    return noteRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  amendRequest(@Ctx() ctx: Context, @Arg('input', () => AmendRequestInput) input: AmendRequestInput): Promise<RowAnswer> {
    return amendRequest(ctx, input);
  }

  @Mutation(() => HelpRequest)
  undoRequest(@Ctx() ctx: Context, @Arg('input', () => UndoRequestInput) input: UndoRequestInput): Promise<RowAnswer> {
    return undoRequest(ctx, input);
  }

  @Mutation(() => RevealedRequest)
  async revealRequest(@Ctx() ctx: Context, @Arg('input', () => RevealRequestInput) input: RevealRequestInput): Promise<RevealedRequest> {
    return readRevealed(ctx, await revealRequest(ctx, input));
  }
}
