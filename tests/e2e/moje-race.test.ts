import { newId } from '@ww/shared/id';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { dataOf } from '../support/client.ts';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff, type Staff } from '../support/demo-staff.ts';
import { askWave, demoVolunteer, offerTo, soon } from '../support/demo-volunteer.ts';
import { STOP_DISPATCH } from '../support/dispatch.ts';
import { accept, expectSound, offers, press, tasks } from '../support/my-page.ts';
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
  await expectSound(loser);
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
  await page.locator('.notice', { hasText: /Masz już wtedy inne zadanie: (jutro )?\d?\d:\d\d\. Nie zdążysz na oba/ }).waitFor();
  expect(await offers(page).count()).toBe(1);
  await expectSound(page);

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
  await expectSound(page);
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
  await expectSound(page);
  await offerTo(staff, await staff.take(), adam);
  await page.context().setOffline(false);
  await page.locator('.held').waitFor();
  await press(page, 'Spróbuj ponownie');
  await page.locator('.river .is-now', { hasText: 'W drodze' }).waitFor();
  await page.locator('.toast', { hasText: 'Jesteś w drodze' }).waitFor();
  expect(await page.locator('[data-trouble]').count()).toBe(0);
});
