import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, DEMO_PASSWORD, demoServer } from '../support/demo-server.ts';
import { followLetter } from '../support/letter-page.ts';
import { visit, Windows } from '../support/windows.ts';

let windows: Windows;
beforeAll(async () => {
  windows = new Windows((await demoServer()).url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Hasło', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Zaloguj się' }).click();
}

test('each demo role signs in with one click and lands where its work is', async () => {
  const landings = [
    [DEMO.coordinator, '/pulpit'],
    [DEMO.member, '/pulpit'],
    [DEMO.memberElsewhere, '/pulpit'],
    [DEMO.organisation, '/wolontariusze'],
    [DEMO.volunteer, '/moje'],
    [DEMO.place, '/przestrzenie/mal-wlochy/tydzien'],
    [DEMO.analyst, '/pulpit'],
    [DEMO.auditor, '/dziennik'],
    [DEMO.admin, '/ustawienia'],
  ] as const;
  for (const [{ name }, path] of landings) {
    const page = await windows.open();
    await visit(page, '/zaloguj');
    await page.locator('.demo').getByRole('button', { name }).click();
    await page.waitForURL(`**${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('banner').getByRole('link', { name }).waitFor();
    await page.context().close();
  }
});

test('whoever asked for a page while signed out comes to it after signing in', async () => {
  const page = await windows.open();
  await visit(page, '/zgloszenia?widok=nowe');
  expect(new URL(page.url()).pathname).toBe('/zaloguj');
  await page.locator('.demo').getByRole('button', { name: DEMO.member.name }).click();
  await page.waitForURL('**/zgloszenia?widok=nowe');
});

test('a wrong password is refused beside the field, the address stays, and the right one works', async () => {
  windows.expectTrouble(/status of 401/);
  const page = await windows.open();
  await visit(page, '/zaloguj');
  await signIn(page, DEMO.member.email, 'nie-to-haslo-nie-to');
  await page.locator('.err', { hasText: 'E-mail lub hasło się nie zgadza.' }).waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(DEMO.member.email);
  await signIn(page, DEMO.member.email, DEMO_PASSWORD);
  await page.waitForURL('**/pulpit');
});

test('signing out ends the session', async () => {
  const page = await windows.open({ as: DEMO.member.email, apart: true });
  await visit(page, '/ustawienia');
  await page.getByRole('button', { name: 'Wyloguj się' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await visit(page, '/zgloszenia');
  expect(new URL(page.url()).pathname).toBe('/zaloguj');
});

test('a session ended in one window closes the other within five seconds, with a notice', async () => {
  windows.expectTrouble(/WebSocket connection/);
  const other = await windows.open({ as: DEMO.memberElsewhere.email, apart: true });
  await visit(other, '/zgloszenia');
  await other.locator('.conn', { hasText: 'Na żywo' }).waitFor();
  const page = await windows.open({ as: DEMO.memberElsewhere.email, apart: true });
  await visit(page, '/ustawienia');
  const ends = page.getByRole('button', { name: /^Zakończ sesję/ });
  // the newest of the others is the window above
  await ends.first().click();
  await page.locator('.toast', { hasText: 'Sesja zakończona' }).waitFor();
  await other.locator('.notice', { hasText: 'Sesja się skończyła.' }).waitFor({ timeout: 5_000 });
  const again = await other.getByRole('link', { name: 'Zaloguj się' }).getAttribute('href');
  expect(again).toContain('dalej=%2Fzgloszenia');
});

test('a tab that is signed out meanwhile keeps what was typed, and saves after signing in elsewhere', async () => {
  windows.expectTrouble(/status of 40[13]|WebSocket connection/);
  const page = await windows.open({ as: DEMO.member.email, apart: true });
  await visit(page, '/zgloszenia/nowe');
  await page.locator('[name="person.name"]').fill('Halina Wilga');
  await page.locator('[name="person.phone"]').fill('22 000 01 34');
  await page.locator('[name="reporter.name"]').fill('Jan Perkoz');
  await page.locator('[name="words"]').fill('Chleb i mleko.');
  await page.locator('[name="address.street"]').fill('Krakowiaków');
  await page.locator('[name="address.house"]').fill('18');
  const tab = await page.context().newPage();
  await visit(tab, '/ustawienia');
  await tab.getByRole('button', { name: 'Wyloguj się' }).click();
  await tab.waitForURL((url) => url.pathname === '/');

  await page.getByRole('button', { name: 'Tylko zapisz' }).click();
  await page.getByText('Sesja się skończyła. Zaloguj się w nowej karcie i wróć tutaj').waitFor();
  expect(await page.locator('[name="words"]').inputValue()).toBe('Chleb i mleko.');
  expect(await page.locator('[name="person.phone"]').inputValue()).toBe('22 000 01 34');

  await visit(tab, '/zaloguj');
  await tab.locator('.demo').getByRole('button', { name: DEMO.member.name }).click();
  await tab.waitForURL('**/pulpit');
  await page.getByRole('button', { name: 'Tylko zapisz' }).click();
  await page.getByRole('heading', { name: 'Zapisano zgłoszenie' }).waitFor();
});

test('an invitation in the demo mail makes a new colleague who is signed in at once, and works only once', async () => {
  const email = `nowa.osoba.${Date.now()}@example.org`;
  const page = await windows.open({ as: DEMO.coordinator.email });
  await visit(page, '/ustawienia');
  const form = page.locator('form', { has: page.getByRole('heading', { name: 'Zaproś do Zespołu' }) });
  await form.getByLabel('E-mail').fill('to nie adres');
  await form.getByRole('button', { name: 'Wyślij zaproszenie' }).click();
  await form.locator('.err', { hasText: 'Uzupełnij to pole.' }).waitFor();
  await form.locator('.err', { hasText: 'Sprawdź, czy nie brakuje znaku @.' }).waitFor();
  await form.getByLabel('Imię i nazwisko').fill('Lena Gil');
  await form.getByLabel('E-mail').fill(email);
  await form.getByRole('button', { name: 'Wyślij zaproszenie' }).click();
  await page.locator('.toast', { hasText: email }).waitFor();

  const guest = await windows.open();
  await followLetter(guest, email);
  expect(new URL(guest.url()).hash).toBe('');
  await guest.getByLabel('Nowe hasło').fill('krótkie');
  await guest.getByRole('button', { name: 'Załóż konto i zaloguj' }).click();
  await guest.locator('.err', { hasText: 'Za krótkie. Potrzeba co najmniej 12 znaków.' }).waitFor();
  await guest.getByLabel('Nowe hasło').fill('cztery zwykłe słowa razem');
  await guest.getByRole('button', { name: 'Załóż konto i zaloguj' }).click();
  await guest.waitForURL('**/pulpit');
  expect(await guest.locator('.who').innerText()).toContain('Lena Gil');
  expect(await guest.locator('.who').innerText()).toContain('Włochy');

  const late = await windows.open();
  await followLetter(late, email);
  await late.getByRole('heading', { name: 'To zaproszenie nie działa' }).waitFor();
});

test('a password is reset through the demo mail; the old one and the used link stop working', async () => {
  windows.expectTrouble(/status of 40[01]/);
  // a coordinator of Rembertów, whom no other test signs in
  const email = 'marek.szpak@example.org';
  const page = await windows.open();
  await visit(page, '/zaloguj');
  await page.getByRole('link', { name: 'Nie pamiętam hasła' }).click();
  await page.waitForURL('**/haslo');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Wyślij link' }).click();
  await page.getByRole('heading', { name: 'Sprawdź pocztę' }).waitFor();

  await followLetter(page, email);
  await page.getByLabel('Nowe hasło').fill('zupełnie inne słowa');
  await page.getByRole('button', { name: 'Ustaw hasło' }).click();
  await page.getByRole('heading', { name: 'Hasło zmienione' }).waitFor();

  const late = await windows.open();
  await followLetter(late, email);
  await late.getByLabel('Nowe hasło').fill('jeszcze inne słowa tu');
  await late.getByRole('button', { name: 'Ustaw hasło' }).click();
  await late.getByText('Ten link jest nieważny albo już użyty.').waitFor();

  await page.getByRole('link', { name: 'Zaloguj się' }).first().click();
  await page.waitForURL('**/zaloguj');
  await signIn(page, email, DEMO_PASSWORD);
  await page.locator('.err', { hasText: 'E-mail lub hasło się nie zgadza.' }).waitFor();
  await signIn(page, email, 'zupełnie inne słowa');
  await page.waitForURL('**/pulpit');
});
