import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cutOff, sideways, violations } from '../support/axe.ts';
import { DEMO, demoServer } from '../support/demo-server.ts';
import type { DemoVolunteer } from '../support/demo-volunteer.ts';
import { MINE } from '../support/my-page-list.ts';
import { PUBLIC, STAFF } from '../support/page-list.ts';
import { ROSTER } from '../support/roster-page-list.ts';
import { makeStock, type Stock } from '../support/stock.ts';
import { visit, Windows } from '../support/windows.ts';

let windows: Windows;
let stock: Stock;
beforeAll(async () => {
  const { url } = await demoServer();
  windows = new Windows(url);
  stock = await makeStock(url);
});
afterEach(() => windows.close());

const TALL = 6000;

describe.each([
  ['a desktop', 1440, 900],
  ['a phone', 360, 740],
])('on %s', (_, width, height) => {
  test.each([...PUBLIC, ...STAFF, ...ROSTER, ...MINE])(
    '$name: axe finds nothing in either theme, nothing is too wide, the console is silent',
    async ({ as, open, trouble }) => {
      const page = await windows.open({ width, height, ...(as ? { as } : {}) });
      if (trouble) windows.expectTrouble(trouble);
      await open(page, stock);
      // all of the page at once: a bar that stays at the foot covers whatever happens to be under it, which scrolling mends
      if (width < 768) await page.setViewportSize({ width, height: TALL });
      const light = await violations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await violations(page, { colours: true });
      if (width < 768) await page.setViewportSize({ width: 320, height: TALL });
      const wide = { sideways: await sideways(page), cutOff: await cutOff(page) };
      const nothing = { light: [], dark: [], sideways: 0, cutOff: [], console: [] };
      expect({ light, dark, ...wide, console: windows.takeTrouble() }).toEqual(nothing);
    },
  );
});

// longer words than Polish ones: the pages without their states
const PATHS = ['/', '/popros', '/zaloguj', '/wejscie', '/haslo', '/poczta', '/prywatnosc', '/deklaracja-dostepnosci', '/skroty'];
const MINE_PATHS = ['/moje', '/moje/dostepnosc', '/moje/godziny'];
const STAFF_PATHS = [
  '/pulpit',
  '/zgloszenia',
  '/zgloszenia/nowe',
  '/wolontariusze',
  '/wolontariusze/osoby',
  '/wolontariusze/organizacje',
  '/ustawienia',
];

test.each(['/en', '/uk'])('in the language of "%s" nothing is too wide for 320 px, and axe finds nothing', async (prefix) => {
  const found: string[] = [];
  const look = async (as: string | undefined, paths: readonly string[], who?: DemoVolunteer) => {
    const page = await windows.open({ width: 320, height: TALL, ...(as ? { as } : {}) });
    await who?.enter(page);
    for (const path of paths) {
      await visit(page, `${prefix}${path}`);
      if (path.includes('nr=')) await page.locator('.facts').waitFor();
      const wide = await sideways(page);
      if (wide > 0) found.push(`${path} is ${wide} px too wide`);
      found.push(...(await cutOff(page)).map((control) => `${path} cuts ${control}`));
      found.push(...(await violations(page)).map((line) => `${path}: ${line}`));
    }
  };
  await look(undefined, [...PATHS, `/prosba/${stock.code}`]);
  await look(DEMO.coordinator.email, [...STAFF_PATHS, `/zgloszenia?nr=${stock.id}`]);
  await look(DEMO.auditor.email, ['/dziennik']);
  await look(undefined, MINE_PATHS, stock.volunteer);
  expect([...found, ...windows.takeTrouble()]).toEqual([]);
});
