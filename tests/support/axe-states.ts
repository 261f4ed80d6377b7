import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cutOff, sideways, violations } from './axe.ts';
import { demoServer } from './demo-server.ts';
import type { PageState } from './page-list.ts';
import { makeStock, type Stock } from './stock.ts';
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

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

/** What is wrong with the page as it is, in either theme. */
async function wrong(page: Page): Promise<{ light: string[]; dark: string[] }> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  return { light, dark: await violations(page, { colours: true }) };
}

/** Nothing may be wider than the page. */
const tooWide = async (page: Page) => ({ sideways: await sideways(page), cutOff: await cutOff(page) });

/** As on a phone, all of the page at once: a bar that stays at the foot covers whatever is under it, which scrolling mends. */
async function narrow(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: TALL });
  // what looks at the width has drawn itself anew
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/**
 * Each page and state as a desktop opens it, then in that same window as narrow as a phone, which is what zooming in four times
 * does; what a phone gets to in its own way is opened by one as well.
 */
export function everyState(states: readonly PageState[]): void {
  const shown = useShown();
  const opened = [
    ...states.map((state) => ({ ...state, by: 'a desktop' })),
    ...states.filter(({ phone }) => phone).map((state) => ({ ...state, by: 'a phone' })),
  ];

  test.each(opened)(
    '$name, opened by $by: axe finds nothing in either theme, nothing is too wide, the console is silent',
    async (state) => {
      const { windows, stock } = shown;
      const size = state.by === 'a phone' ? PHONE : DESKTOP;
      const page = await windows.open({ ...size, again: true, ...(state.as ? { as: state.as } : {}) });
      if (state.trouble) windows.expectTrouble(state.trouble);
      await state.open(page, stock);
      const desktop = size === DESKTOP ? { ...(await wrong(page)), ...(await tooWide(page)) } : null;
      await narrow(page, PHONE.width);
      const phone = { ...(await wrong(page)), ...(await tooWide(page)) };
      await narrow(page, 320);
      const nothing = { light: [], dark: [], sideways: 0, cutOff: [] };
      expect({ desktop, phone, narrowest: await tooWide(page), console: windows.takeTrouble() }).toEqual({
        desktop: desktop && nothing,
        phone: nothing,
        narrowest: { sideways: 0, cutOff: [] },
        console: [],
      });
    },
  );
}
