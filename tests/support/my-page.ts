import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cutOff, sideways, violations } from './axe.ts';

// what a volunteer sees and taps on /moje

export const offers = (page: Page) => page.locator('.offer');
export const tasks = (page: Page) => page.locator('.task');
export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
export const accept = (page: Page): Promise<void> => press(page, 'Przyjmij');

const TALL = 6000;

/** The page as it is now: axe in both themes, and the width of a small phone. */
export async function expectSound(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 360, height: 740 };
  // all of the page at once: a bar that stays at an edge covers whatever happens to be under it, which scrolling mends
  await page.setViewportSize({ ...size, height: TALL });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, { colours: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: TALL });
  const wide = { sideways: await sideways(page), cutOff: await cutOff(page) };
  await page.setViewportSize(size);
  expect({ light, dark, ...wide }).toEqual({ light: [], dark: [], sideways: 0, cutOff: [] });
}
