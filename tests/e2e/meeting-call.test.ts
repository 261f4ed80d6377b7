import { WARSAW } from '@ww/shared/time';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { demoGuest, inMeeting, newGuest, readyMeeting } from '../support/live-meeting.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
// a server of its own: what is called here stands in nobody else's list
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});
afterAll(() => server.stop());

const asCoordinator = () => windows.open({ as: DEMO.coordinator.email });
const dialogOf = (page: Page) => page.locator('dialog[open]');
const field = (page: Page, name: string) => dialogOf(page).locator(`[name="${name}"]`);
const day = (days: number) => Temporal.Now.plainDateISO(WARSAW).add({ days }).toString();

test('a coordinator calls and announces a meeting by keyboard alone, in a dozen presses besides what is typed', async () => {
  const page = await asCoordinator();
  await visit(page, '/siec');
  await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
  let presses = 0;
  const press = async (key: string) => {
    presses++;
    await page.keyboard.press(key);
  };
  await press('Tab');
  await press('Enter');
  while ((await focusName(page)) !== 'Zwołaj spotkanie' && presses < 20) await press('Tab');
  await press('Enter');
  await dialogOf(page).waitFor();
  expect(await focusName(page)).toBe('title');
  await page.keyboard.type('Spotkanie noworoczne');
  await press('Tab');
  expect(await focusName(page)).toBe('startsAt');
  // the same in whatever order the browser asks for day and month
  await page.keyboard.type(`1212${String(Temporal.Now.plainDateISO(WARSAW).year + 1)}`);
  // the hour, the length, the place and the seats are those of the last meeting; when sign-up ends is said
  await dialogOf(page).getByText('Zapisy do końca dnia: sobota, 11 grudnia').waitFor();
  expect(await field(page, 'place').inputValue()).toBe('MAL we Włochach, Rejonowa 6/8');
  expect(await field(page, 'time').inputValue()).toBe('17:00');
  await press('Enter');
  await page.getByRole('heading', { name: 'Spotkanie noworoczne', level: 1 }).waitFor();
  await expect.poll(() => focusName(page)).toBe('Ogłoś spotkanie');
  await press('Enter');
  await page.getByText('Spotkanie ogłoszone.').first().waitFor();
  await expect.poll(() => focusName(page)).toBe('Porządek obrad');
  expect(await page.locator('header .age').innerText()).toBe('Ogłoszone');
  expect(presses).toBeLessThan(16);
});

const SAYS = [
  { prefix: '', past: 'Ten początek już minął.', where: 'Podaj miejsce albo link', late: 'po rozpoczęciu spotkania', link: 'https://' },
  {
    prefix: '/en',
    past: 'This start has already passed',
    where: 'Give a place or a link',
    late: 'after the meeting starts',
    link: 'https://',
  },
  { prefix: '/uk', past: 'Цей початок уже минув', where: 'Укажіть місце або посилання', late: 'після початку зустрічі', link: 'https://' },
];
describe.each(SAYS)('in the language of "$prefix/"', ({ prefix, past, where, late, link }) => {
  test('a meeting in the past, nowhere, with sign-up after its start is refused beside each field; what was typed stays', async () => {
    const page = await asCoordinator();
    await visit(page, `${prefix}/siec`);
    await page.locator('.head button[aria-haspopup="dialog"]').click();
    const save = dialogOf(page).locator('button[type="submit"]');
    const errors = dialogOf(page).locator('.err');
    await field(page, 'title').fill('Spotkanie „próbne”');
    await field(page, 'startsAt').fill(day(-1));
    await field(page, 'time').fill('17:00');
    await field(page, 'place').fill('');
    await save.click();
    await errors.getByText(past).waitFor();
    await errors.getByText(where).waitFor();
    expect(await focusName(page)).toBe('startsAt');

    await field(page, 'startsAt').fill(day(9));
    await field(page, 'link').fill('http://spotkania.example.org/1');
    await dialogOf(page).locator('.until button').click();
    await field(page, 'signUpUntil').fill(day(9));
    await field(page, 'untilTime').fill('18:00');
    await save.click();
    await errors.getByText(late).waitFor();
    await errors.getByText(link).waitFor();
    expect(await errors.count()).toBe(2);

    // closed by mistake, opened again: all of it is there
    await page.keyboard.press('Escape');
    await page.locator('.head button[aria-haspopup="dialog"]').click();
    expect(await field(page, 'title').inputValue()).toBe('Spotkanie „próbne”');
    await field(page, 'link').fill('https://spotkania.example.org/1');
    await field(page, 'untilTime').fill('16:00');
    await save.click();
    await page.getByRole('heading', { name: 'Spotkanie „próbne”', level: 1 }).waitFor();
  });
});

