import { can, type Action } from '@ww/shared/policy';
import type { Subject } from '@ww/shared/roles';
import type { Context } from './context.ts';
import { notFound, unauthenticated } from './errors.ts';

/** Lets a read pass, or answers as if there were nothing. @throws AppError `UNAUTHENTICATED` signed out, `NOT_FOUND` otherwise. */
export function demand(ctx: Context, action: Action, subject: Subject = {}): void {
  if (can(ctx.actor, action, subject)) return;
  throw ctx.signedIn ? notFound() : unauthenticated();
}
