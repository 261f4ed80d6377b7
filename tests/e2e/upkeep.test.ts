import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { warsawDay } from '@ww/shared/week';
import { DEMO } from '../support/demo-server.ts';
import { followLetter } from '../support/letter-page.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

const UPKEEP = '/przestrzenie/mal-wlochy/ustawienia';
let server: ServerProcess;
let windows: Windows;
// a server of its own: the hours of a place are everybody's
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterAll(async () => {
  await windows.close();
  await server.stop();
});

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const inDays = (days: number) => warsawDay(Date.now() + days * 86_400_000);

test('hours hold from the day that is chosen; a mistake is told beside it and what was typed stays', async () => {
  const irena = await windows.open({ as: DEMO.place.email });
  await visit(irena, UPKEEP);
  const hours = section(irena, 'Godziny otwarcia');
  await hours.getByText('Zmień godziny').click();
  await hours.locator('[name="from"]').fill(inDays(30));
  await hours.locator('[name="until"]').fill(inDays(20));
  const tuesday = hours.getByRole('group', { name: 'godziny: wtorek' });
  await tuesday.getByLabel('od', { exact: true }).fill('10:00');
  await tuesday.getByLabel('do', { exact: true }).fill('09:00');
  await hours.getByRole('button', { name: 'Zapisz godziny' }).click();
  await hours.locator('.err').first().waitFor();
  expect(await hours.locator('.err').count()).toBe(2);
  expect(await focusName(irena)).toBe('until');
  expect(await tuesday.getByLabel('od', { exact: true }).inputValue()).toBe('10:00');

  await hours.locator('[name="until"]').fill('');
  await tuesday.getByLabel('do', { exact: true }).fill('18:00');
  await hours.getByRole('button', { name: 'Zapisz godziny' }).click();
  await hours.getByText('wtorek 10:00–18:00').waitFor();
  await irena.reload();
  expect(await hours.getByText('wtorek 10:00–18:00').count()).toBe(1);
  expect(windows.takeTrouble()).toEqual([]);
});

test('a day that differs is set and made usual again, a closing is reopened', async () => {
  const irena = await windows.open({ as: DEMO.place.email });
  await visit(irena, UPKEEP);
  const days = section(irena, 'Dni inne niż zwykle');
  const before = await days.getByRole('listitem').count();
  await days.getByLabel('Dzień', { exact: true }).fill(inDays(45));
  await days.getByRole('button', { name: 'Zapisz dzień' }).click();
  await expect.poll(() => days.getByRole('listitem').count()).toBe(before + 1);
  await days
    .getByRole('button', { name: /^Jak zwykle/ })
    .last()
    .click();
  await expect.poll(() => days.getByRole('listitem').count()).toBe(before);

  const closings = section(irena, 'Nagłe zamknięcia');
  await closings.getByRole('button', { name: /^Otwórz ponownie/ }).click();
  await closings.getByText('Nic nie jest nagle zamknięte.').waitFor();
});

test('house rules are published as a new version, the earlier ones stay to be read', async () => {
  const irena = await windows.open({ as: DEMO.place.email });
  await visit(irena, UPKEEP);
  const rules = section(irena, 'Zasady domu');
  await rules.getByText('Obowiązuje wersja 2.').waitFor();
  const publish = rules.getByRole('button', { name: 'Opublikuj wersję 3' });
  expect(await publish.isDisabled()).toBe(true);
  await rules.getByLabel('Treść zasad').fill('Sprzątamy po sobie.\nGasimy światło.');
  await publish.click();
  await rules.getByText('Obowiązuje wersja 3.').waitFor();
  await rules.locator('summary').first().click();
  await rules.getByText('W kuchni gotuje najwyżej osiem osób.').waitFor();
});

test('what somebody else saved meanwhile is shown, and saved over only when asked again', async () => {
  const [first, second] = [await windows.open({ as: DEMO.place.email }), await windows.open({ as: DEMO.place.email })];
  for (const page of [first, second]) await visit(page, UPKEEP);
  const details = (page: Page) => section(page, 'Miejsce i limity rezerwacji');
  const save = (page: Page) => details(page).getByRole('button', { name: 'Zapisz' }).click();
  const perMonth = (page: Page) => details(page).locator('[name="perMonth"]');

  await perMonth(first).fill('3');
  await save(first);
  await first.getByText('Zapisano.').first().waitFor();
  await perMonth(second).fill('5');
  await save(second);
  await details(second).getByText('Ktoś zmienił to w międzyczasie.').waitFor();
  await details(second).getByText('Teraz zapisane: 3').waitFor();
  expect(await perMonth(second).inputValue()).toBe('5');
  await save(second);
  await second.getByText('Zapisano.').first().waitFor();
  await first.reload();
  expect(await perMonth(first).inputValue()).toBe('5');
});

