import type { Locator, Page } from 'playwright-core';
import { DEMO } from './demo-server.ts';
import { openOffer, searchCard, send } from './offer-page.ts';
import type { PageState } from './page-list.ts';
import { openRow } from './queue-page.ts';
import type { Stock } from './stock.ts';
import { visit } from './windows.ts';

const { coordinator } = DEMO;
const offering = (name: string, then: (dialog: Locator) => Promise<void> = async () => {}): PageState => ({
  name,
  as: coordinator.email,
  open: async (page, { number }) => then(await openOffer(page, number)),
});
async function asking(page: Page, { asked }: Stock): Promise<void> {
  await visit(page, '/zgloszenia');
  await openRow(page, asked);
  await searchCard(page).waitFor();
}

/** Offering a request to volunteers, in its states. */
export const DISPATCH: PageState[] = [
  offering('zgloszenia-propozycja'),
  offering('zgloszenia-propozycja-fale', async (dialog) => {
    await dialog.getByLabel('Falami').check();
    await dialog.getByLabel('Osób w fali').fill('0');
    await send(dialog);
    await dialog.locator('.err').first().waitFor();
  }),
  offering('zgloszenia-propozycja-warunek', async (dialog) => {
    await dialog.locator('.one:has(ul) input').first().check();
    await dialog.locator('summary').click();
    await send(dialog);
    await dialog.locator('.err').first().waitFor();
  }),
  { name: 'zgloszenia-pytamy', as: coordinator.email, open: asking },
  {
    name: 'zgloszenia-odpowiedz',
    as: coordinator.email,
    open: async (page, stock) => {
      await asking(page, stock);
      await page.getByRole('button', { name: /^Zapisz odpowiedź z telefonu/ }).click();
      await page.locator('dialog[open]').getByLabel('Odmowa').check();
    },
  },
  {
    name: 'zgloszenia-dla-osoby',
    as: coordinator.email,
    open: async (page, { volunteer: { id, name } }) => {
      await visit(page, `/zgloszenia?wolontariusz=${id}`);
      await page.getByText(`Wybierz zgłoszenie dla: ${name}`).waitFor();
    },
  },
];
