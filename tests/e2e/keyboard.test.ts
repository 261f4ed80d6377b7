import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff, type Staff } from '../support/demo-staff.ts';
import { openIntake } from '../support/intake-page.ts';
import { openRow, rowOf } from '../support/queue-page.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let windows: Windows;
let staff: Staff;
beforeAll(async () => {
  const { url } = await demoServer();
  windows = new Windows(url);
  staff = await demoStaff(url, DEMO.coordinator.email);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

/** Number of the row that has the focus; null when none has. */
const focusedRow = (page: Page): Promise<number | null> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('tr[data-row]')?.querySelector('.c-nr');
    return cell ? Number(cell.textContent) : null;
  });
const numbers = async (page: Page): Promise<number[]> => (await page.locator('tr[data-row] .c-nr').allInnerTexts()).map(Number);

/** The queue with the focus on its first row. */
async function queue(path = '/zgloszenia'): Promise<Page> {
  const page = await windows.open({ as: DEMO.member.email });
  await visit(page, path);
  await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
  await page.locator('tr[data-row] a').first().focus();
  return page;
}

test('J, K, arrows, X, A, E, N, Enter and Esc work from the list', async () => {
  const page = await queue();
  const [first = 0, second = 0, third = 0] = await numbers(page);
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  expect(await focusedRow(page)).toBe(third);
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('k');
  expect(await focusedRow(page)).toBe(first);

  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('toolbar', { name: 'Zaznaczone zgłoszenia' }).getByText('Zaznaczono 2 zgłoszenia').waitFor();
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: `Komu przydzielić 2 zgłoszenia: ${first}, ${second}?` }).waitFor();
  expect(await focusName(page)).toBe('Osoba z Zespołu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.getByRole('dialog', { name: `Zamknij 2 zgłoszenia: ${first}, ${second}` }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('toolbar').waitFor({ state: 'hidden' });
  expect(await focusedRow(page)).toBe(second);

  await page.keyboard.press('Enter');
  await page.locator('#nr-otwarte .num', { hasText: String(second) }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.pane').waitFor({ state: 'hidden' });
  expect(await focusedRow(page)).toBe(second);
  await page.keyboard.press('n');
  await page.waitForURL('**/zgloszenia/nowe**');
});

test('a request is assigned to a colleague by keyboard, and taken back', async () => {
  const { number } = await staff.take();
  const page = await queue();
  await rowOf(page, number).getByRole('link').focus();
  await page.keyboard.press('a');
  await page.getByRole('option', { name: 'Marta Zielonka' }).waitFor();
  await page.keyboard.type('zielon');
  await page.keyboard.press('Enter');
  await page.locator('.toast', { hasText: `Nr ${number} ma teraz Marta Zielonka.` }).waitFor();
  expect(await focusedRow(page)).toBe(number);
  await page.locator('.toast').getByRole('button', { name: 'Cofnij' }).click();
  await rowOf(page, number).locator('.c-who', { hasText: 'nikt' }).waitFor();
});

test('the palette offers the verbs of the open request, pages and numbers', async () => {
  const { number } = await staff.take();
  const page = await queue();
  await openRow(page, number);
  await page.keyboard.press('Control+k');
  const options = page.getByRole('dialog').getByRole('option');
  await options.first().waitFor();
  const buttons = await page
    .locator('.pane-actions button')
    .evaluateAll((all) => all.map((button) => button.firstChild?.textContent?.trim() ?? ''));
  const offered = (await options.allInnerTexts()).map((text) => text.split('\n')[0]);
  expect(offered.slice(0, buttons.length)).toEqual(buttons.map((verb) => `Nr ${number}: ${verb}`));
  await page.keyboard.type('przejmij');
  await page.keyboard.press('Enter');
  await page.locator('.toast', { hasText: `Nr ${number} jest teraz Twoje.` }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type(String(number));
  await page.getByRole('option', { name: `Otwórz zgłoszenie nr ${number}` }).waitFor();
  await page.keyboard.press('Escape');
  // the dialog says that it is closed in a task of its own
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pulp');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/pulpit');
});

test('the question mark lists the keys', async () => {
  const page = await queue();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Skróty klawiszowe' });
  await help.getByText('następny wiersz').waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  expect(await focusedRow(page)).toBe((await numbers(page))[0]);
});

test('single keys can be switched off; arrows, Enter and Ctrl+K still work', async () => {
  const settings = await windows.open({ as: DEMO.member.email });
  await visit(settings, '/ustawienia');
  await settings.getByRole('switch', { name: /Skróty jednoliterowe/ }).click();
  await settings.getByText('Zapisano w tej przeglądarce.').waitFor();
  await visit(settings, '/zgloszenia');
  const [first, second] = await numbers(settings);
  await settings.locator('tr[data-row] a').first().focus();
  for (const key of ['j', 'x', 'a', 'n', '?']) await settings.keyboard.press(key);
  expect(await focusedRow(settings)).toBe(first);
  expect(await settings.locator('dialog[open], .bulk').count()).toBe(0);
  expect(await settings.locator('.queue kbd').count()).toBe(0);
  await settings.keyboard.press('ArrowDown');
  expect(await focusedRow(settings)).toBe(second);
  await settings.keyboard.press('Control+k');
  await settings.getByRole('combobox').waitFor();
});

