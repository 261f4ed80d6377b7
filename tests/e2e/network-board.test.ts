import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
// a server of its own: what is joined and closed here is gone for others
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterAll(async () => {
  await windows.close();
  await server.stop();
});

const BOARD = '/siec/tablica';
const entryOf = (page: Page, title: string) => page.locator('article', { has: page.getByRole('heading', { name: title, exact: true }) });
const dialogOf = (page: Page) => page.locator('dialog[open]');

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await dialogOf(page).locator(`[name="${name}"]`).fill(value);
}

test('a need is posted, answered by an offer of another, joined, called off, joined again and done', async () => {
  const marta = await windows.open({ as: DEMO.coordinator.email });
  const natalia = await windows.open({ as: DEMO.organisation.email });
  await visit(marta, BOARD);
  await visit(natalia, BOARD);

  // what was typed stays when something is wrong, and when the dialog is closed by mistake
  await natalia.getByRole('button', { name: 'Dodaj wpis' }).click();
  await fill(natalia, { title: 'Namioty na kiermasz', words: 'Najlepiej białe.', amount: 'trzy' });
  await dialogOf(natalia).getByRole('button', { name: 'Zapisz wpis' }).click();
  await dialogOf(natalia).locator('.err').first().waitFor();
  await natalia.keyboard.press('Escape');
  await natalia.getByRole('button', { name: 'Dodaj wpis' }).click();
  expect(await dialogOf(natalia).locator('[name="title"]').inputValue()).toBe('Namioty na kiermasz');
  await dialogOf(natalia).getByLabel('Sprzęt').check();
  await fill(natalia, { amount: '3', fromDay: '2027-05-08', toDay: '2027-05-09' });
  await dialogOf(natalia).getByRole('button', { name: 'Zapisz wpis' }).click();
  await entryOf(natalia, 'Namioty na kiermasz').waitFor();
  expect(await natalia.locator('dialog[open]').count()).toBe(0);

  // it waits to be shown to whoever looks at the board
  expect(await entryOf(marta, 'Namioty na kiermasz').count()).toBe(0);
  await marta.getByRole('button', { name: 'Pokaż 1 nowy wpis' }).click();
  await entryOf(marta, 'Namioty na kiermasz').waitFor();
  expect(await focusName(marta)).toBe('Namioty na kiermasz');
  await marta.getByRole('button', { name: 'Dodaj wpis' }).click();
  await dialogOf(marta).getByLabel('Możemy dać').check();
  await dialogOf(marta).getByLabel('Sprzęt').check();
  await fill(marta, { title: 'Trzy namioty z urzędu', amount: '3', fromDay: '2027-05-01', toDay: '2027-05-31' });
  await dialogOf(marta).getByRole('button', { name: 'Zapisz wpis' }).click();

  // the one who needs them sees at once what suits, and why
  const suggestion = entryOf(natalia, 'Namioty na kiermasz').locator('li', { hasText: 'Trzy namioty z urzędu' });
  await suggestion.getByText('ten sam rodzaj, pasujący termin, wystarczy ilości, wspólne słowa: namioty').waitFor();
  await suggestion.getByRole('button').click();
  await dialogOf(natalia).getByLabel('Marta Zielonka').check();
  await fill(natalia, { title: 'Kiermasz majowy' });
  await dialogOf(natalia).getByRole('button', { name: 'Połącz' }).click();
  for (const page of [natalia, marta]) {
    const activity = page.locator('li', { has: page.getByRole('heading', { name: 'Kiermasz majowy' }) });
    await activity.getByText('Zajmują się: Natalia Pliszka, Marta Zielonka').waitFor();
  }
  // where it stood open it says what became of it
  await entryOf(marta, 'Namioty na kiermasz').getByText('Połączone').waitFor();

  await marta.getByRole('button', { name: 'Odwołaj działanie: Kiermasz majowy' }).click();
  await dialogOf(marta).getByRole('button', { name: 'Odwołaj działanie' }).click();
  await entryOf(natalia, 'Namioty na kiermasz').waitFor({ state: 'detached' });
  await natalia.getByRole('button', { name: 'Pokaż 2 nowe wpisy' }).click();
  await entryOf(natalia, 'Namioty na kiermasz')
    .getByRole('button', { name: /^Połącz z/ })
    .click();
  await dialogOf(natalia).getByRole('button', { name: 'Połącz' }).click();
  await natalia.getByRole('button', { name: 'Zrobione: Namioty na kiermasz' }).click();
  await marta
    .locator('li', { has: marta.getByRole('heading', { name: 'Namioty na kiermasz' }) })
    .getByText('Zrobione')
    .waitFor();

  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});

test('who saves second sees what the first has saved, and keeps what they typed', async () => {
  const marta = await windows.open({ as: DEMO.coordinator.email });
  const natalia = await windows.open({ as: DEMO.organisation.email });
  for (const page of [marta, natalia]) {
    await visit(page, `${BOARD}?rodzaj=miejsce`);
    await page.getByRole('button', { name: 'Popraw: Sala na szkolenie' }).click();
  }
  await fill(marta, { amount: '18' });
  await dialogOf(marta).getByRole('button', { name: 'Zapisz wpis' }).click();
  await dialogOf(marta).waitFor({ state: 'detached' });

  await fill(natalia, { words: 'Dla 16 osób.' });
  await dialogOf(natalia).getByRole('button', { name: 'Zapisz wpis' }).click();
  await dialogOf(natalia).getByText('ilość: 18').waitFor();
  expect(await dialogOf(natalia).locator('[name="words"]').inputValue()).toBe('Dla 16 osób.');
  await dialogOf(natalia).getByRole('button', { name: 'Zapisz moją wersję' }).click();
  await entryOf(marta, 'Sala na szkolenie').getByText('Dla 16 osób.').waitFor();
  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});

test('by keyboard alone an offer and a need are joined', async () => {
  const marta = await windows.open({ as: DEMO.coordinator.email });
  await visit(marta, `${BOARD}?rodzaj=transport`);
  await marta.getByRole('button', { name: /^Połącz z: Bus z kierowcą/ }).focus();
  await marta.keyboard.press('Enter');
  expect(await focusName(marta)).toBe('title');
  await dialogOf(marta).locator('[name="owners"]').first().waitFor({ state: 'attached' });
  await marta.keyboard.press('Enter');
  await marta.getByRole('heading', { name: 'Kierowca na czwartki', exact: true }).waitFor();
  await dialogOf(marta).waitFor({ state: 'detached' });
  expect(await focusName(marta)).toBe('Wspólne działania');
  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});