test('a room is added and retired; one in which something is still to take place stays', async () => {
  const irena = await windows.open({ as: DEMO.place.email });
  await visit(irena, UPKEEP);
  const rooms = section(irena, 'Sale');
  await rooms.getByRole('button', { name: 'Dodaj salę' }).click();
  await rooms.locator('[name="name"]').fill('Strych');
  await rooms.getByRole('button', { name: 'Dodaj salę' }).click();
  await rooms.locator('.err').waitFor();
  expect(await focusName(irena)).toBe('capacity');
  await rooms.locator('[name="capacity"]').fill('9');
  await rooms.getByRole('button', { name: 'Dodaj salę' }).click();
  await rooms.getByText('9 osób').waitFor();
  expect(await focusName(irena)).toBe('Dodaj salę');

  const dialog = irena.locator('dialog[open]');
  await rooms.getByRole('button', { name: 'Wycofaj… Strych' }).click();
  await dialog.getByRole('button', { name: 'Wycofaj salę' }).click();
  await rooms.getByRole('button', { name: 'Zmień Strych' }).waitFor({ state: 'detached' });
  await rooms.getByRole('button', { name: 'Wycofaj… Duża' }).click();
  await dialog.getByRole('button', { name: 'Wycofaj salę' }).click();
  await dialog.getByText('W tej sali jest jeszcze').waitFor();
});

test('a colleague is invited by letter, sees the week, and is let out when removed', async () => {
  const email = 'iga.kowalik@example.org';
  const irena = await windows.open({ as: DEMO.place.email });
  await visit(irena, UPKEEP);
  const staff = section(irena, 'Obsługa');
  const invite = async (to: string) => {
    await staff.getByLabel('Imię i nazwisko').fill('Iga Kowalik');
    await staff.getByLabel('E-mail').fill(to);
    await staff.getByRole('button', { name: 'Wyślij zaproszenie' }).click();
  };
  await invite(DEMO.place.email);
  await staff.locator('.err', { hasText: 'Ta osoba już tu jest' }).waitFor();
  expect(await staff.getByLabel('Imię i nazwisko').inputValue()).toBe('Iga Kowalik');
  await invite(email);
  await irena.locator('.toast', { hasText: email }).waitFor();
  await staff
    .getByRole('listitem')
    .filter({ hasText: `${email}, ważne do` })
    .waitFor();

  const iga = await windows.open();
  await followLetter(iga, email, '/zaproszenie');
  await iga.getByText('Zakładasz konto: obsługa MAL, MAL we Włochach.').waitFor();
  await iga.getByLabel('Nowe hasło').fill('cztery zwykłe słowa razem');
  await iga.getByRole('button', { name: 'Załóż konto i zaloguj' }).click();
  await iga.waitForURL('**/przestrzenie/mal-wlochy/tydzien');
  await iga.locator('.conn', { hasText: 'Na żywo' }).waitFor();

  await irena.reload();
  await staff.getByRole('button', { name: 'Usuń z obsługi: Iga Kowalik' }).click();
  const dialog = irena.locator('dialog[open]');
  await dialog.getByText('Ta osoba od razu straci dostęp').waitFor();
  await dialog.getByRole('button', { name: 'Usuń' }).click();
  await staff.getByText(email).waitFor({ state: 'detached' });
  windows.expectTrouble(/404|WebSocket/);
  await iga.locator('.notice', { hasText: 'Sesja się skończyła.' }).waitFor();
  expect((await iga.goto('/przestrzenie/mal-wlochy/tydzien'))?.status()).toBe(404);
  expect(windows.takeTrouble()).toEqual([]);
});

test('who looks after another place, or none, is not let in; who runs the system adds a place', async () => {
  const marta = await windows.open({ as: DEMO.coordinator.email });
  windows.expectTrouble(/404/);
  expect((await marta.goto(UPKEEP))?.status()).toBe(404);

  const jan = await windows.open({ as: DEMO.admin.email });
  await visit(jan, '/ustawienia');
  const places = section(jan, 'Miejsca');
  await places.getByLabel('Nazwa').fill('MAL Za Łąką');
  expect(await places.locator('[name="slug"]').inputValue()).toBe('mal-za-laka');
  await places.locator('[name="district"]').selectOption('ursus');
  await places.locator('[name="address"]').fill('Łąkowa 5');
  await places.locator('[name="phone"]').fill('22 000 01 77');
  await places.getByRole('button', { name: 'Dodaj miejsce' }).click();
  await places.getByText('Dodano: MAL Za Łąką, Ursus.').waitFor();
  await places.getByRole('link', { name: 'Zaproś obsługę' }).click();
  await jan.getByRole('heading', { level: 1, name: 'Ustawienia: MAL Za Łąką' }).waitFor();
  expect(await jan.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Obsługa']);
  await section(jan, 'Obsługa').getByText('Żadne zaproszenie nie czeka na przyjęcie.').waitFor();
  windows.takeTrouble();
});
