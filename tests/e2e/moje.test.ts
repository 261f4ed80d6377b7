import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff, type Staff } from '../support/demo-staff.ts';
import { demoVolunteer, offerTo } from '../support/demo-volunteer.ts';
import { logOf } from '../support/dispatch.ts';
import { accept, expectSound, offers, press, tasks } from '../support/my-page.ts';
import { focusName, Windows } from '../support/windows.ts';

let url: string;
let windows: Windows;
let staff: Staff;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
  staff = await demoStaff(url, DEMO.coordinator.email);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

test('an offer comes to the open page; yes, on my way and done are one tap each, and the address lives as long as the task', async () => {
  const kinga = await demoVolunteer(url, 'Celina Czajka');
  const page = await kinga.open(windows);
  await page.getByRole('heading', { name: 'Teraz o nic nie pytamy' }).waitFor();
  await expectSound(page);

  const request = await staff.take({
    person: { name: 'Wanda Szpak', phone: '22 000 01 71' },
    address: { street: 'Cienista', house: '7', flat: '3' },
  });
  await offerTo(staff, request, kinga);
  await offers(page).waitFor();
  expect(await offers(page).innerText()).toMatch(/Zakupy spożywcze[\s\S]*Włochy[\s\S]*około 1 godz\.[\s\S]*pytamy tylko Ciebie/);
  expect(await page.content()).not.toMatch(/Szpak|Cienista|22 000 01 71/);
  await expectSound(page);

  await accept(page);
  await tasks(page).locator('.address', { hasText: 'ul. Cienista 7 m. 3' }).waitFor();
  expect(await tasks(page).innerText()).toMatch(/Wanda Szpak, 22 000 01 71/);
  expect(await page.getByRole('link', { name: 'Zadzwoń', exact: true }).getAttribute('href')).toBe('tel:+48220000171');
  expect(await offers(page).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Zakupy spożywcze');
  await expectSound(page);

  await press(page, 'Wychodzę, jestem w drodze');
  await page.locator('.river .is-now', { hasText: 'W drodze' }).waitFor();
  await expectSound(page);
  await press(page, 'Gotowe');
  await page.getByText('Adres i telefon już zniknęły.').waitFor();
  expect(await page.content()).not.toMatch(/Szpak|Cienista|220000171|22 000 01 71/);
  await expectSound(page);
  await page.reload();
  await tasks(page).locator('.age.done').waitFor();
  expect(await page.content()).not.toMatch(/Szpak|Cienista/);

  await page.getByRole('link', { name: 'Godziny', exact: true }).click();
  await page.getByRole('heading', { name: 'Moje godziny' }).waitFor();
  await page.locator('li', { hasText: 'Zakupy spożywcze' }).waitFor();
  await expectSound(page);
});

test('after a reload the address waits behind one tap; a step is taken back, and a yes as well', async () => {
  const celina = await demoVolunteer(url, 'Helena Raniuszek');
  await offerTo(staff, await staff.take(), celina);
  const page = await celina.open(windows);
  await accept(page);
  await tasks(page).locator('.address').waitFor();
  await press(page, 'Cofnij');
  await offers(page).waitFor();
  expect(await tasks(page).count()).toBe(0);
  expect(await page.content()).not.toContain('Krakowiaków');
  await accept(page);
  await tasks(page).locator('.address').waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'Pokaż adres i telefon' }).waitFor();
  expect(await page.content()).not.toContain('Krakowiaków');
  await expectSound(page);
  await press(page, 'Pokaż adres i telefon');
  await tasks(page).locator('.address', { hasText: 'Krakowiaków' }).waitFor();

  await press(page, 'Wychodzę, jestem w drodze');
  await page.locator('.river .is-now', { hasText: 'W drodze' }).waitFor();
  await page.locator('.toast', { hasText: 'Jesteś w drodze' }).waitFor();
  await press(page, 'Cofnij');
  await page.locator('.river .is-now', { hasText: 'Przyjęte' }).waitFor();
  await press(page, 'Wychodzę, jestem w drodze');
  await page.locator('.toast', { hasText: 'Jesteś w drodze' }).waitFor();

  await press(page, 'Nie udało się');
  await expectSound(page);
  await press(page, 'Nikt nie otwiera');
  await page.getByText('Oddane. Zespół szuka kogoś innego').waitFor();
  expect(await page.content()).not.toContain('Krakowiaków');
});

