import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { followLetter } from '../support/letter-page.ts';
import { visit, Windows } from '../support/windows.ts';

// each asks once in a run: the demo mail keeps every letter, and the newest one is followed
const { volunteer, organisation, auditor, analyst } = DEMO;

let windows: Windows;
beforeAll(async () => {
  windows = new Windows((await demoServer()).url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

async function askFor(page: Page, email: string): Promise<void> {
  await visit(page, '/zaloguj');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Wyślij mi link' }).click();
  await page.getByRole('status').getByText(`Jeśli mamy konto na adres ${email}, link już idzie.`).waitFor();
}

/** Who this window is signed in as; null for nobody. */
async function signedInAs(page: Page): Promise<string | null> {
  const response = await page.request.post('/graphql', { data: { query: '{ me { displayName } }' } });
  const { data } = (await response.json()) as { data: { me: { displayName: string } | null } };
  return data.me?.displayName ?? null;
}

test('a volunteer without a password asks for a link, opens it from the letter and is in; opened again, it says so', async () => {
  const page = await windows.open();
  await askFor(page, volunteer.email);

  const phone = await windows.open({ width: 360, height: 740 });
  await followLetter(phone, volunteer.email, '/wejscie');
  expect(new URL(phone.url()).hash).toBe('');
  await phone.getByRole('heading', { name: 'Wejście bez hasła' }).waitFor();
  // opening alone, as a mail scanner does, uses nothing up
  expect(await signedInAs(phone)).toBeNull();
  const other = await windows.open();
  await followLetter(other, volunteer.email, '/wejscie');
  await phone.getByRole('button', { name: 'Wejdź' }).click();
  await phone.waitForURL('**/moje');
  expect(await signedInAs(phone)).toBe(volunteer.name);

  windows.expectTrouble(/link\/enter.*status of 400|status of 400.*link\/enter/);
  await other.getByRole('button', { name: 'Wejdź' }).click();
  await other.getByRole('heading', { name: 'Ten link nie działa' }).waitFor();
  expect(await other.evaluate(() => document.activeElement?.textContent)).toBe('Ten link nie działa');
  expect(await signedInAs(other)).toBeNull();
  await other.getByRole('link', { name: 'Poproś o nowy link' }).click();
  await other.waitForURL('**/zaloguj');
});

test('a used link is told of in the language of the letter’s line that was followed', async () => {
  const page = await windows.open();
  await askFor(page, auditor.email);
  const ukrainian = await windows.open();
  await followLetter(ukrainian, auditor.email, '/uk/wejscie');
  await ukrainian.getByRole('heading', { name: 'Вхід без пароля' }).waitFor();
  const english = await windows.open();
  await followLetter(english, auditor.email, '/en/wejscie');
  await english.getByRole('button', { name: 'Enter', exact: true }).click();
  await english.waitForURL('**/en/dziennik');

  windows.expectTrouble(/status of 400/);
  await ukrainian.getByRole('button', { name: 'Увійти' }).click();
  await ukrainian.getByRole('heading', { name: 'Це посилання не діє' }).waitFor();
  await ukrainian.getByRole('link', { name: 'Попросити нове посилання' }).click();
  await ukrainian.waitForURL('**/uk/zaloguj');
});

test('an organisation’s coordinator who is signed in as somebody else becomes themselves', async () => {
  const page = await windows.open({ as: analyst.email, apart: true });
  await askFor(page, organisation.email);
  await followLetter(page, organisation.email, '/wejscie');
  await page.getByRole('button', { name: 'Wejdź' }).click();
  await page.waitForURL('**/wolontariusze');
  expect(await signedInAs(page)).toBe(organisation.name);
});

test('asking keeps what was typed: a wrong address, a lost connection, and then it goes through', async () => {
  windows.expectTrouble(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  const page = await windows.open();
  await visit(page, '/zaloguj');
  const email = page.getByLabel('E-mail');
  const send = page.getByRole('button', { name: 'Wyślij mi link' });
  await send.click();
  await page.locator('.err', { hasText: 'Uzupełnij to pole.' }).waitFor();
  await email.fill('kinga bez adresu');
  await send.click();
  await page.locator('.err', { hasText: 'Sprawdź, czy nie brakuje znaku @.' }).waitFor();
  expect(await email.inputValue()).toBe('kinga bez adresu');

  await email.fill('nikt.taki@example.org');
  await page.context().setOffline(true);
  await send.click();
  await page.locator('[data-form-failure]').waitFor();
  expect(await email.inputValue()).toBe('nikt.taki@example.org');
  await page.context().setOffline(false);
  await send.click();
  await page.getByRole('status').getByText('Jeśli mamy konto na adres nikt.taki@example.org').waitFor();
  expect(await email.inputValue()).toBe('nikt.taki@example.org');
});

test('a page without a link in its address says how to get one', async () => {
  const page = await windows.open();
  await visit(page, '/wejscie');
  await page.getByRole('heading', { name: 'Ten link nie działa' }).waitFor();
  await page.getByRole('link', { name: 'Poproś o nowy link' }).waitFor();
});
