import { read, type Answer } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { LiveSource, Seed } from '#lib/live/live-list.svelte.ts';
import type { View } from '#lib/live/live-rows.ts';
import { CityCounts, type Counts, CountsChanges } from './documents.ts';

/** A district's counts as a live row. They have no version of their own: each is as new as its place in the log. */
export type CountsRow = Counts & { id: string; version: number };

/** The place in the log that a cursor `<log id>.<position>` names. */
const positionOf = (cursor: string): number => Number(cursor.slice(cursor.lastIndexOf('.') + 1)) || 0;
const toRow = (counts: Counts, cursor: string): CountsRow => ({ ...counts, id: counts.district, version: positionOf(cursor) });

export const everyDistrict: View<CountsRow> = { matches: () => true, compare: (a, b) => a.district.localeCompare(b.district) };

export async function loadCounts(fetch?: typeof globalThis.fetch): Promise<Answer<Seed<CountsRow>>> {
  const answer = await read(CityCounts, {}, fetch);
  if (!answer.ok) return answer;
  const { cursor, districts } = answer.data.cityCounts;
  return { ok: true, data: { cursor, rows: districts.map((counts) => toRow(counts, cursor)) } };
}

export const countsSource: LiveSource<CountsRow> = {
  load: () => loadCounts(),
  open(after, next, refused) {
    const variables: { after: string | null } = { after };
    return follow(CountsChanges, variables, {
      next({ countsChanges: { kind, cursor, id, row } }) {
        variables.after = cursor;
        next({ kind, cursor, id, row: row && toRow(row, cursor) });
      },
      refused,
    });
  },
};
