import type { Kind } from '@ww/shared/request/kinds';
import { read, type Answer } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { LiveSource, Seed } from '#lib/live/live-list.svelte.ts';
import type { View } from '#lib/live/live-rows.ts';
import { Coverage, CoverageChanges } from './documents.ts';
import type { Covered } from './heat.ts';

/** A district's coverage as a live row, as new as its place in the log. */
export type CoverageRow = Covered & { id: string; version: number };

/** The place in the log that a cursor `<log id>.<position>` names. */
const positionOf = (cursor: string): number => Number(cursor.slice(cursor.lastIndexOf('.') + 1)) || 0;
const toRow = (covered: Covered, cursor: string): CoverageRow => ({ ...covered, id: covered.district, version: positionOf(cursor) });

export const everywhere: View<CoverageRow> = { matches: () => true, compare: (a, b) => a.district.localeCompare(b.district) };

export async function loadCoverage(kind: Kind | null, fetch?: typeof globalThis.fetch): Promise<Answer<Seed<CoverageRow>>> {
  const answer = await read(Coverage, { kind }, fetch);
  if (!answer.ok) return answer;
  const { cursor, rows } = answer.data.coverage;
  return { ok: true, data: { cursor, rows: rows.map((covered) => toRow(covered, cursor)) } };
}

export const coverageSource = (kind: Kind | null): LiveSource<CoverageRow> => ({
  load: () => loadCoverage(kind),
  open(after, next, refused) {
    const variables: { kind: Kind | null; after: string | null } = { kind, after };
    return follow(CoverageChanges, variables, {
      next({ coverageChanges: change }) {
        variables.after = change.cursor;
        next({ ...change, row: change.row && toRow(change.row, change.cursor) });
      },
      refused,
    });
  },
});
