import { isUuid } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { holdersOf } from '../../identity/identity.queries.ts';
import type { TeamMember } from '../../identity/identity.types.ts';
import { Invitation } from '../../identity/invitation.entity.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/demand.ts';
import { notFound } from '../../platform/errors.ts';
import { expectPlace } from '../place/place.queries.ts';

/** The id of a place whose staff one may know. */
async function demandPlace(ctx: Context, action: Action, placeId: string): Promise<string> {
  demand(ctx, action, { place: placeId });
  if (!isUuid(placeId)) throw notFound();
  return (await expectPlace(ctx.em, { id: placeId })).id;
}

/** Who looks after a place. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readPlaceStaff(ctx: Context, placeId: string): Promise<TeamMember[]> {
  return holdersOf(ctx.em, ['PLACE_STAFF'], await demandPlace(ctx, 'staff.read', placeId));
}

/** Invitations to the staff of a place that can still be accepted, the latest first. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readPlaceInvitations(ctx: Context, placeId: string): Promise<Invitation[]> {
  const id = await demandPlace(ctx, 'staff.invite', placeId);
  const open = { placeId: id, acceptedAt: null, expiresAt: { $gt: ctx.services.clock.now() } };
  return ctx.em.find(Invitation, open, { orderBy: { invitedAt: 'desc', id: 'desc' }, limit: 100 });
}
