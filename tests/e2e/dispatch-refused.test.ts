import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff, type Staff } from '../support/demo-staff.ts';
import { demoVolunteer } from '../support/demo-volunteer.ts';
import { freeVolunteer } from '../support/free-volunteer.ts';
import { choose, openOffer, searchCard, send, startWaves } from '../support/offer-page.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let url: string;
let windows: Windows;
let staff: Staff;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
  staff = await demoStaff(url, DEMO.coordinator.email);
  // whatever the hour at which the tests run, somebody has time
  await freeVolunteer(url, staff, 'Bożena Lelek');
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

const coordinator = () => windows.open({ as: DEMO.coordinator.email });

test('what is wrong is told beside its field, and what was typed stays', async () => {
  const { number } = await staff.take();
  const page = await coordinator();
  const dialog = await openOffer(page, number);
  await dialog.getByLabel('Falami').check();
  await dialog.getByLabel('Osób w fali').fill('99');
  await dialog.getByLabel('Kolejna fala po (min)').fill('kwadrans');
  await dialog.locator('summary').click();
  const end = dialog.getByLabel('Do', { exact: true });
  await dialog.locator('[name="due.from"]').fill('12:00');
  await end.fill('11:00');
  await send(dialog);
  await dialog.getByText('Za dużo. Podaj najwyżej 10.').waitFor();
  await dialog.getByText('Koniec wypada przed początkiem. Zamień je miejscami.').waitFor();
  expect(await dialog.locator('.is-wrong').count()).toBe(3);
  expect(await dialog.getByLabel('Osób w fali').inputValue()).toBe('99');
  expect(await dialog.getByLabel('Kolejna fala po (min)').inputValue()).toBe('kwadrans');
  expect(await end.inputValue()).toBe('11:00');
  expect(await focusName(page)).toBe('size');
});

test('a request that somebody took meanwhile is not offered; the window says so and keeps what was chosen', async () => {
  const { name } = await demoVolunteer(url, 'Tola Gil');
  const row = await staff.take();
  const page = await windows.open({ as: DEMO.member.email });
  const dialog = await openOffer(page, row.number);
  await choose(dialog, name);
  await staff.give('claim', row);
  await send(dialog);
  await dialog.getByText('Ktoś już pyta o to zgłoszenie albo je przejął.').waitFor();
  expect(await dialog.getByRole('radio', { name: new RegExp(name) }).isChecked()).toBe(true);
});

test('an answer that time has overtaken is refused in words', async () => {
  const { number, id } = await staff.take();
  const page = await coordinator();
  await startWaves(page, number, 1);
  await page.getByRole('button', { name: /^Zapisz odpowiedź z telefonu/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Odpowiedź z telefonu/ });
  await dialog.getByRole('button', { name: 'Zapisz odpowiedź' }).click();
  await dialog.getByText('Wybierz jedną z możliwości.').first().waitFor();
  await dialog.getByRole('radio', { name: 'Zgoda' }).check();
  await staff.give('claim', { id });
  await dialog.getByRole('button', { name: 'Zapisz odpowiedź' }).click();
  await dialog.getByText('Ktoś inny zgodził się wcześniej.').waitFor();
  expect(await dialog.getByRole('radio', { name: 'Zgoda' }).isChecked()).toBe(true);
});

test('a rule of the house is shown with its source and let pass with a reason, which the journal keeps; the law is not', async () => {
  const busy = await demoVolunteer(url, 'Roman Zięba', { kinds: ['PET'] });
  const bare = await demoVolunteer(url, 'Wit Dzwoniec', { insuredUntil: null });
  const { number } = await staff.take();
  const page = await coordinator();
  const dialog = await openOffer(page, number);

  await choose(dialog, bare.name);
  const law = dialog.locator('.is-chosen');
  expect(await law.innerText()).toMatch(
    /Brak ubezpieczenia od wypadków[\s\S]*Art\. 46 ust\. 3 ustawy z 24\.04\.2003[\s\S]*nie można pominąć/,
  );
  await send(dialog);
  await dialog.locator('.err', { hasText: 'Tej osoby nie można teraz wybrać.' }).waitFor();

  await choose(dialog, busy.name);
  expect(await dialog.locator('.err').count()).toBe(0);
  expect(await dialog.locator('.is-chosen').innerText()).toMatch(/Nie podejmuje się takiej pomocy\.\s+Zasada Zespołów\./);
  await send(dialog);
  await dialog.locator('.is-chosen .err', { hasText: 'Uzupełnij to pole.' }).waitFor();
  expect(await focusName(page)).toBe('overrides.0.reason');
  await page.keyboard.type('Robi dziś zakupy dla sąsiada obok.');
  await page.keyboard.press('Enter');
  await searchCard(page).getByText('Mimo warunku: Nie podejmuje się takiej pomocy. Powód: Robi dziś zakupy dla sąsiada obok.').waitFor();

  const auditor = await windows.open({ as: DEMO.auditor.email });
  await visit(auditor, '/dziennik');
  await auditor.getByText(/dopuszczenie mimo warunku.*Nie podejmuje się takiej pomocy, mimo to, bo: Robi dziś zakupy/).waitFor();
});

test('a member of the Team learns that only the coordinator may let it pass', async () => {
  const { name } = await demoVolunteer(url, 'Aurelia Kos', { kinds: ['PET'] });
  const { number } = await staff.take();
  const page = await windows.open({ as: DEMO.member.email });
  const dialog = await openOffer(page, number);
  await choose(dialog, name);
  await dialog.locator('.is-chosen').getByText('Pominąć go może tylko koordynacja dzielnicy (DKW).').waitFor();
  expect(await dialog.locator('.is-chosen .input').count()).toBe(0);
  await send(dialog);
  await dialog.locator('.err', { hasText: 'Tej osoby nie można teraz wybrać.' }).waitFor();
});
