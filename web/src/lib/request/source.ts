import type { Answer } from '#lib/graphql/client.ts';
import { read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { LiveSource, Seed } from '#lib/live/live-list.svelte.ts';
import { ClosedToday, Queue, QueueChanges, type Row } from './documents.ts';

const PAGE = 200;

/** Every open request of a district and those closed today; the cursor is older than the first row read. */
export async function loadQueue(district: string, fetch?: typeof globalThis.fetch): Promise<Answer<Seed<Row>>> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(district, after, fetch);
    if (!page.ok) return page;
    cursor ??= page.data.queue.cursor;
    rows.push(...page.data.queue.rows);
    after = page.data.queue.next;
  } while (after !== null);
  const closed = await read(ClosedToday, { district }, fetch);
  if (!closed.ok) return closed;
  return { ok: true, data: { cursor, rows: [...new Map([...rows, ...closed.data.closedToday].map((row) => [row.id, row])).values()] } };
}

const readPage = (district: string, after: string | null, fetch?: typeof globalThis.fetch) =>
  read(Queue, { district, first: PAGE, after }, fetch);

export const queueSource = (district: string): LiveSource<Row> => ({
  load: () => loadQueue(district),
  open(after, next, refused) {
    const variables = { district, after };
    return follow(QueueChanges, variables, {
      next({ queueChanges: change }) {
        // a silent reconnect sends the same object again, and so resumes from here
        variables.after = change.cursor;
        next(change);
      },
      refused,
    });
  },
});
