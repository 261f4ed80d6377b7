import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let windows: Windows;
beforeAll(async () => {
  windows = new Windows((await demoServer()).url);
});
afterAll(() => windows.close());

test('a coordinator adds somebody, says when they can help, puts them on duty and ends it; another window follows', async () => {
  const page = await windows.open({ as: DEMO.coordinator.email });
  const other = await windows.open({ as: DEMO.member.email });
  const name = 'Żegota Zięba';
  await visit(other, '/wolontariusze/osoby?szukaj=zegota');
  await visit(page, '/wolontariusze/osoby');

  await page.getByRole('button', { name: 'Dodaj wolontariusza' }).click();
  const form = page.locator('dialog[open]');
  await form.locator('[name="name"]').fill(name);
  await form.getByRole('button', { name: 'Dodaj osobę' }).click();
  await form.locator('.err').first().waitFor();
  // what was typed is still there, also after the window was closed by mistake
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Dodaj wolontariusza' }).click();
  expect(await form.locator('[name="name"]').inputValue()).toBe(name);
  await form.locator('[name="phone"]').fill('22 000 01 34');
  await form.getByLabel(/Wyślij e-mailem link/).uncheck();
  await form.getByLabel('Zakupy').check();
  await form.getByRole('button', { name: 'Dodaj osobę' }).click();
  await page.getByRole('heading', { name }).waitFor();
  await other.getByRole('button', { name: /Pokaż 1 nową osobę/ }).click();
  await other.locator('tbody').getByRole('link', { name }).waitFor();

  await page.getByRole('button', { name: 'Zmień dostępność' }).click();
  const hours = page.locator('dialog[open]');
  await hours.getByRole('button', { name: /Dodaj godziny.*poniedziałek/ }).click();
  await hours.getByRole('button', { name: 'Tak samo do piątku' }).click();
  await hours.getByRole('button', { name: 'Zapisz godziny' }).click();
  await page.locator('.pane').getByText('piątek').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('.pane').getByText('09:00–12:00').count()).toBe(5);

  await page.locator('.pane').getByRole('button', { name: /^do / }).first().click();
  await other.locator('tbody').getByText('na dyżurze do').waitFor();
  await visit(other, '/wolontariusze');
  await other.locator('aside.duty ol b').first().waitFor();

  await page.getByRole('button', { name: 'Pokaż kontakt' }).click();
  await page.locator('dialog[open]').getByLabel('Oddzwonienie').check();
  await page.locator('dialog[open]').getByRole('button', { name: 'Pokaż kontakt' }).click();
  await page.locator('.contact a[href="tel:+48220000134"]').waitFor();

  await page.getByRole('button', { name: 'Popraw dane' }).click();
  await page.locator('dialog[open] [name="maxOpen"]').fill('1');
  await page.locator('dialog[open]').getByRole('button', { name: 'Zapisz zmiany' }).click();
  await page.getByText(`Poprawiono dane: ${name}.`).first().waitFor();

  await page.getByRole('button', { name: 'Zakończ współpracę' }).click();
  await page.getByRole('button', { name: 'Tak, zakończ' }).click();
  await page.getByText(`Zakończono współpracę: ${name}.`).first().waitFor();
  await page.locator('tbody').getByRole('link', { name }).waitFor({ state: 'detached' });
  expect(await focusName(page)).toBe('Szukaj po nazwisku');
  expect(windows.takeTrouble()).toEqual([]);
});

test('the keyboard goes from a row into its pane and back, and out of a search that found nobody', async () => {
  const page = await windows.open({ as: DEMO.coordinator.email });
  await visit(page, '/wolontariusze/osoby');
  const row = page.locator('tbody th a').nth(2);
  const name = (await row.innerText()).trim();
  await row.press('Enter');
  await page.getByRole('heading', { name, level: 2 }).waitFor();
  await expect.poll(() => focusName(page)).toBe(name);
  await page.getByRole('link', { name: 'Zamknij podgląd' }).press('Enter');
  await page.locator('.pane').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('tbody')?.tagName)).toBe('TBODY');

  await page.getByRole('searchbox').fill('nikogo takiego');
  await page.getByText('Nie ma tu nikogo takiego.').waitFor();
  await page.getByRole('link', { name: 'Pokaż wszystkich' }).press('Enter');
  await row.waitFor();
  expect(await focusName(page)).toBe('Szukaj po nazwisku');
  expect(windows.takeTrouble()).toEqual([]);
});
