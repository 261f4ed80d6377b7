import { newId } from '@ww/shared/id';
import { warsawDay } from '@ww/shared/week';
import type { Page } from 'playwright-core';
import { type Answer, dataOf, gql } from './client.ts';
import { DEMO, freshAddress } from './demo-server.ts';
import { demoStaff, type Staff } from './demo-staff.ts';
import { type Day, type DispatchSeen, MY_DAY, myDocument, OFFER_REQUEST, START_WAVES } from './dispatch.ts';
import { enterBy, tokenIn } from './links.ts';
import type { Row } from './requests.ts';
import { newcomer, rosterDocument, someEmail } from './volunteers.ts';
import { type Look, visit, type Windows } from './windows.ts';

/** Somebody of the demo's Włochy who was invited by letter and came in by its link. */
export interface DemoVolunteer {
  id: string;
  name: string;
  send<T>(document: string, variables?: object): Promise<Answer<T>>;
  /** Signs a window in as them. */
  enter(page: Page): Promise<void>;
  /** Opens a window of theirs on `/moje`: a phone unless said otherwise. */
  open(windows: Windows, look?: Look): Promise<Page>;
}

const DAY_MS = 86_400_000;

export async function demoVolunteer(url: string, name: string, over: object = {}): Promise<DemoVolunteer> {
  const staff = await demoStaff(url, DEMO.coordinator.email);
  const now = Date.now();
  const email = `${newId().slice(-8)}.${someEmail()}`;
  const input = newcomer({ name, email, invite: true, since: warsawDay(now), insuredUntil: warsawDay(now + 25 * DAY_MS), ...over });
  dataOf(await staff.send(rosterDocument('addVolunteer'), { input: { key: newId(), ...input } }));
  const { cookie } = await enterBy({ url }, await invitationOf(url, email), { address: freshAddress() });
  const [cookieName = '', value = ''] = cookie?.split(/=(.*)/s) ?? [];
  const headers = { cookie: `${cookieName}=${value}`, 'x-forwarded-for': freshAddress() };
  const enter = (page: Page) => page.context().addCookies([{ name: cookieName, value, url, httpOnly: true, sameSite: 'Lax' }]);
  return {
    id: input.id,
    name,
    send: (document, variables = {}) => gql(url, document, variables, headers),
    enter,
    async open(windows, look = { width: 360, height: 740 }) {
      const page = await windows.open(look);
      await enter(page);
      await visit(page, '/moje');
      await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
      return page;
    },
  };
}

/** The token of a letter; letters go out after the answer. */
export async function invitationOf(url: string, to: string): Promise<string> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const { demoMail } = dataOf(await gql<{ demoMail: { to: string; text: string }[] }>(url, '{ demoMail { to text } }'));
    const token = tokenIn(demoMail.find((letter) => letter.to === to)?.text);
    if (token) return token;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no invitation came for ${to}`);
}

const HOUR_MS = 3_600_000;

/** The next four hours: a window in which whoever says yes finds the time. */
export const soon = (from = Date.now() + 60_000, hours = 4) => ({
  from: new Date(from).toISOString(),
  to: new Date(from + hours * HOUR_MS).toISOString(),
});

/** Asks one volunteer. */
export async function offerTo(by: Staff, request: Pick<Row, 'id'>, { id }: DemoVolunteer, over: object = {}): Promise<DispatchSeen> {
  const input = { key: newId(), id: newId(), requestId: request.id, volunteerId: id, minutes: 30, overrides: [], ...soon(), ...over };
  return dataOf(await by.send<{ dispatch: DispatchSeen }>(OFFER_REQUEST, { input })).dispatch;
}

/** Asks the next ones by rank, at once. */
export async function askWave(by: Staff, request: Pick<Row, 'id'>, over: object = {}): Promise<DispatchSeen> {
  const input = { key: newId(), id: newId(), requestId: request.id, size: 2, minutes: 30, ...soon(), ...over };
  return dataOf(await by.send<{ dispatch: DispatchSeen }>(START_WAVES, { input })).dispatch;
}

/** Says yes to the one offer there is, and says that it is done when asked to. */
export async function takeOn(volunteer: DemoVolunteer, { isDone = false } = {}): Promise<void> {
  const { day } = dataOf(await volunteer.send<{ day: Day }>(MY_DAY));
  const answered = await volunteer.send<{ day: Day }>(myDocument('acceptOffer'), { input: { key: newId(), id: day.offers[0]?.id } });
  const task = dataOf(answered).day.tasks[0];
  if (isDone) dataOf(await volunteer.send(myDocument('finishTask'), { input: { key: newId(), id: task?.id } }));
}
