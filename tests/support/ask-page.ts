import type { Locator, Page } from 'playwright-core';

/** A small phone. */
export const PHONE = { width: 360, height: 740 };

export const typeOf = async (fields: Locator, who: string, name: string, phone: string): Promise<void> => {
  await fields.locator(`[name="${who}.name"]`).fill(name);
  await fields.locator(`[name="${who}.phone"]`).fill(phone);
};

/**
 * Answers the public form's questions in Włochy, one screen each on a phone, and stops before sending.
 * `people` fills the fifth.
 */
export async function answerAll(page: Page, people: (fields: Locator) => Promise<void>): Promise<void> {
  const next = page.getByRole('button', { name: 'Dalej' });
  const question = async (number: number, fill: (fields: Locator) => Promise<unknown>) => {
    const fields = page.locator(`[data-question="${number}"]`);
    await fields.waitFor();
    await fill(fields);
    if (number < 6 && (await next.isVisible())) await next.click();
  };
  await question(1, async (fields) => {
    if ((await fields.locator('input:checked').count()) === 0) await fields.getByLabel('Dla siebie').check();
  });
  await question(2, async (fields) => {
    await fields.getByLabel('Zakupy').check();
    await fields.getByLabel('apteka').check();
    await fields.getByLabel('Własnymi słowami').fill('Leki na ciśnienie i mleko.');
  });
  await question(3, (fields) => fields.getByLabel('Jutro').check());
  await question(4, async (fields) => {
    await fields.getByLabel('Dzielnica').selectOption('wlochy');
    await fields.getByLabel('Ulica').fill('Krakowiaków');
    await fields.getByLabel('Dom').fill('18');
    await fields.getByLabel('Lokal').fill('4');
  });
  await question(5, people);
  await question(6, (fields) => fields.getByLabel('Sąsiedzi').check());
}

export const answerForSelf = (page: Page): Promise<void> =>
  answerAll(page, (fields) => typeOf(fields, 'person', 'Halina Wilga', '22 000 01 34'));
