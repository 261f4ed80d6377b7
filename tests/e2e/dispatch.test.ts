import { afterEach, beforeAll, expect, test } from 'vitest';
import { gql, dataOf } from '../support/client.ts';
import { DEMO, demoServer, freshAddress } from '../support/demo-server.ts';
import { call, demoStaff, type Staff } from '../support/demo-staff.ts';
import { demoVolunteer } from '../support/demo-volunteer.ts';
import { choose, offerDialog, openOffer, recordAnswer, searchCard, send, startWaves } from '../support/offer-page.ts';
import { openRow, rowOf } from '../support/queue-page.ts';
import { SUBMIT } from '../support/requests.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

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

const coordinator = () => windows.open({ as: DEMO.coordinator.email });

test('a request is offered to one person: the pane, another window and the resident see it, and it is taken back', async () => {
  const { name } = await demoVolunteer(url, 'Liliana Trznadel');
  const sent = await gql<{ submitRequest: { number: number; code: string } }>(
    url,
    SUBMIT,
    { input: call() },
    { 'x-forwarded-for': freshAddress() },
  );
  const { number, code } = dataOf(sent).submitRequest;
  const other = await windows.open({ as: DEMO.member.email });
  await visit(other, '/zgloszenia');
  await other.locator('.conn', { hasText: 'Na żywo' }).waitFor();

  const page = await coordinator();
  const dialog = await openOffer(page, number);
  await choose(dialog, name);
  await send(dialog);
  await page.locator('.toast', { hasText: `Zapytano o nr ${number}: ${name}.` }).waitFor();
  expect(await searchCard(page).innerText()).toMatch(
    new RegExp(`15[\\s\\S]*Czekamy na odpowiedź[\\s\\S]*za 15 min[\\s\\S]*${name}[\\s\\S]*czeka na odpowiedź`),
  );
  await page.locator('.pane .river [aria-current="step"]', { hasText: 'Pytamy' }).waitFor();
  await rowOf(other, number)
    .locator('.c-who', { hasText: /^zapytano 1, do \d?\d:\d\d$/ })
    .waitFor();
  await other.getByRole('link', { name: /^Pytamy/ }).click();
  await rowOf(other, number).waitFor();

  const resident = await windows.open();
  await visit(resident, `/prosba/${code}`);
  await resident.getByText('Szukamy osoby, która pomoże.').waitFor();
  expect(await resident.content()).not.toContain(name);

  await page.locator('.toast').getByRole('button', { name: 'Cofnij' }).click();
  await rowOf(page, number).locator('.c-who', { hasText: 'nikt' }).waitFor();
  await searchCard(page).waitFor({ state: 'detached' });
  await page.getByText('Wcześniejsze pytania').click();
  await page.locator('.pane details', { hasText: 'Przestano pytać' }).getByText('pytanie odwołane').waitFor();
  await resident.getByText('Zespół zna sprawę i szuka osoby.').waitFor();
  expect(await focusName(page)).not.toBe('(nothing)');
});

test('waves are started, a no and a yes are written down from the phone, and the yes is taken back', async () => {
  const { number } = await staff.take();
  const page = await coordinator();
  await startWaves(page, number, 2);
  await searchCard(page)
    .getByText(/Kolejna fala o \d?\d:\d\d, za 15 min\./)
    .waitFor();
  expect(await searchCard(page).getByText('czeka na odpowiedź').count()).toBe(2);

  const no = await recordAnswer(page, 'Odmowa', 'za daleko');
  await searchCard(page)
    .locator('li', { hasText: no })
    .getByText(/odmowa, \d?\d:\d\d: za daleko/)
    .waitFor();
  await page.locator('.toast', { hasText: `Zapisano odmowę: ${no}.` }).waitFor();
  await rowOf(page, number).locator('.c-who', { hasText: 'zapytano 1, do' }).waitFor();

  const yes = await recordAnswer(page, 'Zgoda');
  expect(yes).not.toBe(no);
  const toast = page.locator('.toast', { hasText: `Nr ${number} ma teraz ${yes}.` });
  await toast.waitFor();
  await rowOf(page, number).locator('.c-who', { hasText: yes }).waitFor();
  await page
    .locator('.pane .tasks', { hasText: yes })
    .getByText(/zadanie przyjęte/)
    .waitFor();
  await page
    .locator('.pane .tasks')
    .getByText(/Plan: (dziś|jutro)/)
    .waitFor();
  await toast.getByRole('button', { name: 'Cofnij' }).click();
  await toast.waitFor({ state: 'detached' });
  await rowOf(page, number).locator('.c-who', { hasText: yes }).waitFor({ state: 'detached' });
});

test('asking in waves is stopped, and offered again from where it was', async () => {
  const { number } = await staff.take();
  const page = await coordinator();
  await startWaves(page, number, 1);
  await searchCard(page).getByRole('button', { name: 'Przestań pytać' }).click();
  await page.locator('.toast', { hasText: `Nr ${number}: już nikogo nie pytamy.` }).waitFor();
  await searchCard(page).waitFor({ state: 'detached' });
  expect(await focusName(page)).not.toBe('(nothing)');
  await page.getByRole('button', { name: 'Zaproponuj ponownie…' }).click();
  await offerDialog(page).getByText('ostatnio: odwołaliśmy pytanie').first().waitFor();
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

test('by keyboard alone: P offers, J and K move, Enter asks', async () => {
  const { number } = await staff.take();
  const page = await coordinator();
  await visit(page, '/zgloszenia');
  await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
  await rowOf(page, number).getByRole('link').focus();
  await page.keyboard.press('p');
  const dialog = offerDialog(page);
  await dialog.locator('[name="volunteerId"]').first().waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'volunteerId');
  const nameAt = async () => (await dialog.locator('.is-chosen b').first().innerText()).trim();
  const first = await nameAt();
  await page.keyboard.press('j');
  const second = await nameAt();
  expect(second).not.toBe(first);
  await page.keyboard.press('k');
  expect(await nameAt()).toBe(first);
  await page.keyboard.press('ArrowDown');
  expect(await nameAt()).toBe(second);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.locator('.toast', { hasText: `Zapytano o nr ${number}: ${first}.` }).waitFor();
  await rowOf(page, number).locator('.c-who', { hasText: 'zapytano 1' }).waitFor();
});

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

test('whoever comes for a volunteer finds them chosen in the request they pick', async () => {
  const { id, name } = await demoVolunteer(url, 'Jagna Perliczka');
  const { number } = await staff.take();
  const page = await coordinator();
  await visit(page, `/zgloszenia?wolontariusz=${id}`);
  await page.getByText(`Wybierz zgłoszenie dla: ${name}`).waitFor();
  await openRow(page, number);
  await page.locator('.pane-actions').getByRole('button', { name: 'Zaproponuj' }).click();
  const dialog = offerDialog(page);
  await dialog.locator('.is-chosen', { hasText: name }).waitFor();
  await send(dialog);
  await page.locator('.toast', { hasText: `Zapytano o nr ${number}: ${name}.` }).waitFor();
  await page.getByText('Wybierz zgłoszenie dla').waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('wolontariusz')).toBeNull();
});
