import { afterEach, beforeAll, expect, test } from 'vitest';
import { gql, dataOf } from '../support/client.ts';
import { DEMO, demoServer, freshAddress } from '../support/demo-server.ts';
import { call, demoStaff, type Staff } from '../support/demo-staff.ts';
import { demoVolunteer } from '../support/demo-volunteer.ts';
import { freeVolunteer } from '../support/free-volunteer.ts';
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
  // whatever the hour at which the tests run, somebody has time
  for (const name of ['Gniewko Mazurek', 'Blanka Szczygieł']) await freeVolunteer(url, staff, name);
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
    .locator('.c-who', { hasText: /^zapytano 1, do .*\d?\d:\d\d$/ })
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

test('somebody is found by name among many; Enter in the search chooses them and asks nobody yet', async () => {
  const { number } = await staff.take();
  const page = await coordinator();
  const dialog = await openOffer(page, number);
  const search = dialog.getByRole('searchbox');
  await search.fill('szczyg');
  await search.press('Enter');
  await dialog.locator('.is-chosen', { hasText: 'Blanka Szczygieł' }).waitFor();
  expect(await focusName(page)).toBe('volunteerId');
  expect(await search.inputValue()).toBe('');
  await search.fill('nikogo takiego');
  await dialog.getByText('Nie ma tu nikogo takiego.').waitFor();
  await search.press('Enter');
  // whoever is chosen stays in sight, and nothing was sent
  await dialog.locator('.is-chosen', { hasText: 'Blanka Szczygieł' }).waitFor();
  expect(await page.locator('.toast').count()).toBe(0);
});
