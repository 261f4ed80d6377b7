import { newId } from '@ww/shared/id';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { cutOff, sideways, violations } from '../support/axe.ts';
import { dataOf } from '../support/client.ts';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff, type Staff } from '../support/demo-staff.ts';
import { askWave, demoVolunteer, offerTo, soon } from '../support/demo-volunteer.ts';
import { logOf, STOP_DISPATCH } from '../support/dispatch.ts';
import { Windows } from '../support/windows.ts';

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

const offers = (page: Page) => page.locator('.offer');
const tasks = (page: Page) => page.locator('.task');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const accept = (page: Page) => press(page, 'Przyjmij');

const TALL = 6000;

/** The page as it is now: axe in both themes, and the width of a small phone. */
async function looksRight(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 360, height: 740 };
  // all of the page at once: a bar that stays at an edge covers whatever happens to be under it, which scrolling mends
  await page.setViewportSize({ ...size, height: TALL });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, { colours: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: TALL });
  const wide = { sideways: await sideways(page), cutOff: await cutOff(page) };
  await page.setViewportSize(size);
  expect({ light, dark, ...wide }).toEqual({ light: [], dark: [], sideways: 0, cutOff: [] });
}

test('an offer comes to the open page; yes, on my way and done are one tap each, and the address lives as long as the task', async () => {
  const kinga = await demoVolunteer(url, 'Celina Czajka');
  const page = await kinga.open(windows);
  await page.getByRole('heading', { name: 'Teraz o nic nie pytamy' }).waitFor();
  await looksRight(page);

  const request = await staff.take({
    person: { name: 'Wanda Szpak', phone: '22 000 01 71' },
    address: { street: 'Cienista', house: '7', flat: '3' },
  });
  await offerTo(staff, request, kinga);
  await offers(page).waitFor();
  expect(await offers(page).innerText()).toMatch(/Zakupy spożywcze[\s\S]*Włochy[\s\S]*około 1 godz\.[\s\S]*pytamy tylko Ciebie/);
  expect(await page.content()).not.toMatch(/Szpak|Cienista|22 000 01 71/);
  await looksRight(page);

  await accept(page);
  await tasks(page).locator('.address', { hasText: 'ul. Cienista 7 m. 3' }).waitFor();
  expect(await tasks(page).innerText()).toMatch(/Wanda Szpak, 22 000 01 71/);
  expect(await page.getByRole('link', { name: 'Zadzwoń', exact: true }).getAttribute('href')).toBe('tel:+48220000171');
  expect(await offers(page).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Zakupy spożywcze');
  await looksRight(page);

  await press(page, 'Wychodzę, jestem w drodze');
  await page.locator('.river .is-now', { hasText: 'W drodze' }).waitFor();
  await looksRight(page);
  await press(page, 'Gotowe');
  await page.getByText('Adres i telefon już zniknęły.').waitFor();
  expect(await page.content()).not.toMatch(/Szpak|Cienista|220000171|22 000 01 71/);
  await looksRight(page);
  await page.reload();
  await tasks(page).locator('.age.done').waitFor();
  expect(await page.content()).not.toMatch(/Szpak|Cienista/);

  await page.getByRole('link', { name: 'Godziny', exact: true }).click();
  await page.getByRole('heading', { name: 'Moje godziny' }).waitFor();
  await page.locator('li', { hasText: 'Zakupy spożywcze' }).waitFor();
  await looksRight(page);
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
  await looksRight(page);
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
  await looksRight(page);
  await press(page, 'Nikt nie otwiera');
  await page.getByText('Oddane. Zespół szuka kogoś innego').waitFor();
  expect(await page.content()).not.toContain('Krakowiaków');
});

test('two accept one offer from two phones: one has the task, the other is told and need do nothing', async () => {
  const over = { languages: ['PL', 'PJM'], kinds: ['OTHER'] };
  const people = [await demoVolunteer(url, 'Iga Mazurek', over), await demoVolunteer(url, 'Olaf Krogulec', over)];
  const pages = await Promise.all(people.map((person) => person.open(windows)));
  // only who is free is asked in waves
  for (const page of pages) {
    await page.getByRole('switch').click();
    await page.getByText('Kończy się samo').waitFor();
  }
  const request = await staff.take({ kind: 'OTHER', errand: 'POST', language: 'PJM' });
  const { offers: asked } = await askWave(staff, request, { size: 10 });
  expect(people.every(({ id }) => asked.some(({ volunteerId }) => volunteerId === id))).toBe(true);
  await Promise.all(pages.map((page) => offers(page).waitFor()));
  expect(await offers(pages[0] as Page).innerText()).toMatch(/Kto pierwszy powie „tak”, ten idzie/);

  // both have tapped before either is answered
  const { promise: bothTapped, resolve } = Promise.withResolvers<undefined>();
  let tapped = 0;
  for (const page of pages) {
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('acceptOffer')) return route.continue();
      if (++tapped === pages.length) resolve(undefined);
      await bothTapped;
      return route.continue();
    });
  }
  await Promise.all(pages.map(accept));
  await Promise.all(pages.map((page) => page.locator('.address, .notice.won').first().waitFor()));
  const wins = await Promise.all(pages.map((page) => tasks(page).count()));
  expect(wins.toSorted()).toEqual([0, 1]);

  const loser = pages[wins.indexOf(0)] as Page;
  expect(await loser.locator('.notice').innerText()).toMatch(/Ktoś był szybszy\. .*nie musisz nic robić/s);
  expect(await loser.evaluate(() => document.activeElement?.matches('[data-trouble]'))).toBe(true);
  await loser.locator('.ended li', { hasText: 'Poczta' }).waitFor();
  expect(await offers(loser).count()).toBe(0);
  await looksRight(loser);
});

