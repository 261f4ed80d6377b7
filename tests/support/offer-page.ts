import type { Locator, Page } from 'playwright-core';
import { openRow } from './queue-page.ts';
import { visit } from './windows.ts';

export const offerDialog = (page: Page): Locator => page.getByRole('dialog', { name: /^Komu zaproponować nr/ });
/** What runs: who is asked and what they said. */
export const searchCard = (page: Page): Locator => page.locator('.pane .card');

/** Opens a request and from it the question whom to offer it to, with its list. */
export async function openOffer(page: Page, number: number): Promise<Locator> {
  await visit(page, '/zgloszenia');
  await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
  await openRow(page, number);
  await page.locator('.pane-actions').getByRole('button', { name: 'Zaproponuj' }).click();
  const dialog = offerDialog(page);
  await dialog.locator('[name="volunteerId"]').first().waitFor();
  return dialog;
}

export const choose = (dialog: Locator, name: string): Promise<void> => dialog.getByRole('radio', { name: new RegExp(name) }).check();
export const send = (dialog: Locator): Promise<void> => dialog.getByRole('button', { name: /^(Zaproponuj|Zacznij pytać)$/ }).click();

/** Begins asking in waves of so many. */
export async function startWaves(page: Page, number: number, size: number): Promise<void> {
  const dialog = await openOffer(page, number);
  await dialog.getByLabel('Falami').check();
  await dialog.getByLabel('Osób w fali').fill(String(size));
  await send(dialog);
  await searchCard(page).waitFor();
}

/** Writes down what the first of those still asked said on the phone; whose answer it is. */
export async function recordAnswer(page: Page, answer: 'Zgoda' | 'Odmowa', why?: string): Promise<string> {
  const record = page.getByRole('button', { name: /^Zapisz odpowiedź z telefonu/ }).first();
  const name = (await record.getAttribute('aria-label'))?.replace('Zapisz odpowiedź z telefonu: ', '') ?? '';
  await record.click();
  const dialog = page.getByRole('dialog', { name: `Odpowiedź z telefonu: ${name}` });
  await dialog.getByRole('radio', { name: answer }).check();
  if (why) await dialog.getByRole('radio', { name: why }).check();
  await dialog.getByRole('button', { name: 'Zapisz odpowiedź' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return name;
}