test('no is one tap, its reason one more; the coordinator reads it', async () => {
  const lena = await demoVolunteer(url, 'Lena Gawron');
  const request = await staff.take();
  await offerTo(staff, request, lena);
  const page = await lena.open(windows);
  await press(page, 'Nie tym razem');
  await expectSound(page);
  await press(page, 'Wstecz');
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Nie tym razem');
  await press(page, 'Nie tym razem');
  await press(page, 'Za daleko');
  await page.locator('.toast', { hasText: 'Dziękujemy za odpowiedź' }).waitFor();
  expect(await offers(page).count()).toBe(0);
  const { dispatches } = await logOf(staff as never, request.id);
  expect(dispatches[0]?.offers.map(({ state, declineReason }) => [state, declineReason])).toEqual([['DECLINED', 'TOO_FAR']]);
});

test('duty is switched on for four hours with one tap, moved with two, and switched off', async () => {
  const rafal = await demoVolunteer(url, 'Rafał Żołna');
  const page = await rafal.open(windows);
  const duty = page.getByRole('switch');
  await page.getByRole('heading', { name: 'Rafał, nie masz teraz dyżuru' }).waitFor();
  await duty.click();
  await page.getByRole('heading', { name: 'Rafał, jesteś na dyżurze' }).waitFor();
  await page.getByText(/Kończy się samo o \d?\d:\d\d, za 4 godz\.( \d+ min)?/).waitFor();
  await press(page, 'Zmień godzinę');
  await expectSound(page);
  await page.getByRole('group', { name: 'Do kiedy trwa dyżur' }).getByRole('button').first().click();
  await page.getByText(/Kończy się samo o \d?\d:\d\d, za 1 godz\.( \d+ min)?/).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Rafał, jesteś na dyżurze' }).waitFor();
  await duty.click();
  await page.getByRole('heading', { name: 'Rafał, nie masz teraz dyżuru' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Rafał, nie masz teraz dyżuru' }).waitFor();
  expect(await duty.getAttribute('aria-checked')).toBe('false');
});

test('the usual hours are said on the phone and kept', async () => {
  const zofia = await demoVolunteer(url, 'Zofia Czyżyk');
  const page = await zofia.open(windows);
  await page.getByRole('link', { name: 'Dostępność', exact: true }).click();
  await page.getByRole('heading', { name: 'Kiedy mogę pomagać' }).waitFor();
  await page
    .getByRole('button', { name: /^Dodaj/ })
    .first()
    .click();
  await page.locator('[name="weekly.0.from"]').fill('16:00');
  await page.locator('[name="weekly.0.to"]').fill('15:00');
  await press(page, 'Zapisz godziny');
  await page.locator('.err').first().waitFor();
  expect(await focusName(page)).toBe('weekly.0.to');
  // whoever taps another tab is asked first
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.getByRole('link', { name: 'Dziś', exact: true }).click();
  expect(new URL(page.url()).pathname).toBe('/moje/dostepnosc');
  expect(await page.locator('[name="weekly.0.from"]').inputValue()).toBe('16:00');
  await page.locator('[name="weekly.0.to"]').fill('19:30');
  await press(page, 'Zapisz godziny');
  await page.locator('.toast', { hasText: 'Zapisano dostępność.' }).waitFor();
  await expectSound(page);
  await page.reload();
  await page.locator('[name="weekly.0.from"]').waitFor();
  const times = [page.locator('[name="weekly.0.from"]'), page.locator('[name="weekly.0.to"]')];
  expect(await Promise.all(times.map((input) => input.inputValue()))).toEqual(['16:00', '19:30']);

  await press(page, 'Dodaj nieobecność');
  await page.locator('.absences .err').first().waitFor();
  expect(await page.locator('.absences .err').count()).toBe(1);
  await page.locator('.absences [name="from"]').fill('2099-01-05');
  await page.locator('.absences [name="to"]').fill('2099-01-03');
  await press(page, 'Dodaj nieobecność');
  await page.getByText('Nieobecność kończy się, zanim się zacznie. Zamień daty miejscami.').waitFor();
  expect(await page.locator('.absences [name="to"]').inputValue()).toBe('2099-01-03');
});
