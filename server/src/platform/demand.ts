import { can, grantAllows, type Action } from '@ww/shared/policy';
import type { Grant, Subject } from '@ww/shared/roles';
import type { Context, SignedIn } from './context.ts';
import { notFound, unauthenticated } from './errors.ts';

/** Lets a read pass, or answers as if there were nothing. @throws AppError `UNAUTHENTICATED` signed out, `NOT_FOUND` otherwise. */
export function demand(ctx: Context, action: Action, subject: Subject = {}): void {
  if (can(ctx.actor, action, subject)) return;
  throw ctx.signedIn ? notFound() : unauthenticated();
}

/** Who is signed in. @throws AppError `UNAUTHENTICATED`. */
export function demandSignedIn({ signedIn }: Pick<Context, 'signedIn'>): SignedIn {
  if (!signedIn) throw unauthenticated();
  return signedIn;
}

/** The grant that lets a subscription in: it is the audience, and it carries no person. @throws AppError as `demand`. */
export function demandGrant(ctx: Context, action: Action, subject: Subject): Grant {
  const grant = ctx.actor.grants.find((held) => grantAllows(held, action, subject));
  if (!grant) throw ctx.signedIn ? notFound() : unauthenticated();
  return grant;
}
