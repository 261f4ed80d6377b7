import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sideways, violations } from '../support/axe.ts';
import { dataOf, gql } from '../support/client.ts';
import { DEMO, demoServer, freshAddress } from '../support/demo-server.ts';
import { call, demoStaff } from '../support/demo-staff.ts';
import { PUBLIC, STAFF, type Stock } from '../support/page-list.ts';
import { SUBMIT } from '../support/requests.ts';
import { Windows } from '../support/windows.ts';

let windows: Windows;
let stock: Stock;
beforeAll(async () => {
  const { url } = await demoServer();
  windows = new Windows(url);
  const sent = await gql<{ submitRequest: { code: string } }>(url, SUBMIT, { input: call() }, { 'x-forwarded-for': freshAddress() });
  const { number } = await (await demoStaff(url, DEMO.coordinator.email)).take();
  stock = { code: dataOf(sent).submitRequest.code, number };
});
afterEach(() => windows.close());

describe.each([
  ['a desktop', 1440, 900],
  ['a phone', 360, 740],
])('on %s', (_, width, height) => {
  test.each([...PUBLIC, ...STAFF])('$name: axe finds nothing in either theme, nothing is too wide, the console is silent', async ({ as, open, trouble }) => {
    const page = await windows.open({ width, height, ...(as ? { as } : {}) });
    if (trouble) windows.expectTrouble(trouble);
    await open(page, stock);
    const light = await violations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await violations(page);
    if (width < 768) await page.setViewportSize({ width: 320, height });
    expect({ light, dark, sideways: await sideways(page), console: windows.takeTrouble() }).toEqual({ light: [], dark: [], sideways: 0, console: [] });
  });
});
