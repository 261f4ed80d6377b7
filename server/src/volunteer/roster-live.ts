import { demandGrant } from '../platform/demand.ts';
import { liveSource } from '../platform/live-source.ts';
import { findRosterRow } from './roster.queries.ts';
import type { RosterChange } from './roster.types.ts';

liveSource<{ district: string }>('rosterChanges', (ctx, { district }) => {
  const grant = demandGrant(ctx, 'volunteer.read', { district });
  const { clock } = ctx.services;
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      accepts: ({ topic, scope }) => topic === 'volunteer' && scope === district,
      async read(em, id, cursor): Promise<RosterChange> {
        const row = await findRosterRow(em, id, district, clock.now());
        return row ? { kind: 'UPSERT', cursor, id, row } : { kind: 'REMOVE', cursor, id, row: null };
      },
      reset: (cursor): RosterChange => ({ kind: 'RESET', cursor, id: null, row: null }),
    },
  };
});
