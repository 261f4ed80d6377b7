// functions given to a page run in the browser
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { newId } from '@ww/shared/id';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { demoGuest, inMeeting, newGuest, readyMeeting } from '../support/live-meeting.ts';
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

const asCoordinator = () => windows.open({ as: DEMO.coordinator.email });
const asMember = () => windows.open({ as: DEMO.organisation.email, width: 360, height: 740 });
const dialogOf = (page: Page) => page.locator('dialog[open]');
const field = (page: Page, name: string) => dialogOf(page).locator(`[name="${name}"]`);
/** Closes the dialog by mistake and opens it again. */
async function reopened(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog form').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await dialogOf(page).waitFor();
}

test('a dialog closed by mistake has what was typed when it opens again, until it is sent', async () => {
  const { id } = await readyMeeting(server.url, [await demoGuest(server.url)]);
  const page = await asCoordinator();
  await visit(page, `/siec/${id}`);

  await page.getByRole('button', { name: 'Popraw lub przenieś' }).press('Enter');
  await field(page, 'place').fill('Biblioteka Za Rogiem, mała sala');
  await reopened(page);
  expect(await field(page, 'place').inputValue()).toBe('Biblioteka Za Rogiem, mała sala');
  await field(page, 'place').press('Enter');
  await page.locator('header dd', { hasText: 'Biblioteka Za Rogiem, mała sala' }).waitFor();
  await expect.poll(() => focusName(page)).toBe('Popraw lub przenieś');

  await page.getByRole('button', { name: 'Dodaj punkt' }).press('Enter');
  await field(page, 'title').fill('Kto ma klucze');
  await field(page, 'minutes').fill('25');
  await reopened(page);
  expect(await field(page, 'title').inputValue()).toBe('Kto ma klucze');
  expect(await field(page, 'minutes').inputValue()).toBe('25');
  await field(page, 'title').press('Enter');
  await page.locator('.agenda li', { hasText: 'Kto ma klucze' }).waitFor();
  await page.getByRole('button', { name: 'Dodaj punkt' }).press('Enter');
  expect(await field(page, 'title').inputValue()).toBe('');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Odwołaj', exact: true }).press('Enter');
  await field(page, 'reason').fill('Awaria ogrzewania w sali.');
  await reopened(page);
  expect(await field(page, 'reason').inputValue()).toBe('Awaria ogrzewania w sali.');
  await field(page, 'reason').press('Enter');
  await page.getByText('Powód: Awaria ogrzewania w sali.').waitFor();
  // the button that opened it is gone
  await expect.poll(() => focusName(page)).toBe('Porządek obrad');
});

test('a correction left half typed while somebody else saves is compared, not saved over theirs', async () => {
  const { id } = await readyMeeting(server.url, []);
  const [one, other] = [await asCoordinator(), await windows.open({ as: DEMO.coordinator.email, apart: true })];
  for (const page of [one, other]) {
    await visit(page, `/siec/${id}`);
    await page.getByRole('button', { name: 'Popraw lub przenieś' }).press('Enter');
  }
  await field(other, 'title').fill('Spotkanie z wiceburmistrzem');
  await other.keyboard.press('Escape');
  await field(one, 'place').fill('Biblioteka Za Rogiem');
  await field(one, 'place').press('Enter');
  await other.locator('header dd', { hasText: 'Biblioteka Za Rogiem' }).waitFor();
  await other.keyboard.press('Enter');
  expect(await field(other, 'title').inputValue()).toBe('Spotkanie z wiceburmistrzem');
  await field(other, 'title').press('Enter');
  await dialogOf(other).locator('li', { hasText: 'Biblioteka Za Rogiem' }).getByRole('button', { name: 'Weź tę wersję' }).waitFor();
});

test('the focus stays where the work is: changing an answer, declining a proposal, checking people in', async () => {
  const { url } = server;
  const [first, second] = [await demoGuest(url), await newGuest(url, 'Olena Kalina')];
  const { id } = await readyMeeting(url, [first, second]);
  const member = await asMember();
  await visit(member, `/siec/${id}`);
  await member.getByRole('button', { name: 'Zmień odpowiedź' }).press('Enter');
  await expect.poll(() => focusName(member)).toBe('interpreter');

  const page = await asCoordinator();
  await inMeeting(second, 'proposeItem', {
    id: newId(),
    meetingId: id,
    title: 'Nowy termin',
    kind: 'DISCUSSION',
    presenter: null,
    minutes: 10,
  });
  await visit(page, `/siec/${id}`);
  await page.getByRole('button', { name: /^Nie tym razem/ }).press('Enter');
  await page.getByRole('button', { name: 'Anuluj' }).press('Enter');
  await expect.poll(() => focusName(page)).toMatch(/^Nie tym razem/);
  await page.getByRole('button', { name: 'Jest: Olena Kalina', exact: true }).press('Enter');
  await expect.poll(() => focusName(page)).toMatch(/^Cofnij.*Olena Kalina/);
  // at once, while the server still answers: nothing pressed is forgotten
  await page.keyboard.press('Enter');
  await expect.poll(() => focusName(page)).toBe('Jest: Olena Kalina');
  const here = page.getByRole('button', { name: /^Jest: / });
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('button[aria-label^="Jest: "]')) button.click();
  });
  await expect.poll(() => here.count()).toBe(0);
});
