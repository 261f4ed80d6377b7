import { liveSource } from '../../platform/live-source.ts';
import { demandSignedIn } from '../../platform/demand.ts';
import { actionsOf } from './action.queries.ts';
import type { MyActionsChange } from './action.types.ts';

const GATHER_MS = 50;

liveSource('myActionsChanges', (ctx) => {
  const signedIn = demandSignedIn(ctx);
  const { personId } = signedIn;
  const { clock } = ctx.services;
  return {
    audience: `actions:${personId}`,
    log: {
      accepts: ({ topic, scope }) => topic === 'action' && scope === personId,
      subjectOf: () => personId,
      gatherMs: GATHER_MS,
      async read(em, _id, cursor): Promise<MyActionsChange> {
        return { kind: 'UPSERT', cursor, mine: await actionsOf(em, personId, clock.now(), cursor) };
      },
      reset: (cursor): MyActionsChange => ({ kind: 'RESET', cursor, mine: null }),
    },
  };
});
