import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoGuest, type Guest, inMeeting, newGuest, POINTS, readyMeeting } from '../support/live-meeting.ts';
import { openView } from '../support/meeting-pages.ts';
import { focusName, Windows } from '../support/windows.ts';

const TITLES = POINTS.map(([title]) => title);

let url: string;
let windows: Windows;
let guest: Guest;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
  guest = await newGuest(url, 'Olena Kalina');
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

const now = (page: Page, title: string | undefined) => page.locator('#teraz', { hasText: title ?? '?' }).waitFor();

/** Presses Tab until something of this name has the focus, and then a key. */
async function reach(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  for (let press = 0; press < 60; press++) {
    if (name.test(await focusName(page))) return page.keyboard.press(key);
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${String(name)} by Tab`);
}

test('a meeting is led from its start to its end without a mouse', async () => {
  const { id, seen } = await readyMeeting(url, [guest]);
  await inMeeting(guest, 'checkInMyself', { id: crypto.randomUUID(), meetingId: id });
  const page = await windows.open({ as: DEMO.coordinator.email });
  await openView(page, id, 'prowadz');
  await reach(page, /^Rozpocznij spotkanie/);
  await now(page, TITLES[0]);
  await inMeeting(guest, 'raiseHand', { id: crypto.randomUUID(), meetingId: id });

  // the arrows act at once; a press too many changes nothing
  await page.keyboard.press('ArrowLeft');
  await now(page, TITLES[0]);
  await page.keyboard.press('ArrowRight');
  await now(page, TITLES[1]);
  await page.keyboard.press('ArrowLeft');
  await now(page, TITLES[0]);
  await page.keyboard.press('ArrowRight');
  await now(page, TITLES[1]);
  await page.keyboard.press('p');
  await now(page, TITLES[2]);
  await reach(page, /^Wróć: Zimowe/);
  await now(page, TITLES[1]);
  await reach(page, /^\+5 min/);
  await page.getByText('z 30:00').waitFor();

  // letters are letters where something is typed
  await reach(page, /^(Treść ustalenia|text)$/, 'p');
  await page.keyboard.type('rzyjmujemy dyżury');
  await reach(page, /^Poddaj pod głosowanie/);
  await page.locator('.motion', { hasText: 'przyjmujemy dyżury' }).waitFor();
  await now(page, TITLES[1]);
  await reach(page, /^Za$/, 'ArrowUp');
  await page.keyboard.press('ArrowUp');
  await reach(page, /^Zapisz ustalenie/);
  await page.getByText('Za 2, przeciw 0, wstrzymało się 0.').waitFor();
  await reach(page, /^Udziel/);
  await page.getByText(/mówi od/).waitFor();
  await reach(page, /^Zakończ: /);
  await page.getByText('Nikt nie zgłasza się do głosu.').waitFor();

  await page.locator('[aria-label="Prowadź"]').focus();
  await page.keyboard.press('z');
  expect(await focusName(page)).toBe('text');
  await page.keyboard.type('Grafik dyżurów');
  await page.keyboard.press('Tab');
  await page.locator('option', { hasText: DEMO.coordinator.name }).waitFor({ state: 'attached' });
  await page.keyboard.type(DEMO.coordinator.name.slice(0, 5));
  await reach(page, /^Zapisz zadanie/);
  await page.getByText(`${DEMO.coordinator.name}, do`).first().waitFor();
  expect(await focusName(page)).toMatch(/^Dodaj/);
  expect((await seen()).items.filter(({ state }) => state === 'DONE')).toHaveLength(1);

  // the same verbs by their names
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Następny');
  await page.keyboard.press('Enter');
  await now(page, TITLES[2]);

  for (const title of TITLES.slice(3)) {
    await page.locator('[aria-label="Prowadź"]').focus();
    await page.keyboard.press('ArrowRight');
    await now(page, title);
  }
  await page.keyboard.press('ArrowRight');
  await now(page, 'Porządek wyczerpany');
  await reach(page, /^Zakończ spotkanie/);
  await page.getByRole('dialog', { name: 'Zakończyć spotkanie?' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await reach(page, /^Zakończ$/);
  await now(page, 'Spotkanie zakończone o');
  await page.getByRole('link', { name: 'Otwórz protokół' }).waitFor();
});

test('letters do nothing once they are switched off; arrows and buttons do', async () => {
  const { id } = await readyMeeting(url, [guest]);
  const page = await windows.open({ as: DEMO.coordinator.email });
  await page.context().addCookies([{ name: 'skroty', value: 'off', url }]);
  await openView(page, id, 'prowadz');
  await page.getByRole('button', { name: 'Rozpocznij spotkanie' }).click();
  await now(page, TITLES[0]);
  expect(await page.locator('.controls kbd', { hasText: 'P' }).count()).toBe(0);
  await page.keyboard.press('p');
  await page.keyboard.press('z');
  await page.keyboard.press('ArrowRight');
  await now(page, TITLES[1]);
  expect(await page.locator('.is-parked').count()).toBe(0);
  expect(await page.getByLabel('Co jest do zrobienia').count()).toBe(0);
});

test('whoever has no seat follows without buttons; before the start and after the end each view says so', async () => {
  const natalia = await demoGuest(url);
  const { id, dkw } = await readyMeeting(url, [guest]);
  const page = await windows.open({ as: DEMO.organisation.email, width: 360, height: 740 });
  await openView(page, id, 'sledz');
  await page.getByRole('heading', { level: 1, name: /^Początek o/ }).waitFor();
  await page.getByText('Tu tylko śledzisz.').waitFor();
  await inMeeting(dkw, 'startMeeting', { id });
  await now(page, TITLES[0]);
  await inMeeting(guest, 'raiseHand', { id: crypto.randomUUID(), meetingId: id });
  await inMeeting(dkw, 'putArrangement', { id: crypto.randomUUID(), meetingId: id, text: 'Biblioteka dołącza do Sieci.' });
  await page.locator('.motion', { hasText: 'Biblioteka dołącza' }).waitFor();
  expect(await page.getByRole('button', { name: 'Zgłoś głos' }).count()).toBe(0);
  expect(await page.getByRole('radio').count()).toBe(0);
  // let in at the door
  const { personId } = await meOf(natalia);
  await inMeeting(dkw, 'checkIn', { id: crypto.randomUUID(), meetingId: id, personId, remote: false });
  await page.getByRole('button', { name: 'Zgłoś głos' }).click();
  await page.getByText('Zgłoszenie przyjęte. Przed Tobą 1 osoba, około 2 min.').waitFor();
  await page.getByRole('radio', { name: 'Wstrzymuję się' }).check();
  await page.getByText('Głos oddany.').waitFor();
  await inMeeting(dkw, 'endMeeting', { id });
  await page.getByRole('heading', { level: 1, name: /^Spotkanie zakończone o/ }).waitFor();
  await page.getByText('Protokół pojawi się tu').waitFor();
});

const ME = '{ me { personId } }';
async function meOf({ send }: Guest): Promise<{ personId: string }> {
  const { data } = await send<{ me: { personId: string } }>(ME);
  return data?.me ?? { personId: '' };
}
