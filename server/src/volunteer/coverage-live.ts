import { districtBySlug } from '@ww/shared/district';
import type { Kind } from '@ww/shared/request/kinds';
import { demand } from '../platform/demand.ts';
import { liveSource } from '../platform/live-source.ts';
import { coverDistricts } from './coverage.queries.ts';
import type { CoverageChange } from './coverage.types.ts';

/** Bursts of changes in a district make one new row in so many milliseconds. */
const GATHER_MS = 300;
/** Events of these topics name the district whose figures they change. */
const COUNTED: readonly string[] = ['request', 'volunteer', 'organisation', 'dispatch'];

liveSource<{ kind?: Kind | null }>('coverageChanges', (ctx, { kind }) => {
  demand(ctx, 'coverage.read');
  const { clock } = ctx.services;
  return {
    audience: 'coverage',
    log: {
      accepts: ({ topic, scope }) => COUNTED.includes(topic) && scope !== null && districtBySlug(scope) !== undefined,
      subjectOf: ({ scope }) => scope ?? '',
      gatherMs: GATHER_MS,
      async read(em, district, cursor): Promise<CoverageChange> {
        const [row] = await coverDistricts(em, [district], kind ?? null, clock.now());
        return { kind: 'UPSERT', cursor, id: district, row: row ?? null };
      },
      reset: (cursor): CoverageChange => ({ kind: 'RESET', cursor, id: null, row: null }),
    },
  };
});
