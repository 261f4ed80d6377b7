import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { demoGuest, inMeeting, newGuest, type Guest } from '../support/live-meeting.ts';
import { newId } from '@ww/shared/id';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { visit, Windows } from '../support/windows.ts';

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

const DAY_MS = 86_400_000;
const PHONE = { width: 360, height: 740 };
const LINK = 'https://spotkania.example.org/grudzien';

/** A meeting in so many days with so few seats and a link; its id. */
async function aMeetingIn(days: number, seats: number): Promise<string> {
  const dkw = await demoStaff(server.url, DEMO.coordinator.email);
  const id = newId();
  const startsAt = new Date(Date.now() + days * DAY_MS).toISOString();
  const details = { title: 'Spotkanie grudniowe', place: 'Rejonowa 6/8', link: LINK, startsAt, minutes: 90, seats, signUpUntil: null };
  await inMeeting(dkw, 'callMeeting', { id, district: 'wlochy', ...details });
  await inMeeting(dkw, 'publishMeeting', { id });
  return id;
}

async function windowOf(guest: Guest, path: string): Promise<Page> {
  const isDemo = guest.name === DEMO.organisation.name;
  const page = await windows.open({ ...PHONE, ...(isDemo ? { as: DEMO.organisation.email } : {}) });
  await guest.enter(page);
  await visit(page, path);
  return page;
}
const answerOf = (page: Page) => page.locator('#odpowiedz');

test('on phones the last seat goes, the next one waits, and gets it by itself when the first gives it up', async () => {
  const { url } = server;
  const [first, second] = [await demoGuest(url), await newGuest(url, 'Olena Kalina')];
  const id = await aMeetingIn(20, 1);
  const one = await windowOf(first, '/siec');
  await one.getByRole('link', { name: 'Odpowiedz: Spotkanie grudniowe' }).click();
  await one.getByLabel(/tłumacza/).check();
  await one.getByText('Najlepiej najpóźniej 3 dni robocze').waitFor();
  await one.getByLabel(/Inne potrzeby/).fill('Wejście bez schodów');
  // two look at the last seat at once
  const other = await windowOf(second, `/siec/${id}`);
  await answerOf(other).getByRole('button', { name: 'Będę', exact: true }).waitFor();
  await answerOf(one).getByRole('button', { name: 'Będę', exact: true }).click();
  await answerOf(one).getByRole('heading', { name: 'Masz miejsce' }).waitFor();
  await answerOf(one).getByText('Zapisano prośbę o tłumacza PJM.').waitFor();

  await answerOf(other).getByRole('button', { name: 'Zapisz na listę rezerwową' }).click();
  await answerOf(other).getByRole('heading', { name: 'Lista rezerwowa, miejsce 1' }).waitFor();
  expect(await other.getByRole('button', { name: 'Pokaż link do spotkania' }).count()).toBe(0);

  await answerOf(one).getByRole('button', { name: 'Zrezygnuj' }).click();
  await one.getByRole('button', { name: 'Tak, rezygnuję' }).click();
  await answerOf(one).getByRole('heading', { name: 'Nie przyjdziesz' }).waitFor();
  await answerOf(other).getByRole('heading', { name: 'Masz miejsce' }).waitFor();

  // only who has a seat is shown the link, after asking for it
  expect(await other.content()).not.toContain(LINK);
  await other.getByRole('button', { name: 'Pokaż link do spotkania' }).click();
  await other.getByRole('link', { name: LINK }).waitFor();
  expect(await one.getByRole('button', { name: 'Pokaż link do spotkania' }).count()).toBe(0);
  await answerOf(one).getByRole('button', { name: 'Jednak będę' }).click();
  await answerOf(one).getByRole('button', { name: 'Zapisz na listę rezerwową' }).click();
  await answerOf(one).getByRole('heading', { name: 'Lista rezerwowa, miejsce 1' }).waitFor();
});

