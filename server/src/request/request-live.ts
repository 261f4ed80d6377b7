import { can, grantAllows } from '@ww/shared/policy';
import { demand, demandGrant } from '../platform/demand.ts';
import { liveSource } from '../platform/live-source.ts';
import { countDistricts, seesAllCounts, suppress } from './counts.queries.ts';
import { codeHolder, openByCode, stepsOf } from './own-request.queries.ts';
import { readPresence, PRESENCE_POLL_MS } from './presence.ts';
import { findRow } from './request.queries.ts';
import type { CountsChange } from './counts.types.ts';
import type { OwnChange } from './own-request.types.ts';
import type { QueueChange } from './request.types.ts';

/** Bursts of changes in a district make one new count in so many milliseconds. */
const COUNT_GATHER_MS = 300;

liveSource<{ district: string }>('queueChanges', (ctx, { district }) => {
  const grant = demandGrant(ctx, 'request.read', { district });
  const remove = (id: string, cursor: string): QueueChange => ({ kind: 'REMOVE', cursor, id, row: null });
  return {
    audience: `${grant.role}@${grant.scope ?? ''}`,
    log: {
      accepts: (event) => event.topic === 'request' && event.scope === district,
      async read(em, id, cursor): Promise<QueueChange> {
        const row = await findRow(em, id, [district]);
        const stillTheirs = row && grantAllows(grant, 'request.read', { district: row.district });
        return stillTheirs ? { kind: 'UPSERT', cursor, id, row } : remove(id, cursor);
      },
      reset: (cursor): QueueChange => ({ kind: 'RESET', cursor, id: null, row: null }),
    },
  };
});

liveSource('countsChanges', (ctx) => {
  const all = seesAllCounts(ctx);
  const { clock } = ctx.services;
  return {
    audience: all ? 'counts' : 'counts-suppressed',
    log: {
      accepts: (event) => event.topic === 'request' && event.scope !== null,
      subjectOf: (event) => event.scope ?? '',
      gatherMs: COUNT_GATHER_MS,
      async read(em, district, cursor): Promise<CountsChange> {
        const [counts] = await countDistricts(em, [district], clock.now());
        const row = counts && !all ? suppress(counts) : (counts ?? null);
        return { kind: 'UPSERT', cursor, id: district, row };
      },
      reset: (cursor): CountsChange => ({ kind: 'RESET', cursor, id: null, row: null }),
    },
  };
});

liveSource<{ code: string }>('ownRequestChanges', async (ctx, { code }) => {
  const { id } = await openByCode(ctx, code);
  const holder = codeHolder(id);
  return {
    audience: `request:${id}`,
    log: {
      accepts: (event) => event.topic === 'request' && event.subjectId === id,
      async read(em, _id, cursor): Promise<OwnChange> {
        const row = await findRow(em, id, 'all');
        const visible = row && can(holder, 'request.follow', { request: row.id });
        return visible ? { kind: 'UPSERT', cursor, steps: stepsOf(row) } : { kind: 'REMOVE', cursor, steps: null };
      },
      reset: (cursor): OwnChange => ({ kind: 'RESET', cursor, steps: null }),
    },
  };
});

liveSource<{ district: string }>('presence', (ctx, { district }) => {
  demand(ctx, 'presence.show', { district });
  const { clock } = ctx.services;
  return {
    audience: `presence@${district}`,
    poll: { everyMs: PRESENCE_POLL_MS, read: (em) => readPresence(em, district, clock.now()) },
  };
});
