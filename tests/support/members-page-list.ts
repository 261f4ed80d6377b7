import { DEMO } from './demo-server.ts';
import type { PageState } from './page-list.ts';
import { visit } from './windows.ts';

const { admin, coordinator, organisation } = DEMO;
const asCoordinator = (name: string, open: PageState['open']): PageState => ({ name, as: coordinator.email, open });

/** The pages of a Network's members. */
export const MEMBERS: PageState[] = [
  asCoordinator('siec-czlonkowie', (page) => visit(page, '/siec/czlonkowie')),
  asCoordinator('siec-czlonkowie-kontakt', async (page) => {
    await visit(page, '/siec/czlonkowie');
    await page
      .getByRole('button', { name: /^Pokaż kontakt/ })
      .first()
      .click();
    await page.locator('.contact .link').first().waitFor();
  }),
  asCoordinator('siec-czlonkowie-wizytowka', async (page) => {
    await visit(page, '/siec/czlonkowie');
    await page
      .getByRole('button', { name: /^Zmień wizytówkę/ })
      .first()
      .click();
    const form = page.locator('dialog[open]');
    await form.locator('[name="contactEmail"]').fill('olga');
    await form.getByRole('button', { name: 'Zapisz wizytówkę' }).click();
    await form.locator('.err').first().waitFor();
  }),
  asCoordinator('siec-czlonkowie-koniec', async (page) => {
    await visit(page, '/siec/czlonkowie');
    await page.getByRole('switch').click();
    await page
      .getByRole('button', { name: /^Zakończ członkostwo/ })
      .first()
      .click();
    await page.locator('dialog[open]').waitFor();
  }),
  { name: 'siec-czlonkowie-organizacji', as: organisation.email, open: (page) => visit(page, '/siec/czlonkowie') },
  { name: 'siec-w-dzielnicach', as: admin.email, open: (page) => visit(page, '/siec/czlonkowie?dzielnica=wola') },
];
