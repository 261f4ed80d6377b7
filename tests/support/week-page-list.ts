import type { Page } from 'playwright-core';
import { DEMO } from './demo-server.ts';
import type { PageState } from './page-list.ts';
import { dialogOf, WEEK } from './week-page.ts';
import { visit } from './windows.ts';

const asStaff = (name: string, open: PageState['open']): PageState => ({ name, as: DEMO.place.email, open });

/** The calendar, or on a phone the list, with all that comes after the page. */
async function shown(page: Page, query = ''): Promise<void> {
  await visit(page, `${WEEK}${query}`);
  await page.locator('.ec-day, section li').first().waitFor();
}
async function pressed(page: Page, button: RegExp): Promise<void> {
  await shown(page);
  await page.getByRole('button', { name: button }).first().click();
  await dialogOf(page).waitFor();
}

/** A place's week as its staff sees it, and the sheet for the door. */
export const WEEK_PAGES: PageState[] = [
  asStaff('tydzien', (page) => shown(page)),
  asStaff('tydzien-kalendarz', (page) => shown(page, '?widok=kalendarz')),
  asStaff('tydzien-lista', (page) => shown(page, '?widok=lista')),
  asStaff('tydzien-rezerwacja', async (page) => {
    await shown(page);
    await page.locator('#uwaga .what button').first().click();
    await dialogOf(page).getByRole('group', { name: 'Wolne terminy' }).waitFor();
  }),
  asStaff('tydzien-nowa', async (page) => {
    await pressed(page, /^Zarezerwuj/);
    await dialogOf(page).getByRole('button', { name: 'Zarezerwuj salę' }).click();
    await dialogOf(page).locator('.err').first().waitFor();
  }),
  asStaff('tydzien-przeniesienie', (page) => pressed(page, /^Przenieś na inny czas/)),
  asStaff('tydzien-odmowa', (page) => pressed(page, /^Odmów/)),
  asStaff('tydzien-zamkniecie', async (page) => {
    await pressed(page, /^Zamknij wcześniej/);
    await dialogOf(page).locator('.impact p').waitFor();
  }),
  asStaff('drzwi', async (page) => {
    await visit(page, '/przestrzenie/mal-wlochy/drzwi');
    await page.locator('table').waitFor();
  }),
];
