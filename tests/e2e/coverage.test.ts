import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { focusName, markUnloaded, visit, Windows } from '../support/windows.ts';

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

const balance = (text: string) => Number(text.replace('−', '-'));
/** The numbers of the large row; null where the half-day is over. */
const ownRow = (page: Page) =>
  page.locator('tr.own td').evaluateAll((cells) => cells.map((cell) => cell.querySelector('button')?.textContent ?? null));
const open = async (path: string, look: object = {}) => {
  const page = await windows.open({ as: DEMO.coordinator.email, ...look });
  await visit(page, path);
  await page.locator('.conn', { hasText: /Na żywo|Live|Наживо/ }).waitFor();
  return page;
};

test('the table has every district, one’s own first; a new request lowers its half-day without a reload', async () => {
  const page = await open('/wolontariusze');
  expect(await page.locator('tbody tr').count()).toBe(18);
  expect(await page.locator('tbody th').first().innerText()).toBe('Włochy');
  const stays = await markUnloaded(page);
  const before = await ownRow(page);
  expect(before).toHaveLength(14);
  const current = before.findIndex((text) => text !== null);
  const staff = await demoStaff(url, DEMO.coordinator.email);
  await staff.take({ kind: 'PET', errand: null, due: { to: new Date(Date.now() + 30_000).toISOString() } });
  await expect.poll(async () => balance((await ownRow(page))[current] ?? ''), { timeout: 5_000 }).toBe(balance(before[current] ?? '') - 1);
  expect(await stays()).toBe(true);
});

test('arrow keys go over the cells, Enter opens one and Escape gives the focus back', async () => {
  const page = await open('/wolontariusze');
  await page.locator('[data-cell][tabindex="0"]').focus();
  expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('End');
  expect(await focusName(page)).toMatch(/^[+−]?\d+: Włochy, .* po południu, /);
  await page.keyboard.press('ArrowDown');
  const reached = await focusName(page);
  expect(reached).toMatch(/: Bemowo, /);
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  expect(await dialog.getByRole('heading').first().innerText()).toMatch(/^Bemowo, .* po południu$/);
  await dialog.getByText('Telefon Zespołu').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focusName(page)).toBe(reached);
});

test('the kind of help is in the address, and the choice keeps the focus', async () => {
  const page = await open('/wolontariusze');
  await page.getByRole('radio', { name: 'Zakupy' }).check();
  await page.waitForURL('**/wolontariusze?pomoc=zakupy');
  expect(await page.getByRole('radio', { name: 'Zakupy' }).isChecked()).toBe(true);
  expect(await focusName(page)).toBe('pomoc');
  const filtered = await ownRow(page);
  await page.reload();
  await page.locator('tr.own').waitFor();
  expect(await ownRow(page)).toEqual(filtered);
  await page.getByRole('radio', { name: 'Wszystko' }).check();
  await page.waitForURL(/wolontariusze$/);
});

test('another district can be looked at; its queue stays with its own Team', async () => {
  const page = await open('/wolontariusze');
  await page.locator('tbody').getByRole('link', { name: 'Mokotów' }).click();
  await page.waitForURL('**/wolontariusze?dzielnica=mokotow');
  await expect.poll(() => page.locator('tr.own th').innerText()).toBe('Mokotów');
  expect(await page.locator('#pokrycie').innerText()).toMatch(/^Na Mokotowie /);
  await page.locator('tr.own button').last().click();
  expect(await page.locator('dialog[open]').getByRole('link', { name: 'Zobacz zgłoszenia' }).count()).toBe(0);
});

test.each([
  ['', /^We Włochach /],
  ['/en', /^In Włochy /],
  ['/uk', /^У районі Włochy /],
])('the sentence in "%s" tells the most that is missing and the most to spare', async (prefix, where) => {
  const page = await open(`${prefix}/wolontariusze`);
  const numbers = (await ownRow(page)).flatMap((text) => (text === null ? [] : [balance(text)]));
  const [worst, best] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const sentence = await page.locator('#pokrycie').innerText();
  expect(sentence).toMatch(where);
  const told = (sentence.match(/\d+/g) ?? []).map(Number);
  expect(told).toEqual([-worst, best].filter((count) => count > 0));
});

test('on a phone it is a list of days, and a day opens the same detail', async () => {
  const page = await open('/wolontariusze', { width: 360, height: 740 });
  expect(await page.locator('table').isVisible()).toBe(false);
  expect(await page.locator('.days li').count()).toBe(7);
  await page.locator('.halves button').last().click();
  await page.locator('dialog[open]').getByRole('link', { name: 'Zobacz zgłoszenia' }).click();
  await page.waitForURL('**/zgloszenia?dzielnica=wlochy*');
});

test('the desk’s map tells what waits and who is on duty', async () => {
  const page = await open('/pulpit');
  const tile = page.locator('.tile[data-slug="wlochy"] .pair');
  const [before] = (await tile.innerText()).match(/\d+/g) ?? [];
  await (await demoStaff(url, DEMO.coordinator.email)).take();
  await expect.poll(async () => (await tile.innerText()).match(/\d+/g)?.[0], { timeout: 5_000 }).toBe(String(Number(before) + 1));
  await page.getByRole('button', { name: 'Pokaż jako tabelę' }).click();
  await page.getByRole('columnheader', { name: 'na dyżurze' }).waitFor();
});
