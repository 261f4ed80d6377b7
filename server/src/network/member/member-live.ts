import { demandGrant } from '../../platform/demand.ts';
import { liveSource } from '../../platform/live-source.ts';
import { admits, findMemberRow, findOwnMembership, ownOrganisations, statesFor } from './member.queries.ts';
import type { NetworkMemberChange, NetworkMemberRow } from './member.types.ts';

const changeOf = (row: NetworkMemberRow | null, id: string, cursor: string): NetworkMemberChange =>
  row ? { kind: 'UPSERT', cursor, id, row } : { kind: 'REMOVE', cursor, id, row: null };
const reset = (cursor: string): NetworkMemberChange => ({ kind: 'RESET', cursor, id: null, row: null });

liveSource<{ district: string }>('networkMembersChanges', (ctx, { district }) => {
  // who admits sees who asks, so it is an audience of its own, also where somebody is a member besides
  const isAdmitting = admits(ctx.actor, district);
  const grant = demandGrant(ctx, isAdmitting ? 'network.admit' : 'network.read', { district });
  const states = statesFor(isAdmitting);
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      accepts: ({ topic, scope }) => topic === 'network' && scope === district,
      read: async (em, id, cursor) => changeOf(await findMemberRow(em, id, states), id, cursor),
      reset,
    },
  };
});

liveSource('myMembershipChanges', (ctx) => {
  const own = ownOrganisations(ctx);
  return {
    audience: `organisations:${own.join(',')}`,
    log: {
      accepts: ({ topic, scope }) => topic === 'membership' && scope !== null && own.includes(scope),
      read: async (em, id, cursor) => changeOf(await findOwnMembership(em, id), id, cursor),
      reset,
    },
  };
});
