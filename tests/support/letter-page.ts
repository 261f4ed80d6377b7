import type { Page } from 'playwright-core';
import { hydrated, visit } from './windows.ts';

/** Follows the newest letter to an address on the demo mail page that has such a link; any, without `path`. */
export async function followLetter(page: Page, to: string, path = '/'): Promise<void> {
  const link = page.locator(`.text a[href^="${path}"]`);
  const letter = page
    .locator('article', { has: page.locator('dd', { hasText: to }) })
    .filter({ has: link })
    .first();
  // letters go out after the answer: the page is read until it has this one
  do await visit(page, '/poczta');
  while ((await letter.count()) === 0);
  await letter.locator(link).first().click();
  await page.waitForURL((url) => url.pathname !== '/poczta');
  await hydrated(page);
}
