import type { Page } from 'playwright-core';
import { hydrated, visit } from './windows.ts';

/** Follows the newest letter to an address on the demo mail page; `path`: by which of its links, the first without it. */
export async function followLetter(page: Page, to: string, path = '/'): Promise<void> {
  const letter = page.locator('article', { has: page.locator('dd', { hasText: to }) }).first();
  // letters go out after the answer: the page is read until it has this one
  do await visit(page, '/poczta');
  while ((await letter.count()) === 0);
  await letter.locator(`.text a[href^="${path}"]`).first().click();
  await page.waitForURL((url) => url.pathname !== '/poczta');
  await hydrated(page);
}
