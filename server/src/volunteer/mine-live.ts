import { liveSource } from '../platform/live-source.ts';
import { findMine, readDay } from './mine.queries.ts';
import type { MyDayChange } from './mine.types.ts';
import { Volunteer } from './volunteer.entity.ts';

/** What happens to a volunteer in a burst (three districts, an offer and its answer) is one new day. */
const GATHER_MS = 50;

liveSource('myDayChanges', async (ctx) => {
  const { id } = await findMine(ctx);
  const { clock } = ctx.services;
  return {
    audience: `volunteer:${id}`,
    log: {
      accepts: (event) => event.topic === 'volunteer' && event.subjectId === id,
      gatherMs: GATHER_MS,
      async read(em, _id, cursor): Promise<MyDayChange> {
        const volunteer = await em.findOne(Volunteer, { id, endedAt: null });
        if (!volunteer) return { kind: 'REMOVE', cursor, day: null };
        return { kind: 'UPSERT', cursor, day: await readDay(em, volunteer, clock.now(), cursor) };
      },
      reset: (cursor): MyDayChange => ({ kind: 'RESET', cursor, day: null }),
    },
  };
});
