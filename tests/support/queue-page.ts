import type { Locator, Page } from 'playwright-core';

/** A line of the queue as somebody reads it: the parts that time alone does not change. */
export interface SeenRow {
  id: string;
  number: string;
  band: string;
  matter: string;
  due: string;
  holder: string;
}

export const rowOf = (page: Page, number: number): Locator =>
  page.locator('tr[data-row]', { has: page.locator('.c-nr', { hasText: new RegExp(`^${number}$`) }) });

/** Every line on the screen, from top to bottom; rows that wait in the bar are shown first. */
export async function readQueue(page: Page): Promise<SeenRow[]> {
  const held = page.locator('.held');
  if (await held.count()) await held.click();
  const more = page.getByRole('button', { name: 'Pokaż następne' });
  while (await more.count()) await more.click();
  return page.locator('tr[data-row]').evaluateAll((rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent.trim() ?? '';
      return {
        id: (row as HTMLElement).dataset['row'] ?? '',
        number: text('.c-nr'),
        band: text('.age'),
        matter: text('.c-what a'),
        due: text('.c-due'),
        holder: row.querySelector('.person:not(.reads)')?.lastChild?.textContent?.trim() ?? '',
      };
    }),
  );
}

/** Opens a request's pane from the list. */
export async function openRow(page: Page, number: number): Promise<void> {
  await rowOf(page, number).getByRole('link').click();
  await page.locator('#nr-otwarte .num', { hasText: new RegExp(`^${number}$`) }).waitFor();
}

/** The numbers on the views' tabs, by their names. */
export const readCounts = (page: Page): Promise<string[]> => page.locator('.views a').allInnerTexts();
