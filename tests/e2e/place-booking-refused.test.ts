import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE } from '../support/ask-page.ts';
import {
  answerRest,
  bookByApi,
  bookingPath,
  onwards,
  plate,
  PREFIX,
  freeSlot,
  freshEmail,
  nextMonth,
  sentence,
  type Locale,
} from '../support/booking-page.ts';
import { demoServer, DEMO, freshAddress, sharedCookie } from '../support/demo-server.ts';
import { dataOf, gql } from '../support/client.ts';
import { newId } from '@ww/shared/id';
import { visit, Windows } from '../support/windows.ts';

/** At once, at most three hours, thirty days ahead; rooms for sixteen and for six. */
const AT_ONCE = 'mal-pod-kasztanem';
/** Three bookings a month, from an hour on. */
const THREE_A_MONTH = 'mal-nad-kanalem';

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
const [LARGE, SMALL] = [0, 1];
const others = (page: Page) => page.locator('.others button');
const send = (page: Page) => page.locator('form button[type="submit"]').click();
/** The rule in words, wherever the page says it. */
const says = (page: Page, text: string) => page.locator('form').getByText(text).first().waitFor();

describe.each(['pl', 'en', 'uk'] as const)('in %s', (locale: Locale) => {
  test('outside opening hours, too long, too far ahead: the rule, the nearest times, and one tap mends it', async () => {
    const page = await windows.open(PHONE);
    const slot = await freeSlot(url, AT_ONCE, { minutes: 60 });
    await visit(page, bookingPath(slot, locale, ['06:00', '08:00']));
    await says(page, sentence(locale, 'errors_rule_placeClosed'));
    await expect.poll(() => others(page).count()).toBeGreaterThan(0);

    await visit(page, bookingPath(slot, locale, ['10:00', '18:00']));
    await says(page, sentence(locale, 'errors_rule_bookingTooLong', { limit: 180 }));
    await expect.poll(() => others(page).count()).toBeGreaterThan(0);

    const far = { ...slot, day: Temporal.PlainDate.from(slot.day).add({ days: 70 }).toString() };
    await visit(page, bookingPath(far, locale));
    await says(page, sentence(locale, 'errors_rule_tooFarAhead', { limit: 30 }));
    await expect.poll(() => others(page).count()).toBeGreaterThan(0);
    await others(page).first().click();
    await page.locator('[name="startsAt"]:checked').waitFor({ state: 'attached' });
    await onwards(page, 1);
  });

  test('more people than the room holds: another room at the same time, the form kept', async () => {
    const page = await windows.open(PHONE);
    const slot = await freeSlot(url, AT_ONCE, { minutes: 60, room: SMALL, alongside: LARGE });
    await visit(page, bookingPath(slot, locale));
    await onwards(page, 1);
    await plate(page, 'purpose', 'CELEBRATION').check();
    await page.locator('[name="people"]').fill('12');
    await send(page);
    await page.locator('.err', { hasText: sentence(locale, 'errors_rule_tooManyPeople', { limit: slot.room.capacity }) }).waitFor();
    const other = others(page).filter({ hasNotText: slot.room.name }).first();
    await other.click();
    expect(await page.locator('[name="people"]').inputValue()).toBe('12');
    expect(await plate(page, 'purpose', 'CELEBRATION').isChecked()).toBe(true);
    await onwards(page, 2);
    expect(await page.locator('.summary').innerText()).not.toContain(slot.room.name);
  });

  test('past the limit of a month: the next month is proposed, the form kept', async () => {
    const page = await windows.open(PHONE);
    const email = freshEmail(`miesiac-${locale}`);
    const next = () => freeSlot(url, THREE_A_MONTH, { minutes: 60, ahead: nextMonth() });
    const { letter } = await bookByApi(url, email, [await next(), await next(), await next()]);
    const slot = await next();
    await visit(page, bookingPath(slot, locale));
    await onwards(page, 1);
    await answerRest(page, url, { email, people: '20', name: 'Wanda Kszyk', before: letter });
    await page.locator('[name="accepted"]').check();
    await send(page);
    await says(page, sentence(locale, 'errors_rule_monthLimit', { limit: 3 }));
    expect(await page.locator('.summary').innerText()).toContain(slot.room.name);
    expect(await page.locator('[name="accepted"]').isChecked()).toBe(true);
    await page.goBack();
    expect(await page.locator('[name="letterCode"]').inputValue()).toMatch(/^\d{6}$/);
    await page.goBack();
    expect(await page.locator('[name="email"]').inputValue()).toBe(email);
    await page.goBack();
    expect(await page.locator('[name="name"]').inputValue()).toBe('Wanda Kszyk');
  });

  test('a booking moved onto itself: told so, other times beside it', async () => {
    const page = await windows.open(PHONE);
    const slot = await freeSlot(url, AT_ONCE, { minutes: 60, room: SMALL });
    const { codes } = await bookByApi(url, freshEmail(`samo-${locale}`), [slot]);
    await visit(page, `${PREFIX[locale]}/rezerwacja#kod=${codes[0] ?? ''}`);
    await page.locator('article .actions .btn').first().click();
    await page.locator('[name="startsAt"]:checked').waitFor({ state: 'attached' });
    await page.locator('article form button[type="submit"]').click();
    await page.locator('article .err', { hasText: sentence(locale, 'errors_rule_sameTime') }).waitFor();
    expect(await others(page).count()).toBeGreaterThan(0);
    await others(page).last().click();
    await page.locator('.say', { hasText: sentence(locale, 'booking_moved') }).waitFor();
  });

  test('house rules not accepted, or changed meanwhile: said where the tick is, the new ones shown', async () => {
    const page = await windows.open(PHONE);
    const slot = await freeSlot(url, 'mal-wlochy', { minutes: 60, ahead: 10 });
    await visit(page, bookingPath(slot, locale));
    await onwards(page, 1);
    await answerRest(page, url, { email: freshEmail(`regulamin-${locale}`), name: 'Iga Pliszka' });
    await send(page);
    await page.locator('.err', { hasText: sentence(locale, 'booking_rules_needed') }).waitFor();
    await page.locator('[name="accepted"]').check();
    const version = await publishRules(slot.placeId, `Sprzątamy po sobie. Wersja próbna ${locale}.`);
    await send(page);
    await page.locator('.notice', { hasText: sentence(locale, 'booking_rules_changed', { version }) }).waitFor();
    await page.getByText(`Wersja próbna ${locale}.`).waitFor();
    expect(await page.locator('[name="accepted"]').isChecked()).toBe(false);
    await page.locator('[name="accepted"]').check();
    await send(page);
    await page.getByRole('heading', { level: 1, name: sentence(locale, 'booking_done_asked') }).waitFor();
  });
});

/** As the place's staff; the version that holds then. */
async function publishRules(id: string, text: string): Promise<number> {
  const { name, value } = await sharedCookie(url, DEMO.place.email);
  const headers = { cookie: `${name}=${value}`, origin: url, 'x-forwarded-for': freshAddress() };
  const query = 'query ($id: ID!) { placeWeek(placeId: $id, day: "2026-11-27") { place { version } } }';
  const { placeWeek } = dataOf(await gql<{ placeWeek: { place: { version: number } } }>(url, query, { id }, headers));
  const { publishRules: place } = dataOf(
    await gql<{ publishRules: { rulesVersion: number } }>(
      url,
      'mutation ($input: PublishRulesInput!) { publishRules(input: $input) { rulesVersion } }',
      { input: { key: newId(), id, version: placeWeek.place.version, text } },
      headers,
    ),
  );
  return place.rulesVersion;
}