test('no is one tap, its reason one more; the coordinator reads it', async () => {
  const lena = await demoVolunteer(url, 'Lena Gawron');
  const request = await staff.take();
  await offerTo(staff, request, lena);
  const page = await lena.open(windows);
  await press(page, 'Nie tym razem');
  await looksRight(page);
  await press(page, 'Wstecz');
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Nie tym razem');
  await press(page, 'Nie tym razem');
  await press(page, 'Za daleko');
  await page.locator('.toast', { hasText: 'Dziękujemy za odpowiedź' }).waitFor();
  expect(await offers(page).count()).toBe(0);
  const { dispatches } = await logOf(staff as never, request.id);
  expect(dispatches[0]?.offers.map(({ state, declineReason }) => [state, declineReason])).toEqual([['DECLINED', 'TOO_FAR']]);
});

test('an offer beside another task of the same hour says when that is; one that was stopped says that nothing need be done', async () => {
  const jan = await demoVolunteer(url, 'Jan Kobuz');
  const [first, second] = [await staff.take(), await staff.take()];
  const window = soon(Date.now() + 30 * 60_000, 1);
  await offerTo(staff, first, jan, window);
  const { id: search } = await offerTo(staff, second, jan, { ...window, minutes: 40 });
  const page = await jan.open(windows);
  expect(await offers(page).count()).toBe(2);
  await page.getByRole('button', { name: 'Przyjmij' }).first().click();
  await tasks(page).locator('.address').waitFor();
  await accept(page);
  await page.locator('.notice', { hasText: /O \d?\d:\d\d masz już inne zadanie\. Nie zdążysz na oba/ }).waitFor();
  expect(await offers(page).count()).toBe(1);
  await looksRight(page);

  // stopped while the yes was on its way
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('acceptOffer'))
      dataOf(await staff.send(STOP_DISPATCH, { input: { key: newId(), id: search } }));
    return route.continue();
  });
  await accept(page);
  await page.locator('.notice', { hasText: 'Ta pomoc nie jest już potrzebna.' }).waitFor();
});

test('an offer that comes while tasks are on the screen moves nothing until it is asked for', async () => {
  const ewa = await demoVolunteer(url, 'Ewa Pustułka');
  await offerTo(staff, await staff.take(), ewa);
  const page = await ewa.open(windows);
  await accept(page);
  await tasks(page).locator('.address').waitFor();
  const place = () =>
    page.getByRole('button', { name: 'Wychodzę, jestem w drodze' }).evaluate((button) => button.getBoundingClientRect().top);
  await page.evaluate(() => scrollTo(0, 0));
  const before = await place();
  await offerTo(staff, await staff.take(), ewa);
  await page.locator('.held', { hasText: 'Masz 1 nową propozycję' }).waitFor();
  expect(await offers(page).count()).toBe(0);
  expect(await place()).toBe(before);
  await looksRight(page);
  await page.locator('.held').click();
  await offers(page).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^propozycja-/);
});

test('a step that did not get through is told, and sent again with one tap; what came meanwhile is caught up with', async () => {
  const adam = await demoVolunteer(url, 'Adam Dudek');
  await offerTo(staff, await staff.take(), adam);
  const page = await adam.open(windows);
  await accept(page);
  await tasks(page).locator('.address').waitFor();
  windows.expectTrouble(/Failed to load resource|WebSocket connection/);
  await page.context().setOffline(true);
  await press(page, 'Wychodzę, jestem w drodze');
  await page.locator('[data-trouble] .notice.lost', { hasText: 'Nie udało się zapisać.' }).waitFor();
  await page.locator('.river .is-now', { hasText: 'Przyjęte' }).waitFor();
  await page.locator('.address', { hasText: 'Krakowiaków' }).waitFor();
  await looksRight(page);
  await offerTo(staff, await staff.take(), adam);
  await page.context().setOffline(false);
  await page.locator('.held').waitFor();
  await press(page, 'Spróbuj ponownie');
  await page.locator('.river .is-now', { hasText: 'W drodze' }).waitFor();
  await page.locator('.toast', { hasText: 'Jesteś w drodze' }).waitFor();
  expect(await page.locator('[data-trouble]').count()).toBe(0);
});

test('duty is switched on for four hours with one tap, moved with two, and switched off', async () => {
  const rafal = await demoVolunteer(url, 'Rafał Żołna');
  const page = await rafal.open(windows);
  const duty = page.getByRole('switch');
  await page.getByRole('heading', { name: 'Rafał, nie masz teraz dyżuru' }).waitFor();
  await duty.click();
  await page.getByRole('heading', { name: 'Rafał, jesteś na dyżurze' }).waitFor();
  await page.getByText(/Kończy się samo o \d?\d:\d\d, za 4 godz\./).waitFor();
  await press(page, 'Zmień godzinę');
  await looksRight(page);
  await page.getByRole('group', { name: 'Do kiedy trwa dyżur' }).getByRole('button').first().click();
  await page.getByText(/Kończy się samo o \d?\d:\d\d, za 1 godz\./).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Rafał, jesteś na dyżurze' }).waitFor();
  await duty.click();
  await page.getByRole('heading', { name: 'Rafał, nie masz teraz dyżuru' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Rafał, nie masz teraz dyżuru' }).waitFor();
  expect(await duty.getAttribute('aria-checked')).toBe('false');
});
