import type { Page } from 'playwright-core';
import { DEMO } from './demo-server.ts';
import type { PageState } from './page-list.ts';
import { visit } from './windows.ts';

const { coordinator, organisation } = DEMO;
const dialog = (page: Page) => page.locator('dialog[open]').waitFor();

/** Somebody whom the district holds itself: all of the buttons are there. */
async function openPerson(page: Page): Promise<void> {
  await visit(page, '/wolontariusze/osoby?gospodarz=dzielnica');
  await page.locator('tbody th a').first().click();
  await page.locator('.contact').waitFor();
}
async function pressed(page: Page, button: string): Promise<void> {
  await openPerson(page);
  await page.locator('.pane').getByRole('button', { name: button }).click();
  await dialog(page);
}
const asCoordinator = (name: string, open: PageState['open']): PageState => ({ name, as: coordinator.email, open });

/** The pages of volunteers and their hosts. */
export const ROSTER: PageState[] = [
  asCoordinator('osoby', (page) => visit(page, '/wolontariusze/osoby')),
  asCoordinator('osoby-otwarta', openPerson),
  asCoordinator('osoby-odslanianie', (page) => pressed(page, 'Pokaż kontakt')),
  asCoordinator('osoby-zakonczenie', (page) => pressed(page, 'Zakończ współpracę')),
  asCoordinator('osoby-dostepnosc', async (page) => {
    await pressed(page, 'Zmień dostępność');
    const hours = page.locator('dialog[open]');
    await hours.getByRole('button', { name: 'Dodaj dzień' }).click();
    await hours.getByRole('button', { name: /Dodaj godziny.*niedziela/ }).click();
    await hours.locator('[name$=".to"]').last().fill('08:00');
    await hours.getByRole('button', { name: 'Zapisz godziny' }).click();
    await hours.locator('.err').first().waitFor();
  }),
  asCoordinator('osoby-nowa', async (page) => {
    await visit(page, '/wolontariusze/osoby');
    await page.getByRole('button', { name: 'Dodaj wolontariusza' }).click();
    await page.getByRole('button', { name: 'Dodaj osobę' }).click();
    await page.locator('dialog[open] .err').first().waitFor();
  }),
  asCoordinator('organizacje', (page) => visit(page, '/wolontariusze/organizacje')),
  asCoordinator('organizacje-nowa', async (page) => {
    await visit(page, '/wolontariusze/organizacje');
    await page.getByRole('button', { name: 'Zarejestruj organizację' }).click();
    await page.getByRole('button', { name: 'Zarejestruj', exact: true }).click();
    await page.locator('dialog[open] .err').first().waitFor();
  }),
  { name: 'osoby-organizacji', as: organisation.email, open: (page) => visit(page, '/wolontariusze/osoby') },
  {
    name: 'organizacje-pula',
    as: organisation.email,
    open: async (page) => {
      await visit(page, '/wolontariusze/organizacje');
      await page.getByRole('button', { name: 'Daj pulę osób' }).first().click();
      await page.getByRole('button', { name: 'Daj tę pulę' }).click();
      await page.locator('dialog[open] .err').first().waitFor();
    },
  },
];
