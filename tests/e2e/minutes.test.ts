import { afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { heldMeeting } from '../support/minutes-page.ts';
import { visit, Windows } from '../support/windows.ts';

let url: string;
let windows: Windows;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

test('minutes are completed, saved over what somebody else saved first with nothing lost, and approved for good', async () => {
  const path = `/siec/${await heldMeeting(url)}/protokol`;
  const page = await windows.open({ as: DEMO.coordinator.email });
  const other = await windows.open({ as: DEMO.coordinator.email });
  await visit(page, path);
  await visit(other, path);
  for (const words of [/za 13, przeciw 2, wstrzymało się 3/, /Grafik dyżurów na grudzień/, /Wojciech Kania/, /odłożony/])
    await page.getByText(words).first().waitFor();
  expect(await violations(page)).toEqual([]);

  for (const [window, words] of [
    [page, 'Moja notatka o dyżurach.'],
    [other, 'Cudza notatka.'],
  ] as const) {
    await window.getByRole('button', { name: 'Uzupełnij notatki' }).click();
    await window.getByLabel(/Zimowe dyżury zakupowe/).fill(words);
  }
  await other.getByLabel('Uwagi').fill('Sala była zimna.');
  await other.getByRole('button', { name: 'Zapisz projekt' }).click();
  await other.getByText('Sala była zimna.').waitFor();

  await page.getByRole('button', { name: 'Zapisz projekt' }).click();
  await page.getByText('Nic nie zginęło').waitFor();
  expect(await page.getByLabel(/Zimowe dyżury zakupowe/).inputValue()).toBe('Moja notatka o dyżurach.');
  await page.getByText('Cudza notatka.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator('.theirs', { hasText: 'Sala była zimna.' }).getByRole('button', { name: 'Weź ten tekst' }).click();
  await page.getByRole('button', { name: 'Zapisz moją wersję' }).click();
  await page.getByText('Moja notatka o dyżurach.').waitFor();
  await page.getByText('Sala była zimna.').waitFor();

  await page.getByRole('button', { name: 'Zatwierdź protokół' }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Zatwierdź na stałe' }).click();
  await page.locator('.age.done', { hasText: 'Zatwierdzony' }).waitFor();
  expect(await page.getByRole('button', { name: 'Uzupełnij notatki' }).count()).toBe(0);

  const member = await windows.open({ as: DEMO.organisation.email });
  await visit(member, path);
  await member.getByText('Moja notatka o dyżurach.').waitFor();
  expect(await member.getByRole('button', { name: 'Zatwierdź protokół' }).count()).toBe(0);

  // the other window still shows a draft of before
  await other.getByRole('button', { name: 'Zatwierdź protokół' }).click();
  await other.getByRole('button', { name: 'Zatwierdź na stałe' }).click();
  await other.getByText('Protokół zatwierdził już ktoś inny: Marta Zielonka.').waitFor();
  await other.keyboard.press('Escape');
  await other.locator('.age.done', { hasText: 'Zatwierdzony' }).waitFor();
});

test('the agenda is printed with a list to sign, and with names only when somebody chooses so', async () => {
  const id = await heldMeeting(url);
  const page = await windows.open({ as: DEMO.coordinator.email });
  await visit(page, `/siec/${id}/druk`);

  await page.getByRole('switch', { name: /Wpisz na listę/ }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(16);
  expect(await page.locator('table').innerText()).not.toMatch(/Pliszka/);
  await page.getByRole('switch', { name: /Wpisz na listę/ }).click();
  await page.locator('tbody tr').first().getByText('Natalia Pliszka').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['Wróć do spotkania', 'Drukuj porządek z listą']) expect(await page.getByText(gone).isVisible()).toBe(false);
  expect(await page.locator('.foot time').isVisible()).toBe(true);
});
