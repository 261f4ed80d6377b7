import { newId } from '@ww/shared/id';
import { inWarsaw } from '@ww/shared/time';
import type { Locator, Page } from 'playwright-core';
import { dataOf, gql } from './client.ts';
import { DEMO, sharedCookie } from './demo-server.ts';
import { visit, type Windows } from './windows.ts';

export const FRIDGE = '/jadlodzielnia/mal-wlochy';

/** What a fridge's staff says to the server, without a browser. */
export async function asStaff<T>(url: string, document: string, variables: object = {}): Promise<T> {
  const { name, value } = await sharedCookie(url, DEMO.place.email);
  return dataOf(await gql<T>(url, document, variables, { cookie: `${name}=${value}` }));
}

/** Opens the place around the clock on the days that a test may fall on; the place's id. */
export async function openAroundTheClock(url: string): Promise<string> {
  const { place } = await asStaff<{ place: { id: string } }>(url, 'query { place(slug: "mal-wlochy") { id } }');
  for (const ahead of [0, 1]) {
    const day = inWarsaw(Date.now()).toPlainDate().add({ days: ahead }).toString();
    const input = { key: newId(), id: place.id, day, hours: [{ from: 0, to: 1440 }] };
    await asStaff(url, 'mutation ($input: SetOpeningDayInput!) { setOpeningDay(input: $input) { id } }', { input });
  }
  return place.id;
}

export const foodOn = (page: Page, what: string): Locator => page.locator('.shelves li li', { hasText: what });
export const takes = (page: Page, what: string): Locator => foodOn(page, what).getByRole('button', { name: `Wzięte: ${what}` });
/** The stub of what is gone. */
export const goneFrom = (page: Page, what: string): Locator => foodOn(page, what).getByText('zabrane o ');
export const dialogOf = (page: Page): Locator => page.locator('dialog[open]');
export const toast = (page: Page): Locator => page.locator('.toast');
export const put = (page: Page): Locator => page.getByRole('button', { name: 'Włóż jedzenie' });
export const send = (page: Page): Locator => dialogOf(page).locator('button[type=submit]');

/** A phone that shows the fridge, and is told what changes. */
export async function phoneAt(windows: Windows): Promise<Page> {
  const page = await windows.open({ width: 360, height: 740 });
  await visit(page, FRIDGE);
  await page.getByText('Na żywo').waitFor();
  return page;
}

/** Leaves food with two taps. */
export async function leave(page: Page, what: string): Promise<void> {
  await put(page).tap();
  await dialogOf(page).getByLabel('Co zostawiasz?').fill(what);
  await send(page).tap();
  await foodOn(page, what).waitFor();
}
