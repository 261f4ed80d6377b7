import type { Page } from 'playwright-core';
import { visit } from './windows.ts';

/** Opens the phone intake and waits until it takes keys. */
export async function openIntake(page: Page, prefix = ''): Promise<void> {
  await visit(page, `${prefix}/zgloszenia/nowe`);
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reporterKind');
}

/** What the caller says; by the fields' names. */
export const CALL = {
  'person.name': 'Halina Wilga',
  'person.phone': '22 000 01 34',
  'reporter.name': 'Jan Perkoz',
  words: 'Chleb i mleko.',
  'address.street': 'Krakowiaków',
  'address.house': '18',
};

/** Types a call into the fields, whatever the language. */
export async function typeCall(page: Page, over: Partial<Record<keyof typeof CALL, string>> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ ...CALL, ...over })) await page.locator(`[name="${name}"]`).fill(text);
}

/** Chooses a date and hours of one's own; `from` may be empty. */
export async function typeDue(page: Page, date: string, from: string, to: string): Promise<void> {
  await page.locator('[name="due.date"]').fill(date);
  await page.locator('[name="due.from"]').fill(from);
  await page.locator('[name="due.to"]').fill(to);
}

/** The sentence beside a field and what is typed in the field itself. */
export async function besideField(page: Page, name: string): Promise<{ said: string; typed: string; described: boolean }> {
  const control = page.locator(`[name="${name}"]`);
  const field = page.locator('.field', { has: control });
  const error = field.locator('.err');
  await error.waitFor();
  const described = (await control.getAttribute('aria-describedby'))?.split(' ').includes((await error.getAttribute('id')) ?? '-') ?? false;
  return { said: await error.innerText(), typed: await control.inputValue(), described };
}
