import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { openRow, rowOf } from '../support/queue-page.ts';
import { hydrated, visit, Windows } from '../support/windows.ts';
import { answerAll, answerForSelf, PHONE, typeOf } from '../support/ask-page.ts';

let windows: Windows;
beforeAll(async () => {
  windows = new Windows((await demoServer()).url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

/** Sends what is filled in; the number and the code that the page shows once. */
async function send(page: Page): Promise<{ number: number; code: string }> {
  await page.getByRole('button', { name: 'Wyślij prośbę' }).click();
  await page.getByRole('heading', { name: 'Mamy Twoją prośbę' }).waitFor();
  const number = Number(await page.locator('.sent dd').first().innerText());
  const code = (await page.locator('.secret dd').innerText()).replaceAll(/\s/g, '');
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  return { number, code };
}

describe.each([
  ['on a desktop', {}],
  ['on a phone', PHONE],
])('%s', (_, size) => {
  test('a request for oneself: sent, followed live while staff act, amended, withdrawn', async () => {
    const page = await windows.open(size);
    await visit(page, '/');
    await page.getByRole('link', { name: 'Poproś o pomoc' }).last().click();
    await page.waitForURL('**/popros');
    await answerForSelf(page);
    const { number, code } = await send(page);
    expect(page.url()).not.toContain(code);
    await page.getByRole('link', { name: 'Zobacz postęp prośby' }).click();
    await page.getByRole('heading', { name: `Prośba nr ${number}` }).waitFor();
    const saying = page.locator('.say b');
    expect(await saying.innerText()).toBe('Prośba czeka na Zespół.');

    const desk = await windows.open({ as: DEMO.member.email });
    await visit(desk, '/zgloszenia');
    await openRow(desk, number);
    await desk.locator('.pane-actions').getByRole('button', { name: 'Przejmij' }).click();
    await page.locator('.say b', { hasText: 'Anna zajmie się tą prośbą.' }).waitFor();

    await page.getByRole('button', { name: 'Zmień treść lub termin' }).click();
    await page.getByRole('textbox', { name: 'Treść prośby' }).fill('Zamiast mleka proszę kefir.');
    await page.getByRole('button', { name: 'Zapisz zmiany' }).click();
    await page.getByText('Zapisano. Zespół widzi nową treść.').waitFor();
    expect(await page.locator('.words').innerText()).toBe('Zamiast mleka proszę kefir.');

    await desk.locator('.pane-actions').getByRole('button', { name: 'W drodze' }).click();
    await page.locator('.say b', { hasText: 'Anna jest w drodze.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Zmień treść lub termin' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Odwołaj prośbę' }).click();
    await page.getByRole('button', { name: 'Tak, odwołaj' }).click();
    await page.locator('dialog .err', { hasText: 'Wybierz jedną z możliwości.' }).waitFor();
    await page.getByLabel('Pomógł ktoś inny').check();
    await page.getByRole('button', { name: 'Tak, odwołaj' }).click();
    await page.locator('.say b', { hasText: 'Prośba odwołana.' }).waitFor();
    await page.locator('.say', { hasText: 'Powód: pomógł ktoś inny.' }).waitFor();
    await desk
      .locator('tr.stub', { hasText: `${number}` })
      .getByText(/Zamknięte: osoba zgłaszająca, \d?\d:\d\d\./)
      .waitFor();
    await desk.locator('.pane .also', { hasText: 'Odwołane' }).waitFor();
    expect(await desk.locator('.pane-actions').getByRole('button').count()).toBe(0);
  });

  test('a request for someone else keeps three people apart', async () => {
    const page = await windows.open(size);
    await visit(page, '/popros?dla=SOMEONE_ELSE');
    await answerAll(page, async (fields) => {
      await typeOf(fields, 'person', 'Halina Wilga', '22 000 01 34');
      await typeOf(fields, 'reporter', 'Jan Perkoz', '');
      await fields.getByLabel('Wie ode mnie').check();
      await fields.getByLabel('Drzwi otworzy ktoś inny').check();
      await typeOf(fields, 'contact', 'Zofia Klon', '22 000 01 36');
    });
    const { number } = await send(page);

    const desk = await windows.open({ as: DEMO.coordinator.email });
    await visit(desk, '/zgloszenia');
    await openRow(desk, number);
    await desk.getByRole('button', { name: 'Pokaż dane' }).click();
    await desk.locator('dialog').getByLabel('Oddzwonienie').check();
    await desk.locator('dialog').getByRole('button', { name: 'Pokaż dane' }).click();
    const fact = (name: string) =>
      desk.locator('.facts > div', { has: desk.locator('dt', { hasText: new RegExp(`^${name}$`) }) }).locator('dd');
    await fact('Potrzebuje wsparcia').getByText('Halina Wilga').waitFor();
    expect(await fact('Potrzebuje wsparcia').innerText()).toBe('Halina Wilga, 22 000 01 34');
    expect(await fact('Zgłasza').innerText()).toBe('Dla kogoś innego: Jan Perkoz. Wie od osoby zgłaszającej.');
    expect(await fact('Kontakt przy drzwiach').innerText()).toBe('Zofia Klon, 22 000 01 36');
    expect(await fact('Adres').innerText()).toContain('Krakowiaków 18 m. 4');
  });
});

test('an edit made from an older text is not saved over the newer one, and can be saved after a look', async () => {
  const first = await windows.open();
  await visit(first, '/popros');
  await answerForSelf(first);
  const { number, code } = await send(first);
  const pages = [first, await windows.open()];
  for (const page of pages) {
    await visit(page, `/prosba/${code}`);
    await page.getByRole('button', { name: 'Zmień treść lub termin' }).click();
  }
  const [mine, theirs] = pages as [Page, Page];
  await theirs.getByRole('textbox', { name: 'Treść prośby' }).fill('Tylko chleb.');
  await theirs.getByRole('button', { name: 'Zapisz zmiany' }).click();
  await theirs.getByText('Zapisano. Zespół widzi nową treść.').waitFor();

  await mine.getByRole('textbox', { name: 'Treść prośby' }).fill('Tylko bułki.');
  await mine.getByRole('button', { name: 'Zapisz zmiany' }).click();
  await mine.getByText('Tymczasem treść się zmieniła.').waitFor();
  expect(await mine.locator('.notice q').innerText()).toContain('Tylko chleb.');
  expect(await mine.getByRole('textbox', { name: 'Treść prośby' }).inputValue()).toBe('Tylko bułki.');
  await mine.getByRole('button', { name: 'Zapisz zmiany' }).click();
  await mine.getByText('Zapisano. Zespół widzi nową treść.').waitFor();
  await theirs.locator('.words', { hasText: 'Tylko bułki.' }).waitFor();
  expect(number).toBeGreaterThan(0);
});

test('a wrong code is told apart from a page that fails, and the way on is there', async () => {
  windows.expectTrouble(/status of 404/);
  const page = await windows.open();
  await visit(page, '/');
  await page.getByLabel('Kod z kartki lub z ekranu').fill('K7QP-4M2X');
  await page.getByRole('button', { name: 'Sprawdź' }).click();
  await page.locator('.err', { hasText: 'Kod ma 12 liter i cyfr' }).waitFor();
  await page.getByLabel('Kod z kartki lub z ekranu').fill('k7qp 4m2x 9rtb');
  await page.getByRole('button', { name: 'Sprawdź' }).click();
  await page.getByRole('heading', { name: 'Nie znamy tego kodu' }).waitFor();
  await page.reload();
  await hydrated(page);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Nie znamy tego kodu');
  expect(await rowOf(page, 1).count()).toBe(0);
});
