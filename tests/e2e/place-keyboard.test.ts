import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bookingPath, freeSlot, freshEmail, letterCode } from '../support/booking-page.ts';
import { demoServer } from '../support/demo-server.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let windows: Windows;
let url: string;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

/** Tab by Tab: what has the focus after each. */
async function tabs(page: Page, times: number): Promise<string[]> {
  const seen: string[] = [];
  for (let i = 0; i < times; i++) {
    await page.keyboard.press('Tab');
    seen.push(await focusName(page));
  }
  return seen;
}
const heading = async (page: Page, text: string) => {
  await page.getByRole('heading', { name: text }).waitFor();
  await expect.poll(() => focusName(page)).toBe(text);
};

test('a room is booked by keyboard alone, in the order in which it is read', async () => {
  const page = await windows.open();
  const email = freshEmail('klawisze');
  const slot = await freeSlot(url, 'mal-pod-kasztanem', { minutes: 90 });
  const hour = { ...slot, to: new Date(slot.to.getTime() - 1_800_000) };
  await visit(page, bookingPath(hour));
  await page.locator('[name="startsAt"]:checked').waitFor({ state: 'attached' });
  // from the page's first link past the head to the form
  await page.locator('h2#pytanie').focus();

  expect(await tabs(page, 5)).toEqual(['roomId', 'day', 'minutes', 'startsAt', 'Dalej']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('[name="startsAt"]:checked').inputValue()).toBe(String(slot.from.getTime() + 900_000));
  await page.keyboard.press('Enter');
  await heading(page, 'Po co i dla ilu osób?');

  expect(await tabs(page, 1)).toEqual(['purpose']);
  await page.keyboard.press('Space');
  expect(await tabs(page, 1)).toEqual(['people']);
  await page.keyboard.press('Enter');
  // nothing typed: the focus stays at what is wrong
  expect(await focusName(page)).toBe('people');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await heading(page, 'Kto rezerwuje?');

  expect(await tabs(page, 1)).toEqual(['who']);
  await page.keyboard.press('Space');
  expect(await tabs(page, 3)).toEqual(['name', 'phone', 'words']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Maria Remiz');
  await page.keyboard.press('Enter');
  await heading(page, 'Dokąd wysłać kod?');

  expect(await tabs(page, 1)).toEqual(['email']);
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await heading(page, 'Jaki kod jest w liście?');

  expect(await tabs(page, 1)).toEqual(['letterCode']);
  await page.keyboard.type(await letterCode(url, email));
  await page.keyboard.press('Enter');
  await heading(page, 'Czy wszystko się zgadza?');

  expect(await tabs(page, 1)).toEqual(['Przeczytaj regulamin (wersja 1)']);
  await page.keyboard.press('Enter');
  await page.locator('details .words').waitFor();
  expect(await tabs(page, 4)).toEqual(['Przeczytaj regulamin (wersja 1)', 'accepted', 'Wstecz', 'Zarezerwuj salę']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sala jest Twoja' }).waitFor();
  await expect.poll(() => focusName(page)).toBe('Sala jest Twoja');

  expect(await tabs(page, 4)).toEqual(['22 000 01 72', 'Kopiuj', 'Drukuj', 'Zobacz rezerwację']);
  await page.keyboard.press('Enter');
  await page.locator('.say b', { hasText: 'Sala jest Twoja.' }).waitFor();
});
