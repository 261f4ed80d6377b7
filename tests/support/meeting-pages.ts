import type { Page } from 'playwright-core';
import { DEMO } from './demo-server.ts';
import { demoGuest, type LiveMeeting, midMeeting, newGuest } from './live-meeting.ts';
import type { PageState } from './page-list.ts';
import { visit } from './windows.ts';

const made = new Map<string, Promise<LiveMeeting>>();

/** The meeting that all of these pages show; one a server. */
function meetingOf(origin: string): Promise<LiveMeeting> {
  let meeting = made.get(origin);
  if (!meeting) made.set(origin, (meeting = makeMeeting(origin)));
  return meeting;
}

const makeMeeting = async (url: string) => midMeeting(url, [await demoGuest(url), await newGuest(url, 'Olena Kalina')]);

/** Opens one of the views and waits until it is live. */
export async function openView(page: Page, id: string, view: 'prowadz' | 'sledz' | 'ekran'): Promise<void> {
  await visit(page, `/siec/${id}/${view}`);
  if (view !== 'ekran') await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
}

const view = (
  name: string,
  as: string,
  path: 'prowadz' | 'sledz' | 'ekran',
  then: (page: Page) => Promise<void> = async () => {},
): PageState => ({
  name,
  as,
  open: async (page) => {
    await visit(page, '/ustawienia');
    const { id } = await meetingOf(new URL(page.url()).origin);
    await openView(page, id, path);
    await then(page);
  },
});

const { coordinator, organisation } = DEMO;

/** The three views of a meeting under way, with a vote that is open. */
export const LIVE: PageState[] = [
  view('siec-prowadz', coordinator.email, 'prowadz'),
  view('siec-prowadz-zadanie', coordinator.email, 'prowadz', async (page) => {
    await page.getByRole('button', { name: /^Dodaj/ }).click();
    await page.getByRole('button', { name: 'Zapisz zadanie' }).click();
    await page.locator('.err').first().waitFor();
  }),
  view('siec-prowadz-koniec', coordinator.email, 'prowadz', async (page) => {
    await page.getByRole('button', { name: 'Zakończ spotkanie' }).click();
    await page.locator('dialog[open]').waitFor();
  }),
  view('siec-prowadz-inny', organisation.email, 'prowadz', (page) => page.locator('[data-led]').waitFor()),
  view('siec-sledz', organisation.email, 'sledz'),
  view('siec-ekran', coordinator.email, 'ekran'),
];
