import { grantAllows } from '@ww/shared/policy';
import type { Grant } from '@ww/shared/roles';
import type { Context } from '../platform/context.ts';
import { notFound, unauthenticated } from '../platform/errors.ts';
import { liveSource } from '../platform/live-source.ts';
import { findRosterRow } from './roster.queries.ts';
import type { RosterChange } from './roster.types.ts';

/** The grant by which the caller sees a district's volunteers: it is the audience, and it carries no person. */
function rosterGrant(ctx: Context, district: string): Grant {
  const grant = ctx.actor.grants.find((held) => grantAllows(held, 'volunteer.read', { district }));
  if (!grant) throw ctx.signedIn ? notFound() : unauthenticated();
  return grant;
}

liveSource<{ district: string }>('rosterChanges', (ctx, { district }) => {
  const grant = rosterGrant(ctx, district);
  const { clock } = ctx.services;
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      accepts: ({ topic, scope }) => topic === 'volunteer' && scope === district,
      async read(em, id, cursor): Promise<RosterChange> {
        const row = await findRosterRow(em, id, district, clock.now());
        const stillTheirs = row && grantAllows(grant, 'volunteer.read', { district });
        return stillTheirs ? { kind: 'UPSERT', cursor, id, row } : { kind: 'REMOVE', cursor, id, row: null };
      },
      reset: (cursor): RosterChange => ({ kind: 'RESET', cursor, id: null, row: null }),
    },
  };
});