test('two correct one meeting: the second keeps what was typed, sees what the first saved, and decides', async () => {
  const { id } = await readyMeeting(server.url, []);
  const [one, other] = [await asCoordinator(), await windows.open({ as: DEMO.coordinator.email, apart: true })];
  for (const page of [one, other]) {
    await visit(page, `/siec/${id}`);
    await page.getByRole('button', { name: 'Popraw lub przenieś' }).click();
  }
  await field(one, 'place').fill('Biblioteka Za Rogiem');
  await dialogOf(one).getByRole('button', { name: 'Zapisz zmiany' }).click();
  await dialogOf(one).waitFor({ state: 'detached' });

  await field(other, 'title').fill('Spotkanie z wiceburmistrzem');
  await dialogOf(other).getByRole('button', { name: 'Zapisz zmiany' }).click();
  await dialogOf(other).getByText('W tym czasie ktoś zapisał zmiany.').waitFor();
  expect(await field(other, 'title').inputValue()).toBe('Spotkanie z wiceburmistrzem');
  await dialogOf(other).locator('li', { hasText: 'Biblioteka Za Rogiem' }).getByRole('button', { name: 'Weź tę wersję' }).click();
  await dialogOf(other).getByRole('button', { name: 'Zapisz moją wersję' }).click();
  await one.getByRole('heading', { name: 'Spotkanie z wiceburmistrzem', level: 1 }).waitFor();
  await one.locator('header dd', { hasText: 'Biblioteka Za Rogiem' }).waitFor();
});

test('fewer seats than people: who would lose theirs is shown and asked; somebody who came meanwhile is asked about, too', async () => {
  const { url } = server;
  const [first, second] = [await demoGuest(url), await newGuest(url, 'Olena Kalina')];
  const { id } = await readyMeeting(url, [first, second]);
  const page = await asCoordinator();
  await visit(page, `/siec/${id}`);
  await page.getByRole('button', { name: 'Popraw lub przenieś' }).click();
  await field(page, 'seats').fill('1');
  await dialogOf(page).getByRole('button', { name: 'Zapisz zmiany' }).click();
  await dialogOf(page).getByText('1 osoba straci miejsce.').waitFor();
  await dialogOf(page).locator('.notice li', { hasText: 'Olena Kalina' }).waitFor();

  const third = await newGuest(url, 'Tymon Dudek');
  await inMeeting(third, 'answerMeeting', { id, coming: true, organisationId: third.organisationId });
  await dialogOf(page).getByRole('button', { name: 'Zapisz i przenieś 1 osobę' }).click();
  await dialogOf(page).getByText('2 osoby stracą miejsca.').waitFor();
  await dialogOf(page).getByRole('button', { name: 'Zapisz i przenieś 2 osoby' }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
  await page.locator('#grupa-rezerwowa', { hasText: '2' }).waitFor();
  const rows = (group: string) => page.locator(`ul[aria-labelledby="grupa-${group}"] li b`).allInnerTexts();
  expect(await rows('miejsca')).toEqual([first.name]);
  expect(await rows('rezerwowa')).toEqual(['Olena Kalina', 'Tymon Dudek']);
});

test('a meeting is called off with a reason; whoever has it open sees it at once', async () => {
  const guest = await demoGuest(server.url);
  const { id } = await readyMeeting(server.url, [guest]);
  const [page, member] = [await asCoordinator(), await windows.open({ as: DEMO.organisation.email, width: 360, height: 740 })];
  await visit(page, `/siec/${id}`);
  await visit(member, `/siec/${id}`);
  await page.getByRole('button', { name: 'Odwołaj', exact: true }).click();
  await dialogOf(page).getByRole('button', { name: 'Odwołaj spotkanie' }).click();
  await dialogOf(page).getByText('Uzupełnij to pole.').waitFor();
  await field(page, 'reason').fill('Awaria ogrzewania w sali.');
  await dialogOf(page).getByRole('button', { name: 'Odwołaj spotkanie' }).click();
  await member.getByText('Powód: Awaria ogrzewania w sali.').waitFor();
  expect(await member.locator('header .age').innerText()).toBe('Odwołane');
  expect(await member.getByRole('link', { name: 'Śledź' }).count()).toBe(0);
});
