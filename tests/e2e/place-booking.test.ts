// functions given to a page run in the browser
/// <reference lib="dom" />
import { newId } from '@ww/shared/id';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { PHONE } from '../support/ask-page.ts';
import {
  answerRest,
  asStranger,
  bookByApi,
  bookingPath,
  freeSlot,
  freshEmail,
  letterCode,
  onwards,
  plate,
} from '../support/booking-page.ts';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { hydrated, visit, Windows } from '../support/windows.ts';

/** Approves at once: what is booked is held. */
const AT_ONCE = 'mal-pod-kasztanem';

let windows: Windows;
let url: string;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

/** Of the place's rooms. */
const SMALL = 1;
const sendButton = (page: Page) => page.locator('form button[type="submit"]');
const accept = (page: Page) => page.locator('[name="accepted"]').check();
/** The code that the page shows once. */
const codeShown = async (page: Page): Promise<string> => {
  const text = (await page.locator('.secret .num').innerText()).replaceAll(/\s/g, '');
  expect(text).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  return text;
};

test('the minute on a phone: from free hours to a booked room, in few taps and no account', async () => {
  const page = await windows.open(PHONE);
  await page.addInitScript(() => {
    Object.assign(window, { taps: 0 });
    addEventListener('pointerdown', () => ((window as unknown as { taps: number }).taps += 1), true);
  });
  // far ahead, where no other test books
  const { day } = await freeSlot(url, AT_ONCE, { minutes: 120, ahead: 20 });
  await visit(page, `/przestrzenie/${AT_ONCE}?tydzien=${day}`);
  const email = freshEmail('minuta');
  const began = performance.now();
  const type = async (name: string, text: string) => {
    await page.locator(`[name="${name}"]`).tap();
    await page.keyboard.type(text);
  };
  await page.locator(`section[aria-labelledby="d-${day}"] .free`).first().tap();
  await page.getByRole('heading', { name: 'Która sala i kiedy?' }).waitFor();
  expect(await page.locator('[name="startsAt"]:checked').count()).toBe(1);
  await sendButton(page).tap();
  await plate(page, 'purpose', 'MOVEMENT').tap();
  await type('people', '9');
  await sendButton(page).tap();
  await plate(page, 'who', 'RESIDENT').tap();
  await type('name', 'Zofia Czapla');
  await sendButton(page).tap();
  await type('email', email);
  await sendButton(page).tap();
  await page.locator('[name="letterCode"]').waitFor();
  expect(await page.locator('[name="letterCode"]').getAttribute('autocomplete')).toBe('one-time-code');
  await type('letterCode', await letterCode(url, email));
  await sendButton(page).tap();
  await page.getByText('Przeczytaj regulamin').waitFor();
  await page.locator('[name="accepted"]').tap();
  await sendButton(page).tap();
  await page.getByRole('heading', { name: 'Sala jest Twoja' }).waitFor();
  const seconds = (performance.now() - began) / 1000;
  const taps = await page.evaluate(() => (window as unknown as { taps: number }).taps);
  console.info(`the minute on a phone: ${String(taps)} taps, ${seconds.toFixed(1)} s of the machine`);
  expect(taps).toBeLessThanOrEqual(14);
  expect(seconds).toBeLessThan(60);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

  const code = await codeShown(page);
  expect(page.url()).not.toContain(code);
  await page.getByRole('link', { name: 'Zobacz rezerwację' }).tap();
  await page.locator('.say b', { hasText: 'Sala jest Twoja.' }).waitFor();
  expect(page.url()).not.toContain(code);
  expect(await page.locator('.own dl').innerText()).toContain(`9 osób`);
  await page.reload();
  await page.locator('.say b', { hasText: 'Sala jest Twoja.' }).waitFor();
  await page.getByRole('button', { name: 'Odwołaj rezerwację' }).tap();
  await page.getByRole('button', { name: 'Tak, odwołaj' }).tap();
  await page.locator('.say b', { hasText: 'Rezerwacja odwołana.' }).waitFor();
});

test('a lost race: the later one is told kindly, never by whom, and takes another time with one tap', async () => {
  const slot = await freeSlot(url, AT_ONCE, { minutes: 120 });
  const pages = [await windows.open(PHONE), await windows.open(PHONE)];
  const [first, second] = pages as [Page, Page];
  for (const [at, page] of pages.entries()) {
    await visit(page, bookingPath(slot));
    await onwards(page, 1);
    await answerRest(page, url, { email: freshEmail(`wyscig-${String(at)}`), name: at === 0 ? 'Bożena Pustułka' : 'Adam Wróbel' });
    await accept(page);
  }
  await sendButton(first).click();
  await first.getByRole('heading', { name: 'Sala jest Twoja' }).waitFor();
  await sendButton(second).click();
  const told = second.locator('[data-form-failure]');
  await told.getByText(/zajęt/).waitFor();
  expect(await second.locator('main').innerText()).not.toContain('Pustułka');
  const others = second.locator('.others button');
  expect(await others.count()).toBeGreaterThan(1);
  const other = await others.last().innerText();
  await others.last().click();
  await second.getByRole('heading', { name: 'Sala jest Twoja' }).waitFor();
  expect(other).toContain(slot.room.name);
});

