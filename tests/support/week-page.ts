import { isHoliday } from '@ww/shared/place/clock';
import { inWarsaw } from '@ww/shared/time';
import type { Locator, Page } from 'playwright-core';
import { visit } from './windows.ts';

export const WEEK = '/przestrzenie/mal-wlochy/tydzien';
/** Weeks ahead in which the demo has no booking of its own. */
const FAR_WEEKS = 8;
const OPEN_DAYS = [2, 3, 4, 5];

/** A far week in which the place is open on all of its days: its Monday, and those days. */
export function farWeek(now: number): { monday: string; days: string[] } {
  const today = inWarsaw(now).toPlainDate();
  for (let weeks = FAR_WEEKS; ; weeks++) {
    const monday = today.add({ days: 7 * weeks + 1 - today.dayOfWeek });
    const days = OPEN_DAYS.map((weekday) => monday.add({ days: weekday - 1 }).toString());
    if (!days.some(isHoliday)) return { monday: monday.toString(), days };
  }
}

/** Opens the calendar of a week and waits until it is drawn. */
export async function openWeek(page: Page, monday: string): Promise<void> {
  await visit(page, `${WEEK}?tydzien=${monday}`);
  await page.locator('.ec-day').first().waitFor();
}

/** Rooms of the demo's place. */
const ROOMS = 3;
const FIRST_HOUR = 12;
const HOUR_PX = 58;

/** Where an hour of a room and day is on the screen. */
export async function pointOf(page: Page, day: number, room: number, hour: number): Promise<{ x: number; y: number }> {
  const lane = page.locator('.ec-body .ec-day').nth(day * ROOMS + room);
  await lane.scrollIntoViewIfNeeded();
  const box = await lane.boundingBox();
  if (!box) throw new Error('the lane is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + (hour - FIRST_HOUR) * HOUR_PX };
}

type Point = { x: number; y: number };

/** As a hand does it: presses, goes there in steps, lets go. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

export const dialogOf = (page: Page): Locator => page.locator('dialog[open]');
export const inCalendar = (page: Page, words: string): Locator => page.locator('.ec-event.bk', { hasText: words });

/** Fills fields of the open dialog by their names. */
export async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = dialogOf(page).locator(`[name="${name}"]`);
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}
