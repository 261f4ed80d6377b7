import type { Page } from 'playwright-core';
import type { PageState } from './page-list.ts';
import type { Stock } from './stock.ts';
import { visit } from './windows.ts';

const mine =
  (path: string, then: (page: Page) => Promise<void> = async () => {}) =>
  async (page: Page, { volunteer }: Stock) => {
    await volunteer.enter(page);
    await visit(page, path);
    await then(page);
  };

/** A volunteer's own pages. */
export const MINE: PageState[] = [
  { name: 'moje', open: mine('/moje', (page) => page.locator('.offer').waitFor()) },
  { name: 'moje-odmowa', open: mine('/moje', (page) => page.getByRole('button', { name: 'Nie tym razem' }).click()) },
  {
    name: 'moje-adres',
    open: mine('/moje', async (page) => {
      await page.getByRole('button', { name: 'Pokaż adres i telefon' }).click();
      await page.locator('.address').waitFor();
    }),
  },
  { name: 'moje-dostepnosc', open: mine('/moje/dostepnosc') },
  { name: 'moje-godziny', open: mine('/moje/godziny') },
];