test('free hours are live: what is booked elsewhere leaves the page', async () => {
  const page = await windows.open();
  const slot = await freeSlot(url, AT_ONCE, { minutes: 60, room: SMALL });
  await visit(page, `/przestrzenie/${AT_ONCE}?tydzien=${slot.day}`);
  await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
  const busy = page.locator(`section[aria-labelledby="d-${slot.day}"] .room`, { hasText: slot.room.name }).locator('rect.busy');
  const before = await busy.count();
  const { codes } = await bookByApi(url, freshEmail('zywo'), [slot]);
  await expect.poll(() => busy.count()).toBe(before + 1);
  await asStranger(url, 'mutation ($input: WithdrawOwnBookingInput!) { withdrawOwnBooking(input: $input) { cursor } }', {
    input: { key: newId(), code: codes[0] },
  });
  await expect.poll(() => busy.count()).toBe(before);
});

test('what was typed outlives a reload, and an answer that got lost is asked for again with the same key', async () => {
  const page = await windows.open(PHONE);
  const weeks: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      if (payload.includes('"placeWeekChanges"')) weeks.push(payload.toString());
    });
  });
  await visit(page, bookingPath(await freeSlot(url, AT_ONCE, { minutes: 60, room: SMALL })));
  await onwards(page, 1);
  await plate(page, 'purpose', 'GAMES').check();
  await page.locator('[name="people"]').fill('5');
  await onwards(page, 2);
  await plate(page, 'who', 'GROUP').check();
  await page.locator('[name="groupName"]').fill('Klub szachowy Rondo');
  await page.reload();
  await hydrated(page);
  await page.getByRole('heading', { name: 'Kto rezerwuje?' }).waitFor();
  expect(await page.locator('[name="groupName"]').inputValue()).toBe('Klub szachowy Rondo');
  await page.locator('[name="name"]').fill('Jan Grzywacz');
  await onwards(page, 3);
  const email = freshEmail('szachy');
  await page.locator('[name="email"]').fill(email);
  await onwards(page, 4);
  await page.locator('[name="letterCode"]').fill(await letterCode(url, email));
  await onwards(page, 5);
  await accept(page);

  windows.expectTrouble(/Failed to load resource/);
  const keys: string[] = [];
  const before = weeks.length;
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON() as { query: string; variables: { input: { key: string } } };
    if (!body.query.includes('requestBooking')) return route.continue();
    keys.push(body.variables.input.key);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await sendButton(page).click();
  await page.locator('[data-form-failure]', { hasText: 'Nie udało się połączyć' }).waitFor();
  // the page has heard by now that somebody holds the room then
  await expect.poll(() => weeks.length).toBeGreaterThan(before);
  await sendButton(page).click();
  await page.getByRole('heading', { name: 'Sala jest Twoja' }).waitFor();
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  await codeShown(page);
});

test('a wrong code from the letter is explained, a new one is sent, and nothing typed is lost', async () => {
  const page = await windows.open(PHONE);
  const email = freshEmail('pomylka');
  await visit(page, bookingPath(await freeSlot(url, AT_ONCE, { minutes: 30, room: SMALL })));
  await onwards(page, 1);
  await answerRest(page, url, { email, people: '3' });
  await page.goBack();
  const right = await page.locator('[name="letterCode"]').inputValue();
  await page.locator('[name="letterCode"]').fill(right === '000000' ? '000001' : '000000');
  await onwards(page, 5);
  await accept(page);
  await sendButton(page).click();
  await page.locator('.err', { hasText: 'Ten kod jest zły albo minęła jego godzina.' }).waitFor();
  await page.getByRole('button', { name: 'Wyślij nowy kod' }).click();
  await page.getByText('Działa tylko kod z najnowszego listu.').waitFor();
  await page.locator('[name="letterCode"]').fill(await letterCode(url, email, right));
  await onwards(page, 5);
  expect(await page.locator('[name="accepted"]').isChecked()).toBe(true);
  await sendButton(page).click();
  await page.getByRole('heading', { name: 'Sala jest Twoja' }).waitFor();
});

test('a coordinator books for the organisation without a code, and looks after it there', async () => {
  const page = await windows.open({ as: DEMO.organisation.email });
  await visit(page, bookingPath(await freeSlot(url, AT_ONCE, { minutes: 120 })));
  await onwards(page, 1);
  await plate(page, 'purpose', 'WORKSHOP').check();
  await page.locator('[name="people"]').fill('8');
  await onwards(page, 2);
  expect(await page.locator('[name="email"]').count()).toBe(0);
  await page.locator('[name="who"]').first().check();
  await onwards(page, 3);
  await accept(page);
  await sendButton(page).click();
  await page.getByRole('heading', { name: 'Sala jest Twoja' }).waitFor();
  await page.getByRole('link', { name: 'Zobacz rezerwację' }).click();
  const booking = page.locator('article', { hasText: 'Warsztaty, 8 osób' }).last();
  await booking.getByRole('button', { name: 'Odwołaj rezerwację' }).click();
  await page.getByRole('button', { name: 'Tak, odwołaj' }).click();
  await page.locator('.say b', { hasText: 'Rezerwacja odwołana.' }).last().waitFor();
});

test('whoever works at one place is led to its week', async () => {
  const page = await windows.open({ as: DEMO.place.email });
  await page.goto('/przestrzenie');
  expect(new URL(page.url()).pathname).toBe('/przestrzenie/mal-wlochy/tydzien');
});