test('whoever loses the race for the last seat is told so in words, on the waiting list, not as a failure', async () => {
  const { url } = server;
  const [first, second] = [await demoGuest(url), await newGuest(url, 'Tymon Dudek')];
  const id = await aMeetingIn(21, 1);
  const page = await windowOf(second, `/siec/${id}`);
  // the line is cut, so that the page does not know of the other one
  await page.routeWebSocket(/graphql/, (socket) => socket.close());
  await page.reload();
  await answerOf(page).getByRole('button', { name: 'Będę', exact: true }).waitFor();
  await inMeeting(first, 'answerMeeting', { id, coming: true, organisationId: first.organisationId });
  await answerOf(page).getByRole('button', { name: 'Będę', exact: true }).click();
  await page.getByText('Ostatnie miejsce zajął ktoś chwilę wcześniej.').first().waitFor();
  await answerOf(page).getByRole('heading', { name: 'Lista rezerwowa, miejsce 1' }).waitFor();
  expect(await page.locator('.notice.lost').filter({ hasNotText: 'połączeni' }).count()).toBe(0);
});

test('an interpreter asked for late is noted, not refused, and flagged for who prepares; needs are shown on request', async () => {
  const guest = await demoGuest(server.url);
  const id = await aMeetingIn(1.5, 5);
  const member = await windowOf(guest, `/siec/${id}`);
  const dkw = await windows.open({ as: DEMO.coordinator.email });
  await visit(dkw, `/siec/${id}`);
  await member.getByLabel(/tłumacza/).check();
  await member.getByText('Zostało mniej niż 3 dni robocze').waitFor();
  await member.getByLabel(/Inne potrzeby/).fill('Pętla indukcyjna');
  await answerOf(member).getByRole('button', { name: 'Będę', exact: true }).click();
  await answerOf(member).getByText('zgłoszoną później niż 3 dni robocze').waitFor();

  const row = dkw.locator('li', { hasText: guest.name }).filter({ hasText: 'PJM, po terminie' });
  await row.waitFor();
  await dkw.getByText('1 prośba przyszła później niż 3 dni robocze').waitFor();
  expect(await dkw.content()).not.toContain('Pętla indukcyjna');
  await row.getByRole('button', { name: /^Pokaż potrzeby/ }).click();
  await row.getByText('Pętla indukcyjna').waitFor();
});

test('at the door: somebody is checked in, taken back, and a guest comes by name', async () => {
  const { url } = server;
  const guest = await demoGuest(url);
  const id = newId();
  const dkw = await demoStaff(url, DEMO.coordinator.email);
  const startsAt = new Date(Date.now() + 600_000).toISOString();
  const details = { title: 'Spotkanie przy drzwiach', place: 'Rejonowa 6/8', startsAt, minutes: 60, seats: 5, signUpUntil: startsAt };
  await inMeeting(dkw, 'callMeeting', { id, district: 'wlochy', ...details });
  await inMeeting(dkw, 'publishMeeting', { id });
  await inMeeting(guest, 'answerMeeting', { id, coming: true, organisationId: guest.organisationId });
  const page = await windows.open({ as: DEMO.coordinator.email });
  await visit(page, `/siec/${id}`);
  await page.getByRole('button', { name: `Jest: ${guest.name}` }).click();
  await page.getByText('obecne: 1, z miejscem: 1').waitFor();
  await page.getByRole('button', { name: `Cofnij obecność: ${guest.name}` }).click();
  await page.getByText('obecne: 0, z miejscem: 1').waitFor();
  const form = page.getByRole('form', { name: 'Gość bez zapisu' });
  await form.getByRole('button', { name: 'Jest' }).click();
  await form.getByText('Uzupełnij to pole.').waitFor();
  await form.getByLabel('Imię i nazwisko').fill('Jakub  Szpak');
  await form.getByRole('button', { name: 'Jest' }).click();
  await page.locator('ul[aria-labelledby="grupa-bez-zapisu"] li', { hasText: 'Jakub Szpak' }).waitFor();
  expect(await form.getByLabel('Imię i nazwisko').inputValue()).toBe('');
});
