import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoGuest, type Guest, newGuest, POINTS, readyMeeting } from '../support/live-meeting.ts';
import { clocksPart, fallAsleep, shiftDate, shownOn } from '../support/live-views.ts';
import { openView } from '../support/meeting-pages.ts';
import { type Look, Windows } from '../support/windows.ts';

const CUT_MS = 30_000;
const AGREE_MS = 200;
const PHONE: Look = { width: 360, height: 740 };
const TITLES = POINTS.map(([title]) => title);
const MOTION = 'Od 7 grudnia każda organizacja bierze jeden dyżur zakupowy w tygodniu.';

let url: string;
let windows: Windows;
let natalia: Guest;
let olena: Guest;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
  [natalia, olena] = [await demoGuest(url), await newGuest(url, 'Olena Kalina')];
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

const now = (page: Page, title: string | undefined) => page.locator('#teraz, .wall h1', { hasText: title ?? '?' }).waitFor();
const everywhere = (pages: readonly Page[], title: string | undefined) => Promise.all(pages.map((page) => now(page, title)));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const lead = () => windows.open({ as: DEMO.coordinator.email });
/** What was missed is replayed step by step: the last of it brings the clock. */
const agree = (pages: readonly Page[]) => expect.poll(() => clocksPart(pages), { timeout: 3_000 }).toBeLessThanOrEqual(AGREE_MS);
const phoneOf = async (guest: Guest) => {
  const page = await windows.open(guest === natalia ? { ...PHONE, as: DEMO.organisation.email } : PHONE);
  await guest.enter(page);
  return page;
};

test('a leader, two followers and the wall: one is cut off for half a minute, one sleeps, one has a wrong date; all agree again', async () => {
  const { id } = await readyMeeting(url, [natalia, olena]);
  const [marta, first, second, wall] = [await lead(), await phoneOf(natalia), await phoneOf(olena), await lead()];
  await shiftDate(second, 3 * 3_600_000);
  await shiftDate(wall, -47_000);
  await openView(marta, id, 'prowadz');
  await openView(first, id, 'sledz');
  await openView(second, id, 'sledz');
  await openView(wall, id, 'ekran');
  const all = [marta, first, second, wall];
  await marta.getByRole('button', { name: 'Rozpocznij spotkanie' }).click();
  await everywhere(all, TITLES[0]);
  expect(await clocksPart(all)).toBeLessThanOrEqual(AGREE_MS);

  // the second follower's network goes, and the wall's computer falls asleep
  windows.expectTrouble(/Failed to load resource|WebSocket connection/);
  await second.context().setOffline(true);
  const cutAt = Date.now();
  await second.locator('.conn.is-lost').waitFor();
  await second.getByText(/Brak połączenia od \d+:\d\d:\d\d\./).waitFor();
  const asleep = await fallAsleep(wall);
  const stoodAt = await asleep.left();

  // meanwhile the meeting goes on
  await marta.keyboard.press('ArrowRight');
  await everywhere([marta, first], TITLES[1]);
  await first.getByRole('button', { name: 'Jestem na sali' }).click();
  await first.getByRole('button', { name: 'Zgłoś głos' }).click();
  await marta.getByRole('button', { name: new RegExp(`^Udziel ?: ${natalia.name}`) }).click();
  await first.getByText('Masz głos.').waitFor();
  await marta.getByLabel('Treść ustalenia').fill(MOTION);
  await marta.getByRole('button', { name: 'Poddaj pod głosowanie' }).click();
  await first.getByLabel('Za', { exact: true }).check();
  await marta.getByText('Z telefonów: 1,').waitFor();
  await marta.getByRole('button', { name: '+5 min' }).click();
  await marta.getByText('z 30:00').waitFor();
  await pause(Math.max(0, cutAt + CUT_MS / 2 - Date.now()));
  expect(await asleep.left()).toBe(stoodAt);
  await asleep.wake();
  await now(wall, TITLES[1]);
  await agree([marta, first, wall]);
  await pause(Math.max(0, cutAt + CUT_MS - Date.now()));
  expect((await shownOn(second)).item).toBe(TITLES[0]);

  await second.context().setOffline(false);
  await now(second, TITLES[1]);
  await second.locator('.motion').waitFor();
  const expected = { item: TITLES[1], speaker: natalia.name, vote: MOTION };
  expect(await Promise.all(all.map(shownOn))).toEqual([expected, expected, expected, expected]);
  await agree(all);

  // a new count voids the hands; the leader counts the room, and everybody has the result
  await marta.getByRole('button', { name: 'Policz jeszcze raz' }).click();
  await first.getByText('Twój głos czeka.').waitFor();
  expect(await first.getByLabel('Za', { exact: true }).isChecked()).toBe(false);
  await second.getByLabel('Przeciw').check();
  await marta.getByText('Z telefonów: 1,').waitFor();
  await marta.getByLabel('Za', { exact: true }).fill('12');
  await marta.getByRole('button', { name: 'Zapisz ustalenie' }).click();
  for (const page of [marta, first, second]) await page.getByText('Za 12, przeciw 1, wstrzymało się 0.').waitFor();
  await wall.locator('.wall-vote', { hasText: 'Przyjęte.' }).waitFor();
}, 90_000);