test('letters typed in a field are text', async () => {
  const { number } = await staff.take();
  const page = await queue();
  await openRow(page, number);
  const note = page.getByLabel('Notatka');
  await note.fill('');
  await note.press('x');
  await page.keyboard.type('jane?');
  expect(await note.inputValue()).toBe('xjane?');
  expect(await page.locator('dialog[open], .bulk').count()).toBe(0);
});

test('the focus stays where it is: on a row that is taken away, and when new rows wait', async () => {
  const own = await staff.take();
  const page = await queue('/zgloszenia?widok=nowe');
  await rowOf(page, own.number).getByRole('link').focus();
  await staff.give('claim', own);
  await page
    .locator('tr.stub', { hasText: String(own.number) })
    .getByText(/Sprawę ma już Marta Zielonka, od \d?\d:\d\d\./)
    .waitFor();
  expect(await focusedRow(page)).toBe(own.number);

  const order = await numbers(page);
  await staff.take();
  await page.locator('.held').waitFor();
  expect(await focusedRow(page)).toBe(own.number);
  expect(await numbers(page)).toEqual(order);

  await page.keyboard.press('k');
  await page.locator('tr.stub').waitFor({ state: 'detached' });
  expect(await focusedRow(page)).toBe(order[order.indexOf(own.number) - 1]);
});

test('the focus is never lost when the row with the focus leaves by one’s own action', async () => {
  const own = await staff.take();
  const page = await queue('/zgloszenia?widok=nowe');
  await rowOf(page, own.number).getByRole('link').focus();
  for (const key of ['e', 'r', 'Enter']) await page.keyboard.press(key);
  await page.locator('.toast', { hasText: `Zamknięto nr ${own.number}.` }).waitFor();
  expect(await focusName(page)).not.toBe('(nothing)');
});

test('the focus is never lost by what is done in the open request', async () => {
  const { number } = await staff.take();
  const page = await queue();
  await openRow(page, number);
  const pane = page.locator('.pane');
  const lost: string[] = [];
  const press = async (name: string, then: () => Promise<unknown>) => {
    await pane.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
    await then();
    // what the page does after the answer, it does before the next picture
    await page.evaluate(() => new Promise(requestAnimationFrame));
    if ((await focusName(page)) === '(nothing)') lost.push(name);
  };
  await press('Przejmij', () => pane.getByRole('button', { name: 'W drodze' }).waitFor());
  await press('W drodze', () => pane.getByRole('button', { name: 'W drodze' }).waitFor({ state: 'detached' }));
  await press('Oddaj do kolejki', () => pane.getByRole('button', { name: 'Przejmij' }).waitFor());
  await press('Pokaż dane', async () => {
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('Oddzwonienie').press('Space');
    await dialog.getByRole('button', { name: 'Pokaż dane' }).press('Enter');
    await pane.locator('.is-shown').first().waitFor();
  });
  const toast = page.locator('.toast', { hasText: `Nr ${number} wróciło do kolejki.` });
  await toast.getByRole('button', { name: 'Cofnij' }).press('Enter');
  await toast.waitFor({ state: 'detached' });
  if ((await focusName(page)) === '(nothing)') lost.push('Cofnij');
  expect(lost).toEqual([]);
});

test('held back with Wstrzymaj, nothing changes until Wznów', async () => {
  const page = await queue();
  const order = await numbers(page);
  const hold = page.locator('.queue-tools').getByText(/Wstrzymaj|Wznów/);
  await hold.click();
  await staff.take();
  await page.locator('.queue-tools', { hasText: /\(1\)|1 zmiana/ }).waitFor();
  expect(await page.locator('.held').count()).toBe(0);
  await hold.click();
  await page.locator('.held').waitFor();
  expect(await numbers(page)).toEqual(order);
});

test.each([
  ['a desktop', 1440, 900],
  ['a phone', 360, 740],
])('on %s the field with the focus is never hidden behind the bar that stays', async (_, width, height) => {
  const page = await windows.open({ as: DEMO.member.email, width, height });
  await openIntake(page);
  const hidden: string[] = [];
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const at = document.activeElement;
      const bar = document.querySelector('.save');
      if (!at || !bar || bar.contains(at) || !at.closest('form')) return false;
      const { top, bottom } = (at.closest('label') ?? at).getBoundingClientRect();
      const edge = bar.getBoundingClientRect();
      return bottom > edge.top && top < edge.bottom;
    });
    if (covered) hidden.push(await focusName(page));
  }
  expect(hidden).toEqual([]);
});
