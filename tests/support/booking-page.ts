// functions given to a page run in the browser
/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@ww/shared/id';
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

/** An address that nobody had before. */
export const freshEmail = (name: string): string => `${name}-${newId().slice(-8)}@example.org`;

/** Six digits that an address was sent. */
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

/** A free time of a room, wanted by nobody else in this run. */
export interface Slot {
  placeId: string;
  slug: string;
  day: string;
  room: { id: string; name: string; capacity: number };
  from: Date;
  to: Date;
}

interface Wanted {
  minutes: number;
  /** Which of the place's rooms. */
  room?: number;
  /** Days ahead, at the earliest. */
  ahead?: number;
  /** Another room that is free at the same time. */
  alongside?: number;
}

const given: Slot[] = [];
/** So far apart that no buffer of one reaches another. */
const APART_MS = 3_600_000;
const HORIZON_DAYS = 40;

/** The next free time of a room that no test was given before. */
export async function freeSlot(url: string, slug: string, { minutes, room: at = 0, ahead = 4, alongside }: Wanted): Promise<Slot> {
  const { place } = await asStranger<{ place: { id: string; rooms: Slot['room'][] } }>(
    url,
    'query ($slug: String!) { place(slug: $slug) { id rooms { id name capacity } } }',
    { slug },
  );
  const room = place.rooms[at] as Slot['room'];
  const other = alongside === undefined ? room : (place.rooms[alongside] as Slot['room']);
  const isApart = (from: number) =>
    !given.some(
      (slot) => slot.slug === slug && slot.to.getTime() + APART_MS > from && slot.from.getTime() - APART_MS < from + minutes * 60_000,
    );
  for (let days = ahead; days < ahead + HORIZON_DAYS; days++) {
    const day = Temporal.Now.plainDateISO('Europe/Warsaw').add({ days }).toString();
    const { freeRooms } = await asStranger<{ freeRooms: { room: { id: string }; starts: { from: string; to: string }[] }[] }>(
      url,
      'query ($input: FindRoomInput!, $placeId: ID) { freeRooms(input: $input, placeId: $placeId) { room { id } starts { from to } } }',
      { input: { day, minutes, people: 1 }, placeId: place.id },
    );
    const startsOf = (id: string) => (freeRooms.find((free) => free.room.id === id)?.starts ?? []).flatMap(quarters);
    const start = startsOf(room.id).find((from) => isApart(from) && startsOf(other.id).includes(from));
    if (start === undefined) continue;
    const slot = { placeId: place.id, slug, day, room, from: new Date(start), to: new Date(start + minutes * 60_000) };
    given.push(slot);
    return slot;
  }
  throw new Error(`${slug} has no free time left`);
}

function quarters({ from, to }: { from: string; to: string }): number[] {
  const starts: number[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 900_000) starts.push(at);
  return starts;
}

/** The first day of Warsaw's next month, in days from today. */
export function nextMonth(): number {
  const today = Temporal.Now.plainDateISO('Europe/Warsaw');
  return today.until(today.with({ day: 1 }).add({ months: 1 })).days;
}

const wall = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Europe/Warsaw')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** Where a time is booked: as the links of the free hours lead. @param hours other hours of that day, `['06:00', '08:00']` */
export function bookingPath(
  { slug, room, day, from, to }: Pick<Slot, 'slug' | 'room' | 'day' | 'from' | 'to'>,
  locale: Locale = 'pl',
  [begins, ends] = [wall(from), wall(to)],
): string {
  const query = new URLSearchParams({ sala: room.id, dzien: day, od: begins, do: ends });
  return `${PREFIX[locale]}/przestrzenie/${slug}/rezerwuj?${query.toString()}`;
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
  /** A code that the address was sent before. */
  before?: string;
}

/** Answers all from the second question on, in any language, and stops before sending. */
export async function answerRest(
  page: Page,
  url: string,
  { people = '6', name = 'Zofia Czapla', email, before = '' }: Typed,
): Promise<void> {
  await plate(page, 'purpose', 'MEETING').check();
  await page.locator('[name="people"]').fill(people);
  await onwards(page, 2);
  await plate(page, 'who', 'RESIDENT').check();
  await page.locator('[name="name"]').fill(name);
  await onwards(page, 3);
  await page.locator('[name="email"]').fill(email);
  await onwards(page, 4);
  await page.locator('[name="letterCode"]').fill(await letterCode(url, email, before));
  await onwards(page, 5);
}

/** Books by the API, as a page would; the bookings' codes, and the one of the letter. */
export async function bookByApi(url: string, email: string, slots: readonly Slot[]): Promise<{ codes: string[]; letter: string }> {
  const proofId = newId();
  await asStranger(url, 'mutation ($input: ProveEmailInput!) { proveEmail(input: $input) }', {
    input: { key: newId(), id: proofId, email },
  });
  const code = await letterCode(url, email);
  const codes: string[] = [];
  for (const { slug, room, from: startsAt, to: endsAt } of slots) {
    const { place } = await asStranger<{ place: { rulesVersion: number } }>(
      url,
      'query ($slug: String!) { place(slug: $slug) { rulesVersion } }',
      { slug },
    );
    const input = {
      ...{ key: newId(), id: newId(), roomId: room.id, startsAt, endsAt, people: 4, purpose: 'MEETING', kind: 'RESIDENT' },
      ...{ name: 'Zofia Czapla', proofId, code, rulesVersion: place.rulesVersion },
    };
    const { requestBooking } = await asStranger<{ requestBooking: { code: string } }>(
      url,
      'mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { code } }',
      { input },
    );
    codes.push(requestBooking.code);
  }
  return { codes, letter: code };
}