test('another takes the lead while the first is cut off; the first comes back, is told, and nothing is skipped', async () => {
  const { id } = await readyMeeting(url, [natalia]);
  const [marta, other] = [await lead(), await windows.open({ as: DEMO.organisation.email })];
  await openView(marta, id, 'prowadz');
  await marta.getByRole('button', { name: 'Rozpocznij spotkanie' }).click();
  await now(marta, TITLES[0]);
  await openView(other, id, 'sledz');
  await other.getByRole('link', { name: 'Prowadź' }).click();
  await other.locator('[data-led]', { hasText: `Prowadzi teraz ${DEMO.coordinator.name} od` }).waitFor();
  expect(await other.getByRole('button', { name: /^Następny/ }).count()).toBe(0);

  windows.expectTrouble(/Failed to load resource|WebSocket connection/);
  await marta.context().setOffline(true);
  await marta.locator('.conn.is-lost').waitFor();
  await marta.getByRole('button', { name: /^Następny/ }).click();
  await marta.locator('[data-trouble]', { hasText: 'Nie udało się zapisać.' }).waitFor();
  await other.getByRole('button', { name: 'Przejmij prowadzenie' }).click();
  await other.getByRole('button', { name: /^Następny/ }).click();
  await now(other, TITLES[1]);

  await marta.context().setOffline(false);
  await now(marta, TITLES[1]);
  await marta.locator('[data-led]', { hasText: `Prowadzi teraz ${natalia.name} od` }).waitFor();
  // the step that could not be sent is sent again: it is refused, and says by whom the meeting is led
  await marta.getByRole('button', { name: 'Spróbuj ponownie' }).click();
  await marta.locator('[data-trouble]', { hasText: 'Twoje polecenie nie zostało wykonane.' }).waitFor();
  expect(await shownOn(marta)).toEqual(await shownOn(other));
  await now(other, TITLES[1]);
  expect(await clocksPart([marta, other])).toBeLessThanOrEqual(AGREE_MS);

  await marta.getByRole('button', { name: 'Przejmij prowadzenie' }).click();
  await other.locator('[data-led]', { hasText: `Prowadzi teraz ${DEMO.coordinator.name} od` }).waitFor();
  expect(await marta.locator('[data-led]').count()).toBe(0);
});

test('two write a note to one item: the second keeps what was typed, and is shown what the first wrote', async () => {
  const { id, seen } = await readyMeeting(url, [natalia]);
  const [marta, other] = [await lead(), await windows.open({ as: DEMO.organisation.email })];
  await openView(marta, id, 'prowadz');
  await marta.getByRole('button', { name: 'Rozpocznij spotkanie' }).click();
  await openView(other, id, 'prowadz');
  const note = (page: Page) => page.getByLabel('Notatka do punktu');
  await note(other).fill('Biblioteka pyta o klucze.');
  await note(marta).fill('Szkoła użyczy auta.');
  await note(marta).press('Control+Enter');
  await marta.getByText('Zapisana.').waitFor();
  await other.getByText('Twoja nie zginęła.').waitFor();
  expect(await note(other).inputValue()).toBe('Biblioteka pyta o klucze.');
  await other.locator('q', { hasText: 'Szkoła użyczy auta.' }).waitFor();
  await note(other).fill('Szkoła użyczy auta. Biblioteka pyta o klucze.');
  await other.getByRole('button', { name: 'Zapisz moją' }).click();
  await other.getByText('Zapisana.').waitFor();
  expect((await seen()).items[0]?.note).toBe('Szkoła użyczy auta. Biblioteka pyta o klucze.');
  // a note that is being typed goes with its item when the meeting goes on
  await note(marta).fill('Klucze są u Ireny.');
  await marta.getByRole('button', { name: /^Następny/ }).click();
  await now(marta, TITLES[1]);
  await expect.poll(async () => (await seen()).items[0]?.note).toBe('Klucze są u Ireny.');
  expect(await note(marta).inputValue()).toBe('');
});
