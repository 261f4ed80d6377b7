import { newId } from '@ww/shared/id';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cutOff, sideways, violations } from '../support/axe.ts';
import { DEMO } from '../support/demo-server.ts';
import { asStaff, dialogOf, foodOn, goneFrom, FRIDGE, leave, openAroundTheClock, phoneAt, takes, toast } from '../support/fridge-page.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
let placeId: string;
// a server of its own: what is closed here is closed for others
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
  placeId = await openAroundTheClock(server.url);
});
afterEach(() => windows.close());
afterAll(() => server.stop());
const phone = () => phoneAt(windows);

test('a sudden closing suspends it on every screen, reopening restores it', async () => {
  const page = await phone();
  await leave(page, 'Sok malinowy');
  const id = newId();
  const [from, to] = [new Date(), new Date(Date.now() + 60 * 60_000)].map((at) => at.toISOString());
  const input = { key: newId(), id, placeId, from, to, reason: 'FAILURE' };
  await asStaff(server.url, 'mutation ($input: ClosePlaceInput!) { closePlace(input: $input) { id } }', { input });

  await page.getByText('Jadłodzielnia jest teraz zamknięta.').waitFor();
  await page
    .getByText(/Otwieramy (dziś|jutro) o\s/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /^(Wzięte|Włóż)/ }).count()).toBe(0);
  await foodOn(page, 'Sok malinowy').waitFor();
  expect(await violations(page)).toEqual([]);

  await asStaff(server.url, 'mutation ($input: OnPlaceInput!) { reopenPlace(input: $input) { id } }', { input: { key: newId(), id } });
  await takes(page, 'Sok malinowy').tap();
  await goneFrom(page, 'Sok malinowy').waitFor();
});

test('staff measure by keyboard, take off what is not fit, and undo that', async () => {
  const resident = await phone();
  await leave(resident, 'Twaróg do zdjęcia');
  const irena = await windows.open({ as: DEMO.place.email });
  await visit(irena, FRIDGE);

  await irena.getByRole('button', { name: 'Zapisz temperaturę' }).press('Enter');
  await irena.keyboard.type('7,5');
  await dialogOf(irena).getByText('Za ciepło: najwyżej 5°C.', { exact: false }).waitFor();
  await irena.keyboard.press('Enter');
  await toast(irena).getByText('Temperatura zapisana.').waitFor();
  await resident.getByText('Za ciepło: powinno być najwyżej 5°C.').waitFor();
  await irena.getByText('Dziennik temperatur').click();
  const row = irena.getByRole('row', { name: /7,5.*za ciepło.*Irena Sowa/ });
  await row.waitFor();

  await foodOn(irena, 'Twaróg do zdjęcia')
    .getByRole('button', { name: /^Zdejmij/ })
    .press('Enter');
  await goneFrom(resident, 'Twaróg do zdjęcia').waitFor();
  await toast(irena).getByRole('button', { name: 'Cofnij' }).click();
  await takes(resident, 'Twaróg do zdjęcia').waitFor();
  // nobody else is offered what is the staff's
  expect(await resident.getByRole('button', { name: /^(Zdejmij|Zapisz temperaturę|Zasady|Półki)/ }).count()).toBe(0);
  expect(await violations(irena)).toEqual([]);
});

test('staff change the rules and the shelves, and everybody sees it at once', async () => {
  const resident = await phone();
  const irena = await windows.open({ as: DEMO.place.email });
  await visit(irena, FRIDGE);

  await irena.getByRole('button', { name: 'Zasady' }).click();
  await dialogOf(irena).getByLabel('Słodycze').check();
  expect(await violations(irena)).toEqual([]);
  await dialogOf(irena).getByRole('button', { name: 'Zapisz zasady' }).click();
  await resident.locator('.refused').getByText('Słodycze').waitFor();

  await irena.getByRole('button', { name: 'Półki' }).click();
  const added = dialogOf(irena).locator('form').last();
  await added.getByLabel('Nazwa').fill('Półka z książkami kucharskimi');
  await added.getByRole('button', { name: 'Dodaj półkę' }).click();
  await resident.getByRole('heading', { name: 'Półka z książkami kucharskimi' }).waitFor();
  expect(await violations(irena)).toEqual([]);
  await dialogOf(irena).getByRole('button', { name: 'Usuń półkę: Półka z książkami kucharskimi' }).click();
  await resident.getByRole('heading', { name: 'Półka z książkami kucharskimi' }).waitFor({ state: 'detached' });
  // what lies there keeps its shelf
  await dialogOf(irena).getByRole('button', { name: 'Usuń półkę: Lodówka, góra' }).click();
  await dialogOf(irena).getByText('Na tej półce leży jeszcze jedzenie').waitFor();
});

test.each([
  ['light', 320],
  ['dark', 1280],
] as const)('in %s at %i px nothing is in the way of whoever puts something in', async (scheme, width) => {
  const page = await windows.open({ scheme, width, height: 740 });
  await visit(page, FRIDGE);
  await page.locator('.put').click();
  await dialogOf(page).waitFor();
  expect(await violations(page)).toEqual([]);
  expect([await sideways(page), await cutOff(page)]).toEqual([0, []]);
  expect(windows.takeTrouble()).toEqual([]);
});
