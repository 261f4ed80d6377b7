import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { demoGuest, POINTS, readyMeeting } from '../support/live-meeting.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});
afterAll(() => server.stop());

const [A = '', B = '', C = '', D = '', E = ''] = POINTS.map(([title]) => title);
const titles = (page: Page) => page.locator('[data-item] .title').allInnerTexts();
const dialogOf = (page: Page) => page.locator('dialog[open]');
const grip = (page: Page, title: string) => page.getByRole('button', { name: `Przesuń: ${title}` });

async function open(id: string, look: Parameters<Windows['open']>[0]): Promise<Page> {
  const page = await windows.open(look);
  await visit(page, `/siec/${id}`);
  await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
  return page;
}

test('an item is moved by keys, taken back with Escape, moved by buttons, and dragged by its grip; each is heard and seen elsewhere', async () => {
  const { id } = await readyMeeting(server.url, [await demoGuest(server.url)]);
  const page = await open(id, { as: DEMO.coordinator.email });
  const other = await open(id, { as: DEMO.organisation.email, width: 360, height: 740 });
  expect(await titles(page)).toEqual([A, B, C, D, E]);

  await grip(page, B).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByText(`${B}: miejsce 4 z 5.`).waitFor({ state: 'attached' });
  expect(await titles(page)).toEqual([A, C, D, B, E]);
  expect(await focusName(page)).toBe(`Przesuń: ${B}`);
  // nobody else sees it until it is dropped
  expect(await titles(other)).toEqual([A, B, C, D, E]);
  await page.keyboard.press('Escape');
  expect(await titles(page)).toEqual([A, B, C, D, E]);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect.poll(() => titles(other)).toEqual([B, A, C, D, E]);
  expect(await focusName(page)).toBe(`Przesuń: ${B}`);

  // three quick presses are three steps
  const down = page.getByRole('button', { name: `Niżej: ${B}` });
  await down.focus();
  for (const _ of [1, 2, 3]) await page.keyboard.press('Enter');
  await expect.poll(() => titles(other)).toEqual([A, C, D, B, E]);
  expect(await focusName(page)).toBe(`Niżej: ${B}`);

  const from = await grip(page, A).boundingBox();
  const to = await page.locator('[data-item]').nth(2).boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 40, { steps: 5 });
  await page.mouse.move(to.x + 40, to.y + to.height / 2 + 10, { steps: 15 });
  await page.waitForTimeout(300);
  await page.mouse.up();
  await expect.poll(() => titles(other)).toEqual([C, D, A, B, E]);
  expect(await titles(page)).toEqual([C, D, A, B, E]);
});

test('two order at once: whoever holds an item sees nothing jump, both moves stand, nothing is lost', async () => {
  const { id } = await readyMeeting(server.url, [await demoGuest(server.url)]);
  const one = await open(id, { as: DEMO.coordinator.email });
  // the guest may lead, and so order
  const other = await open(id, { as: DEMO.organisation.email });
  await grip(one, A).focus();
  await one.keyboard.press('Space');
  await one.keyboard.press('ArrowDown');
  const held = [B, A, C, D, E];
  expect(await titles(one)).toEqual(held);

  await grip(other, E).focus();
  await other.keyboard.press('Space');
  await other.keyboard.press('ArrowUp');
  await other.keyboard.press('Space');
  await expect.poll(() => titles(other)).toEqual([A, B, C, E, D]);
  // the other's move has come: under the hand all stays
  await one.waitForTimeout(800);
  expect(await titles(one)).toEqual(held);
  await one.keyboard.press('Space');
  for (const page of [one, other]) await expect.poll(() => titles(page)).toEqual([B, A, C, E, D]);
  expect(await focusName(one)).toBe(`Przesuń: ${A}`);
  expect(await focusName(other)).toBe(`Przesuń: ${E}`);

  // both move at the same moment
  await Promise.all([
    one.getByRole('button', { name: `Niżej: ${B}` }).click(),
    other.getByRole('button', { name: `Wyżej: ${D}` }).click(),
    one.getByRole('button', { name: `Niżej: ${A}` }).click(),
  ]);
  await expect.poll(async () => (await titles(one)).join() === (await titles(other)).join()).toBe(true);
  expect((await titles(one)).toSorted()).toEqual([A, B, C, D, E].toSorted());
});

test('a member proposes, pasted text comes out clean; the coordinator accepts one and says why not to another', async () => {
  const { id } = await readyMeeting(server.url, [await demoGuest(server.url)], POINTS.slice(0, 2));
  const dkw = await open(id, { as: DEMO.coordinator.email });
  // a deputy orders; for a proposal somebody who is none
  await dkw.getByRole('button', { name: 'Kto jeszcze może prowadzić' }).click();
  await dialogOf(dkw).getByLabel(DEMO.organisation.name).uncheck();
  await dialogOf(dkw).getByRole('button', { name: 'Zapisz' }).click();
  await dialogOf(dkw).waitFor({ state: 'detached' });
  const member = await open(id, { as: DEMO.organisation.email, width: 360, height: 740 });

  await member.getByRole('button', { name: 'Zaproponuj punkt' }).click();
  await dialogOf(member).locator('[name="minutes"]').fill('tyle');
  await dialogOf(member).getByRole('button', { name: 'Wyślij propozycję' }).click();
  await dialogOf(member).locator('.err').first().waitFor();
  await dialogOf(member).locator('[name="title"]').fill('• Ubezpieczenie\u00A0\u00A0na krótkie\u00AD akcje\u200B');
  await dialogOf(member).locator('[name="minutes"]').fill('10');
  await dialogOf(member).getByRole('button', { name: 'Wyślij propozycję' }).click();
  await member.getByText('Zapisano czysty tekst: - Ubezpieczenie na krótkie akcje').first().waitFor();
  const proposal = (page: Page, title: string) => page.locator('[data-proposal]', { hasText: title });
  await proposal(dkw, 'Ubezpieczenie na krótkie akcje')
    .getByRole('button', { name: /^Przyjmij/ })
    .click();
  await member.locator('[data-item]', { hasText: 'Ubezpieczenie na krótkie akcje' }).waitFor();
  await dkw.getByText('Razem 45 min, spotkanie trwa 90 min. Zapas: 45 min.').waitFor();

  await member.getByRole('button', { name: 'Zaproponuj punkt' }).click();
  await dialogOf(member).locator('[name="title"]').fill('Remont świetlicy');
  await dialogOf(member).getByLabel('decyzja').check();
  await dialogOf(member).locator('[name="minutes"]').fill('60');
  await dialogOf(member).getByRole('button', { name: 'Wyślij propozycję' }).click();
  await proposal(dkw, 'Remont świetlicy')
    .getByRole('button', { name: /^Nie tym razem/ })
    .click();
  await dkw.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  await dkw.getByText('Uzupełnij to pole.').waitFor();
  await dkw.getByLabel('Dlaczego nie').fill('To sprawa zarządcy budynku.');
  await dkw.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  await proposal(member, 'Remont świetlicy').getByText('Odpowiedź: To sprawa zarządcy budynku.').waitFor();

  // an agenda that is too long says by how much
  await dkw.getByRole('button', { name: 'Dodaj punkt' }).click();
  await dialogOf(dkw).locator('[name="title"]').fill('Długa dyskusja');
  await dialogOf(dkw).locator('[name="minutes"]').fill('60');
  await dialogOf(dkw).getByRole('button', { name: 'Dodaj do porządku obrad' }).click();
  await member.getByText('Razem 105 min, spotkanie trwa 90 min. Za długo o 15 min.').waitFor();
});
