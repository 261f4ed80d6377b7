import { describe, expect, it, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { intakeNow, signInAt, type Created } from '../support/remote.ts';
import { CREATE } from '../support/requests.ts';
import { startServer } from '../support/server-process.ts';

const FIELDS = 'id number state version';
const LIVE = `subscription ($after: String) { queueChanges(district: "wlochy", after: $after) { kind cursor id row { ${FIELDS} } } }`;
const QUEUE = `{ queue(district: "wlochy") { cursor rows { ${FIELDS} } } }`;

interface Seen {
  id: string;
  number: number;
  state: string;
  version: number;
}
interface Told {
  queueChanges: { kind: string; id: string; cursor: string; row: Seen | null };
}
interface Loaded {
  queue: { cursor: string; rows: Seen[] };
}

// at once: most of their time both wait for a lock to be given up
describe.concurrent('the server over its embedded database', () => {
  it('killed while it is written to and started again has lost nothing that it answered, and a list that follows equals a fresh one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ww-kill-'));
    let server = await startServer({ folder });
    const anna = await signInAt(server.url);
    const { queue } = dataOf(await anna.send<Loaded>(QUEUE));
    const rows = new Map(queue.rows.map((row) => [row.id, row]));
    let { cursor } = queue;
    const follow = async () => {
      const client = await LiveClient.open(server, anna);
      return { client, list: client.subscribe<Told>(LIVE, { after: cursor }) };
    };
    const merge = (frames: Told[]) => {
      for (const { queueChanges } of frames) {
        cursor = queueChanges.cursor;
        expect(queueChanges.kind).toBe('UPSERT');
        if (queueChanges.row) rows.set(queueChanges.id, queueChanges.row);
      }
    };
    const acknowledged: string[] = [];

    const { list: before } = await follow();
    const writers = Array.from({ length: 4 }, async () => {
      for (;;) {
        const input = intakeNow();
        const answer = await anna.send<Created>(CREATE, { input }).catch(() => null);
        if (!answer?.data) return;
        acknowledged.push(input.id);
      }
    });
    await before.take(8);
    await server.killHard();
    await Promise.all(writers);
    // what came after the eighth was on its way to a page that is gone
    merge(await before.take(8));
    server = await server.restart();
    const { client, list } = await follow();
    const fresh = dataOf(await anna.send<Loaded>(QUEUE)).queue.rows;

    const ids = new Set(fresh.map(({ id }) => id));
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(8);
    await vi.waitFor(() => {
      merge(list.frames.map(({ data }) => data).filter((data) => data != null));
      expect([...rows.values()].sort((a, b) => a.number - b.number)).toEqual(fresh.sort((a, b) => a.number - b.number));
    }, 5_000);
    client.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses a folder that another process uses, and says what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ww-lock-'));
    const first = await startServer({ folder });

    const second = startServer({ folder });

    await expect(second).rejects.toThrow(
      /Another process uses the database in .*Stop it, or give this one DATA_DIR or DATABASE_URL of its own/,
    );
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
});
