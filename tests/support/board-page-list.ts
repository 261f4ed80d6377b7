import type { Page } from 'playwright-core';
import { DEMO } from './demo-server.ts';
import type { PageState } from './page-list.ts';
import { visit } from './windows.ts';

const { coordinator, organisation } = DEMO;
const dialog = (page: Page) => page.locator('dialog[open]');

async function pressed(page: Page, button: RegExp): Promise<void> {
  await visit(page, '/siec/tablica');
  await page.getByRole('button', { name: button }).first().click();
  await dialog(page).waitFor();
}
const asCoordinator = (name: string, open: PageState['open']): PageState => ({ name, as: coordinator.email, open });

/** The board of resources and needs. */
export const BOARD_PAGES: PageState[] = [
  asCoordinator('tablica', async (page) => {
    await visit(page, '/siec/tablica');
    await page.locator('summary').click();
  }),
  { name: 'tablica-pusta', as: organisation.email, open: (page) => visit(page, '/siec/tablica?rodzaj=sprzet') },
  asCoordinator('tablica-wpis', async (page) => {
    await pressed(page, /^Dodaj wpis/);
    await dialog(page).getByRole('button', { name: 'Zapisz wpis' }).click();
    await dialog(page).locator('.err').first().waitFor();
  }),
  asCoordinator('tablica-polaczenie', async (page) => {
    await pressed(page, /^Połącz z/);
    await dialog(page).locator('[name="owners"]').first().waitFor({ state: 'attached' });
  }),
  asCoordinator('tablica-zamkniecie', (page) => pressed(page, /^Zamknij wpis/)),
];
