// functions given to a page run in the browser
/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@ww/shared/id';
import { fromWarsaw } from '@ww/shared/time';
import type { Page } from 'playwright-core';
import { dataOf, gql } from './client.ts';
import { freshAddress } from './demo-server.ts';

/** A language's prefix in the address. */
export const PREFIX = { pl: '', en: '/en', uk: '/uk' } as const;
export type Locale = keyof typeof PREFIX;

/** A sentence of the pages as its catalogue has it, its values filled in. */
export function sentence(locale: Locale, key: string, values: Record<string, string | number> = {}): string {
  const [catalogue] = key.split('_');
  const file = join(import.meta.dirname, `../../web/messages/${locale}/${catalogue ?? ''}.json`);
  const text = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)[key];
  if (typeof text !== 'string') throw new Error(`no plain sentence ${key} in ${locale}`);
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, String(value)), text);
}

/** Asks the API as a stranger with an address of their own. */
export async function asStranger<T>(url: string, query: string, variables: object = {}): Promise<T> {
  return dataOf(await gql<T>(url, query, variables, { 'x-forwarded-for': freshAddress() }));
}

/** The newest six digits that an address was sent. */
export async function letterCode(url: string, to: string, except = ''): Promise<string> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const { demoMail } = await asStranger<{ demoMail: { to: string; text: string }[] }>(url, '{ demoMail { to text sentAt } }');
    for (const { text } of demoMail.filter((letter) => letter.to === to)) {
      const [code] = /\b\d{6}\b/.exec(text) ?? [];
      if (code && code !== except) return code;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no code came to ${to}`);
}

export interface QuietDay {
  placeId: string;
  slug: string;
  day: string;
  rooms: { id: string; name: string; capacity: number }[];
  /** The first opening of the day. */
  opens: Date;
}

/** A day of a place, so many days ahead or the next after, that is open as usual and on which no room is wanted by anybody. */
export async function quietDay(url: string, slug: string, ahead: number): Promise<QuietDay> {
  const { place } = await asStranger<{ place: { id: string; rooms: QuietDay['rooms'] } }>(
    url,
    'query ($slug: String!) { place(slug: $slug) { id rooms { id name capacity } } }',
    { slug },
  );
  for (let days = ahead; days < ahead + 14; days++) {
    const day = Temporal.Now.plainDateISO('Europe/Warsaw').add({ days }).toString();
    const { placeWeek } = await asStranger<{ placeWeek: { open: { from: string; to: string }[]; busy: { from: string }[] } }>(
      url,
      'query ($placeId: ID!, $day: String!) { placeWeek(placeId: $placeId, day: $day) { open { from to } busy { from } } }',
      { placeId: place.id, day },
    );
    const begins = fromWarsaw(`${day}T00:00`).getTime();
    const isThen = ({ from }: { from: string }) => Date.parse(from) >= begins && Date.parse(from) < begins + 86_400_000;
    const open = placeWeek.open.find(isThen);
    if (open && Date.parse(open.to) - Date.parse(open.from) >= 7 * 3_600_000 && !placeWeek.busy.some(isThen))
      return { placeId: place.id, slug, day, rooms: place.rooms, opens: new Date(open.from) };
  }
  throw new Error(`${slug} has no quiet day`);
}

/** Hours after the opening as an instant. */
export const after = ({ opens }: QuietDay, hours: number): Date => new Date(opens.getTime() + hours * 3_600_000);

const wall = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Europe/Warsaw')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** Where a time is booked: as the links of the free hours lead. */
export function bookingPath(quiet: QuietDay, roomId: string, from: Date, to: Date, locale: Locale = 'pl'): string {
  const query = new URLSearchParams({ sala: roomId, dzien: quiet.day, od: wall(from), do: wall(to) });
  return `${PREFIX[locale]}/przestrzenie/${quiet.slug}/rezerwuj?${query.toString()}`;
}

/** The plate of an answer: the control lies on it unseen. */
export const plate = (page: Page, name: string, value: string) => page.locator(`input[name="${name}"][value="${value}"]`);

/** Goes on to the next question and waits for it. */
export async function onwards(page: Page, next: number): Promise<void> {
  await page.locator('form button[type="submit"]').click();
  await page.locator('.river li.is-now').nth(0).waitFor({ state: 'attached' });
  await page.waitForFunction((at) => document.querySelectorAll('form .river li.is-done').length === at, next);
}

interface Typed {
  people?: string;
  name?: string;
  email: string;
}

/** Answers all from the second question on, in any language, and stops before sending. */
export async function answerRest(page: Page, url: string, { people = '6', name = 'Zofia Czapla', email }: Typed): Promise<void> {
  await plate(page, 'purpose', 'MEETING').check();
  await page.locator('[name="people"]').fill(people);
  await onwards(page, 2);
  await plate(page, 'who', 'RESIDENT').check();
  await page.locator('[name="name"]').fill(name);
  await onwards(page, 3);
  await page.locator('[name="email"]').fill(email);
  await onwards(page, 4);
  await page.locator('[name="letterCode"]').fill(await letterCode(url, email));
  await onwards(page, 5);
}

/** Books by the API, as a page would. @param times from and to */
export async function bookByApi(url: string, roomId: string, email: string, times: readonly (readonly [Date, Date])[]): Promise<string[]> {
  const proofId = newId();
  await asStranger(url, 'mutation ($input: ProveEmailInput!) { proveEmail(input: $input) }', {
    input: { key: newId(), id: proofId, email },
  });
  const code = await letterCode(url, email);
  const { rulesVersion } = await rulesOf(url, roomId);
  const codes: string[] = [];
  for (const [startsAt, endsAt] of times) {
    const input = {
      ...{ key: newId(), id: newId(), roomId, startsAt, endsAt, people: 4, purpose: 'MEETING', kind: 'RESIDENT', name: 'Zofia Czapla' },
      ...{ proofId, code, rulesVersion },
    };
    const { requestBooking } = await asStranger<{ requestBooking: { code: string } }>(
      url,
      'mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { code } }',
      { input },
    );
    codes.push(requestBooking.code);
  }
  return codes;
}

async function rulesOf(url: string, roomId: string): Promise<{ rulesVersion: number }> {
  const { places } = await asStranger<{ places: { slug: string }[] }>(url, '{ places { slug } }');
  for (const { slug } of places) {
    const { place } = await asStranger<{ place: { rulesVersion: number; rooms: { id: string }[] } }>(
      url,
      'query ($slug: String!) { place(slug: $slug) { rulesVersion rooms { id } } }',
      { slug },
    );
    if (place.rooms.some(({ id }) => id === roomId)) return place;
  }
  throw new Error('no place has that room');
}
