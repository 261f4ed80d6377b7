import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cutOff, sideways, violations } from './axe.ts';
import { MEMBERS } from './members-page-list.ts';
import { BOARD_PAGES } from './board-page-list.ts';
import { BOOKING_PAGES } from './booking-page-list.ts';
import { demoServer } from './demo-server.ts';
import { MEETINGS } from './meeting-page-list.ts';
import { LIVE } from './meeting-pages.ts';
import { MINUTES } from './minutes-page-list.ts';
import { MINE } from './my-page-list.ts';
import { PUBLIC, STAFF } from './page-list.ts';
import { ROSTER } from './roster-page-list.ts';
import { makeStock, type Stock } from './stock.ts';
import { WEEK_PAGES } from './week-page-list.ts';
import { Windows } from './windows.ts';

/** As tall as the longest page: all of it at once. */
export const TALL = 6000;

/** Windows on the demo, and what the pages are shown with. */
export interface Shown {
  windows: Windows;
  stock: Stock;
}

export function useShown(): Shown {
  const shown = {} as Shown;
  beforeAll(async () => {
    const { url } = await demoServer();
    Object.assign(shown, { windows: new Windows(url), stock: await makeStock(url) });
  });
  afterEach(() => shown.windows.close());
  afterAll(() => ('windows' in shown ? shown.windows.end() : undefined));
  return shown;
}

/** Every page and state in a window of this size: a file for each size, so that two can run at a time. */
export function everyState(width: number, height: number): void {
  const shown = useShown();
  test.each([
    ...PUBLIC,
    ...STAFF,
    ...ROSTER,
    ...MINE,
    ...MEMBERS,
    ...MEETINGS,
    ...MINUTES,
    ...LIVE,
    ...BOARD_PAGES,
    ...BOOKING_PAGES,
    ...WEEK_PAGES,
  ])('$name: axe finds nothing in either theme, nothing is too wide, the console is silent', async ({ as, open, trouble }) => {
    const { windows, stock } = shown;
    const page = await windows.open({ width, height, again: true, ...(as ? { as } : {}) });
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
  });
}
