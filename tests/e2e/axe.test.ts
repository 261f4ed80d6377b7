import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sideways, violations } from '../support/axe.ts';
import { demoServer } from '../support/demo-server.ts';
import { PUBLIC, STAFF } from '../support/page-list.ts';
import { makeStock, type Stock } from '../support/stock.ts';
import { Windows } from '../support/windows.ts';

let windows: Windows;
let stock: Stock;
beforeAll(async () => {
  const { url } = await demoServer();
  windows = new Windows(url);
  stock = await makeStock(url);
});
afterEach(() => windows.close());

describe.each([
  ['a desktop', 1440, 900],
  ['a phone', 360, 740],
])('on %s', (_, width, height) => {
  test.each([...PUBLIC, ...STAFF])(
    '$name: axe finds nothing in either theme, nothing is too wide, the console is silent',
    async ({ as, open, trouble }) => {
      const page = await windows.open({ width, height, ...(as ? { as } : {}) });
      if (trouble) windows.expectTrouble(trouble);
      await open(page, stock);
      const light = await violations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await violations(page, { colours: true });
      if (width < 768) await page.setViewportSize({ width: 320, height });
      expect({ light, dark, sideways: await sideways(page), console: windows.takeTrouble() }).toEqual({
        light: [],
        dark: [],
        sideways: 0,
        console: [],
      });
    },
  );
});
