import type { Page } from 'playwright-core';
import { DEMO } from './demo-server.ts';
import type { PageState } from './page-list.ts';
import { visit } from './windows.ts';

const { coordinator, organisation } = DEMO;
const dialog = (page: Page) => page.locator('dialog[open]');

/** A meeting of the demo, by its title. */
async function openMeeting(page: Page, title: string): Promise<void> {
  await visit(page, '/siec');
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}
async function pressed(page: Page, title: string, button: string | RegExp): Promise<void> {
  await openMeeting(page, title);
  await page.getByRole('button', { name: button }).first().click();
  await dialog(page).waitFor();
}
const asCoordinator = (name: string, open: PageState['open']): PageState => ({ name, as: coordinator.email, open });
const asMember = (name: string, open: PageState['open']): PageState => ({ name, as: organisation.email, open });

const SOON = 'Zimowe dyżury zakupowe';
const FULL = 'Zasoby na święta';

/** Meetings of a Network, and one of them. */
export const MEETINGS: PageState[] = [
  asCoordinator('siec', (page) => visit(page, '/siec')),
  asMember('siec-czlonek', (page) => visit(page, '/siec')),
  asCoordinator('siec-zwolanie', async (page) => {
    await visit(page, '/siec');
    await page.getByRole('button', { name: 'Zwołaj spotkanie' }).click();
    await dialog(page).getByRole('button', { name: 'Zmień termin zapisów' }).click();
    await dialog(page).locator('[name="place"]').fill('');
    await dialog(page).getByRole('button', { name: 'Zapisz szkic' }).click();
    await dialog(page).locator('.err').first().waitFor();
  }),
  asCoordinator('spotkanie', (page) => openMeeting(page, SOON)),
  asCoordinator('spotkanie-szkic', (page) => openMeeting(page, 'Plan na wiosnę')),
  asCoordinator('spotkanie-odwolane', (page) => openMeeting(page, 'Spotkanie z młodzieżą')),
  asCoordinator('spotkanie-odmowa', async (page) => {
    await openMeeting(page, SOON);
    await page.getByRole('button', { name: /^Nie tym razem/ }).click();
    await page.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
    await page.locator('.err').first().waitFor();
  }),
  asCoordinator('spotkanie-uchwyt', async (page) => {
    await openMeeting(page, SOON);
    await page.locator('button.grip').first().focus();
    await page.keyboard.press('Space');
    await page.locator('.is-held').waitFor();
  }),
  asCoordinator('spotkanie-poprawka', async (page) => {
    await pressed(page, FULL, 'Popraw lub przenieś');
    await dialog(page).locator('[name="seats"]').fill('3');
    await dialog(page).getByRole('button', { name: 'Zapisz zmiany' }).click();
    await dialog(page).getByText('2 osoby stracą miejsca.').waitFor();
  }),
  asCoordinator('spotkanie-odwolanie', async (page) => {
    await pressed(page, FULL, 'Odwołaj');
    await dialog(page).getByRole('button', { name: 'Odwołaj spotkanie' }).click();
    await dialog(page).locator('.err').waitFor();
  }),
  asCoordinator('spotkanie-zastepcy', async (page) => {
    await pressed(page, FULL, 'Kto jeszcze może prowadzić');
    await dialog(page).locator('[name="people"]').first().waitFor({ state: 'attached' });
  }),
  asMember('spotkanie-czlonek', (page) => openMeeting(page, SOON)),
  asMember('spotkanie-odpowiedz', async (page) => {
    await openMeeting(page, FULL);
    await page.getByRole('button', { name: 'Zmień odpowiedź' }).click();
    await page.getByLabel(/tłumacza/).check();
  }),
  asMember('spotkanie-propozycja', async (page) => {
    await pressed(page, FULL, 'Zaproponuj punkt');
    await dialog(page).getByRole('button', { name: 'Wyślij propozycję' }).click();
    await dialog(page).locator('.err').first().waitFor();
  }),
];
