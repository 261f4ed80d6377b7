import { liveSource } from '../../platform/live-source.ts';
import { expectPlace } from '../place/place.queries.ts';
import { fridgeOf } from './fridge.queries.ts';
import type { FridgeChange } from './fridge.types.ts';

const GATHER_MS = 200;
/** The clock is the place's, so a closing shows here as well. */
const TOPICS = ['place', 'fridge'];

liveSource<{ placeId: string }>('fridgeChanges', async (ctx, { placeId }) => {
  await expectPlace(ctx.em, { id: placeId });
  const { clock } = ctx.services;
  return {
    audience: 'ANYONE',
    log: {
      accepts: ({ topic, scope }) => scope === placeId && TOPICS.includes(topic),
      gatherMs: GATHER_MS,
      subjectOf: () => placeId,
      async read(em, _id, cursor): Promise<FridgeChange> {
        const board = await fridgeOf(em, placeId, clock.now(), cursor);
        return { kind: board ? 'UPSERT' : 'REMOVE', cursor, board };
      },
      reset: (cursor): FridgeChange => ({ kind: 'RESET', cursor, board: null }),
    },
  };
});
