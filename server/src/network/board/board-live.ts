import { demandGrant } from '../../platform/demand.ts';
import { liveSource } from '../../platform/live-source.ts';
import { boardOf } from './board.queries.ts';
import type { BoardChange } from './board.types.ts';

/** A join changes two entries, an agenda and a meeting at once: one new board; and a meeting under way changes many times a second. */
const GATHER_MS = 300;
/** Who is in the Network, and whether a meeting is published, show on the board as well. */
const TOPICS = ['board', 'network', 'meeting'];

liveSource<{ district: string }>('boardChanges', (ctx, { district }) => {
  const grant = demandGrant(ctx, 'network.read', { district });
  const { clock } = ctx.services;
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      accepts: ({ topic, scope }) => scope === district && TOPICS.includes(topic),
      gatherMs: GATHER_MS,
      subjectOf: () => district,
      async read(em, _id, cursor): Promise<BoardChange> {
        const board = await boardOf(em, district, clock.now(), cursor);
        return board ? { kind: 'UPSERT', cursor, board } : { kind: 'REMOVE', cursor, board: null };
      },
      reset: (cursor): BoardChange => ({ kind: 'RESET', cursor, board: null }),
    },
  };
});
