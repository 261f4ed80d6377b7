import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { demoStaff, type Staff } from '../support/demo-staff.ts';
import { openRow, readCounts, readQueue } from '../support/queue-page.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { markUnloaded, visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
let staff: Staff;
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
  staff = await demoStaff(server.url, DEMO.member.email);
});
afterAll(() => server.stop());
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

const live = (page: Page) => page.locator('.conn:not(.is-lost)', { hasText: 'Na żywo' }).waitFor({ timeout: 20_000 });

/** A queue that somebody watches, with one request open. */
async function watch(): Promise<{ page: Page; unloaded: () => Promise<boolean> }> {
  const open = await staff.take();
  const page = await windows.open({ as: DEMO.coordinator.email });
  await visit(page, '/zgloszenia');
  await live(page);
  await openRow(page, open.number);
  return { page, unloaded: await markUnloaded(page) };
}

/** What happens in a district in a while: taken, claimed, let go, done, cancelled and new. */
async function busyWhile(client: Staff): Promise<number> {
  const [a, b, c, d] = [await client.take(), await client.take(), await client.take(), await client.take()];
  await client.give('claim', a);
  await client.give('claim', b);
  await client.give('finish', b);
  await client.give('cancel', c, { reason: 'DUPLICATE' });
  await client.give('prioritise', d, { priority: 'URGENT' });
  await client.give('claim', d);
  await client.give('release', d);
  return d.number;
}

/** Waits for the last change of a busy while, then compares with a window that loads the queue afresh. */
async function expectEqualToFreshLoad(page: Page, number: number): Promise<void> {
  await page.waitForFunction(
    (last) => document.querySelector('.held') !== null || [...document.querySelectorAll('.c-nr')].some((cell) => cell.textContent === last),
    String(number),
  );
  await page.locator('.notice', { hasText: 'Znów na żywo.' }).waitFor();
  const seen = await readQueue(page);
  const fresh = await windows.open({ as: DEMO.coordinator.email });
  await visit(fresh, '/zgloszenia');
  expect(seen).toEqual(await readQueue(fresh));
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(await readCounts(page)).toEqual(await readCounts(fresh));
}

test('a window that watches while the server is killed and restarted ends up equal to a fresh load', async () => {
  windows.expectTrouble(
    /WebSocket connection to .* failed|net::ERR_CONNECTION_REFUSED|net::ERR_EMPTY_RESPONSE|net::ERR_CONNECTION_RESET|net::ERR_SOCKET_NOT_CONNECTED/,
  );
  const { page, unloaded } = await watch();
  await busyWhile(staff);
  await server.killHard();
  await page.locator('.notice.lost', { hasText: /Brak połączenia od \d\d:\d\d:\d\d\./ }).waitFor();
  expect(await page.locator('.conn.is-lost').innerText()).toMatch(/Brak połączenia\s+od \d\d:\d\d:\d\d/);
  // impatience does no harm
  await page.getByRole('button', { name: 'Połącz teraz' }).click();
  server = await server.restart();
  const last = await busyWhile(await demoStaff(server.url, DEMO.member.email));
  await live(page);
  await expectEqualToFreshLoad(page, last);
  expect(await unloaded()).toBe(true);
});

test('a cut line of ten seconds loses nothing and shows nothing twice', async () => {
  windows.expectTrouble(/WebSocket connection to .* failed|net::ERR_INTERNET_DISCONNECTED|net::ERR_NETWORK_CHANGED/);
  const { page, unloaded } = await watch();
  await page.context().setOffline(true);
  const cutAt = Date.now();
  const last = await busyWhile(staff);
  await page.locator('.notice.lost', { hasText: /Brak połączenia od/ }).waitFor({ timeout: 25_000 });
  // the clock itself is what the test is about: ten seconds without a line
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, cutAt + 10_000 - Date.now())));
  await page.context().setOffline(false);
  await live(page);
  await expectEqualToFreshLoad(page, last);
  expect(await unloaded()).toBe(true);
});
