import type { Page } from 'playwright-core';
import { answerRest, bookByApi, bookingPath, freeSlot, freshEmail, onwards, plate } from './booking-page.ts';
import type { PageState } from './page-list.ts';
import { visit } from './windows.ts';

/** Approves at once, so that what is booked is there to be looked at. */
const AT_ONCE = 'mal-pod-kasztanem';

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Warsaw').add({ days }).toString();
async function origin(page: Page): Promise<string> {
  await visit(page, '/rezerwacja');
  return new URL(page.url()).origin;
}

/** The form with a free time chosen, on its second question. */
async function second(page: Page): Promise<string> {
  const url = await origin(page);
  await visit(page, bookingPath(await freeSlot(url, AT_ONCE, { minutes: 30, room: 1 })));
  await onwards(page, 1);
  return url;
}
async function last(page: Page): Promise<void> {
  await answerRest(page, await second(page), { email: freshEmail('obraz'), people: '4' });
}
const sendButton = (page: Page) => page.locator('form button[type="submit"]');

/** Booking a room without an account, and looking after it. */
export const BOOKING_PAGES: PageState[] = [
  { name: 'przestrzenie', open: (page) => visit(page, '/przestrzenie') },
  {
    name: 'przestrzenie-znalezione',
    async open(page) {
      await visit(page, `/przestrzenie?dzien=${inDays(9)}&ile=60&osob=4&bez-stopni=1`);
      await page.locator('.said').waitFor();
    },
  },
  {
    name: 'przestrzenie-nic',
    async open(page) {
      await visit(page, `/przestrzenie?dzien=${inDays(9)}&ile=60&osob=400`);
      await page.locator('.empty-state').waitFor();
    },
  },
  {
    name: 'przestrzenie-miejsce',
    async open(page) {
      await visit(page, '/przestrzenie/mal-wlochy');
      await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
    },
  },
  {
    name: 'rezerwuj-zamkniete',
    async open(page) {
      const slot = await freeSlot(await origin(page), AT_ONCE, { minutes: 30, room: 1 });
      await visit(page, bookingPath(slot, 'pl', ['06:00', '07:00']));
      await page.locator('.others button').first().waitFor();
    },
  },
  {
    name: 'rezerwuj-kto',
    async open(page) {
      await second(page);
      await plate(page, 'purpose', 'GAMES').check();
      await page.locator('[name="people"]').fill('4');
      await onwards(page, 2);
      await plate(page, 'who', 'GROUP').check();
      await sendButton(page).click();
      await page.locator('.err').first().waitFor();
    },
  },
  {
    name: 'rezerwuj-regulamin',
    async open(page) {
      await last(page);
      await page.locator('summary').click();
      await page.locator('details .words').waitFor();
      await sendButton(page).click();
      await page.locator('.err').waitFor();
    },
  },
  {
    name: 'rezerwuj-gotowe',
    async open(page) {
      await last(page);
      await page.locator('[name="accepted"]').check();
      await sendButton(page).click();
      await page.locator('.secret').waitFor();
    },
  },
  {
    name: 'rezerwacja-zly-kod',
    async open(page) {
      await visit(page, '/rezerwacja#kod=K7QP-4M2X-9RTB');
      await page.locator('.err').waitFor();
    },
  },
  {
    name: 'rezerwacja-przeniesienie',
    async open(page) {
      const url = await origin(page);
      const { codes } = await bookByApi(url, freshEmail('obraz'), [await freeSlot(url, AT_ONCE, { minutes: 30, room: 1 })]);
      await page.goto('about:blank');
      await visit(page, `/rezerwacja#kod=${codes[0] ?? ''}`);
      await page.getByRole('button', { name: 'Przenieś lub skróć' }).click();
      await page.locator('[name="startsAt"]:checked').waitFor({ state: 'attached' });
    },
  },
];
