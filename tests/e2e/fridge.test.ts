import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dialogOf, foodOn, goneFrom, leave, openAroundTheClock, phoneAt, put, send, takes, toast } from '../support/fridge-page.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { focusName, markUnloaded, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;

// a server of its own: what is taken here is gone for others
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
  await openAroundTheClock(server.url);
});
afterEach(() => windows.close());
afterAll(() => server.stop());
const phone = () => phoneAt(windows);

test('on two phones: put in with two taps, taken with one, and back again', async () => {
  const [one, other] = [await phone(), await phone()];
  const stays = await markUnloaded(other);

  await put(one).tap();
  await dialogOf(one).getByLabel('Co zostawiasz?').fill('Bułki z makiem');
  await send(one).tap();

  await foodOn(one, 'Bułki z makiem').getByText('do').waitFor();
  await foodOn(other, 'Bułki z makiem').waitFor();
  await takes(other, 'Bułki z makiem').tap();
  await goneFrom(one, 'Bułki z makiem').waitFor();
  await toast(other).getByText('Wzięte: Bułki z makiem.').waitFor();

  await toast(other).getByRole('button', { name: 'Cofnij' }).tap();
  for (const page of [one, other]) await takes(page, 'Bułki z makiem').waitFor();
  await toast(other).waitFor({ state: 'detached' });
  expect(await stays()).toBe(true);
  expect(windows.takeTrouble()).toEqual([]);
});

test('a chip says what it is, how it is counted and how long it stays; a part is taken, and put back', async () => {
  const page = await phone();
  await put(page).tap();
  await dialogOf(page).getByRole('button', { name: 'Zupa domowa' }).tap();
  expect(await dialogOf(page).getByLabel('Zrobione w domu').isChecked()).toBe(true);
  await dialogOf(page).getByLabel('wczoraj').check();
  await dialogOf(page).getByRole('button', { name: 'Więcej' }).tap();
  await dialogOf(page).getByRole('button', { name: 'Więcej' }).tap();
  await send(page).tap();
  const soup = foodOn(page, 'Zupa domowa');
  await soup.getByText(/^3 słoiki, domowe z /).waitFor();

  await soup.getByRole('button', { name: 'Wzięta część: Zupa domowa' }).tap();
  await dialogOf(page).getByRole('button', { name: 'Mniej' }).tap();
  await dialogOf(page).getByRole('button', { name: 'Zapisz, ile zostało' }).tap();
  await soup.getByText(/^1 słoik, domowe z /).waitFor();
  await toast(page).getByRole('button', { name: 'Cofnij' }).tap();
  await soup.getByText(/^3 słoiki, domowe z /).waitFor();
});

test('the last of it is one’s only: whoever comes second is told, and sees what there is', async () => {
  const [one, other] = [await phone(), await phone()];
  await leave(one, 'Ostatnia drożdżówka');
  await foodOn(other, 'Ostatnia drożdżówka').waitFor();

  // both press at once; the other's tap is a moment longer on its way
  const isTaken = Promise.withResolvers<undefined>();
  await other.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('takeFood')) await isTaken.promise;
    await route.continue();
  });
  await takes(other, 'Ostatnia drożdżówka').tap();
  await takes(one, 'Ostatnia drożdżówka').tap();
  await toast(one).waitFor();
  isTaken.resolve(undefined);

  await other.getByText('Tego już nie ma: ktoś był szybszy.').waitFor();
  await goneFrom(other, 'Ostatnia drożdżówka').waitFor();
  expect(await toast(other).count()).toBe(0);
});

test('what may not be left is said before anybody tries, and again to whoever does', async () => {
  const page = await phone();
  await put(page).tap();
  const dialog = dialogOf(page);
  await dialog.getByText('Tego tu nie zostawiamy:').waitFor();
  expect(await dialog.locator('option[value=RAW_MEAT]').isDisabled()).toBe(true);

  await dialog.getByLabel('Co zostawiasz?').fill('Mięso mielone');
  await dialog.getByText('Surowego mięsa i ryb tu nie zostawiamy').waitFor();
  await send(page).tap();
  await dialog.locator('.err', { hasText: 'Tego nie wolno tu zostawić' }).waitFor();
  expect(await focusName(page)).toBe('what');
  expect(await dialog.getByLabel('Co zostawiasz?').inputValue()).toBe('Mięso mielone');

  // closed by mistake: what was typed is there again
  await page.keyboard.press('Escape');
  await put(page).tap();
  expect(await dialog.getByLabel('Co zostawiasz?').inputValue()).toBe('Mięso mielone');
  await dialog.getByLabel('Co zostawiasz?').fill('Pieczeń z indyka');
  await send(page).tap();
  await foodOn(page, 'Pieczeń z indyka').waitFor();
});

test('an answer that got lost loses nothing typed, and trying again leaves it once', async () => {
  const page = await phone();
  windows.expectTrouble(/ERR_FAILED/);
  let isLost = false;
  await page.route('**/graphql', async (route) => {
    if (isLost || !route.request().postData()?.includes('putFood')) return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
  await put(page).tap();
  await dialogOf(page).getByLabel('Co zostawiasz?').fill('Gruszki z działki');
  await send(page).tap();
  await dialogOf(page).getByText('Nie wiemy, czy zapis dotarł.').waitFor();
  expect(await dialogOf(page).getByLabel('Co zostawiasz?').inputValue()).toBe('Gruszki z działki');
  await dialogOf(page).getByRole('button', { name: 'Spróbuj ponownie' }).tap();
  await dialogOf(page).waitFor({ state: 'detached' });
  expect(await foodOn(page, 'Gruszki z działki').count()).toBe(1);
  expect(windows.takeTrouble()).toEqual([]);
});

test('a lost line is said, and what was missed comes with it back', async () => {
  const [page, other] = [await phone(), await phone()];
  windows.expectTrouble(/ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await page.getByText(/^Brak połączenia od .*\.$/).waitFor();
  await leave(other, 'Kompot ze śliwek');
  await page.context().setOffline(false);
  await foodOn(page, 'Kompot ze śliwek').waitFor();
});
