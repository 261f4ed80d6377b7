import { inWarsaw } from '@ww/shared/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { dialogOf, drag, farWeek, fill, inCalendar, openWeek, pointOf, WEEK } from '../support/week-page.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
// a server of its own: a place that closes is closed for everybody
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterAll(async () => {
  await windows.close();
  await server.stop();
});

const { monday, days } = farWeek(Date.now());
const [tuesday = '', wednesday = '', thursday = ''] = days;
const CHESS = 'Koło Goniec';
const open = () => windows.open({ as: DEMO.place.email });

test('what is drawn in one window is in the other; dragged it moves there, too, and comes back', async () => {
  const irena = await open();
  const other = await open();
  await openWeek(irena, monday);
  await openWeek(other, monday);

  await drag(irena, await pointOf(irena, 0, 1, 13.1), await pointOf(irena, 0, 1, 14.9));
  await dialogOf(irena).waitFor();
  expect(await dialogOf(irena).locator('[name="startsAt"]').inputValue()).toBe(tuesday);
  expect(await dialogOf(irena).locator('[name="from"]').inputValue()).toBe('13:00');
  expect(await dialogOf(irena).locator('[name="endsAt"]').inputValue()).toBe('15:00');
  await dialogOf(irena).getByLabel('Grupa nieformalna').check();
  await fill(irena, { purpose: 'GAMES', people: '8', groupName: CHESS });
  await dialogOf(irena).getByRole('button', { name: 'Zarezerwuj salę' }).click();
  await dialogOf(irena).waitFor({ state: 'detached' });
  await inCalendar(other, CHESS).getByText('13:00–15:00, Pracownia').waitFor({ state: 'attached' });

  // by mouse to the large room on the next day, two hours later
  await drag(irena, await pointOf(irena, 0, 1, 14), await pointOf(irena, 1, 0, 16));
  await inCalendar(other, CHESS).getByText('15:00–17:00, Duża').waitFor({ state: 'attached' });
  await inCalendar(irena, CHESS).getByText('15:00–17:00, Duża').waitFor({ state: 'attached' });
  await irena.getByRole('button', { name: 'Cofnij' }).first().click();
  await inCalendar(other, CHESS).getByText('13:00–15:00, Pracownia').waitFor({ state: 'attached' });

  // its lower edge makes it longer
  const edge = await inCalendar(irena, CHESS).locator('.ec-resizer').boundingBox();
  const { x, y } = edge ?? { x: 0, y: 0 };
  await drag(irena, { x: x + 20, y: y + 4 }, await pointOf(irena, 0, 1, 15.9));
  await inCalendar(other, CHESS).getByText('13:00–16:00, Pracownia').waitFor({ state: 'attached' });
  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});

test('where a room is taken other times are one tap away and what was typed is kept', async () => {
  const irena = await open();
  await openWeek(irena, monday);
  await irena.keyboard.press('b');
  const at = { startsAt: wednesday, from: '13:00', endsAt: '15:00' };
  await fill(irena, { ...at, purpose: 'MEETING', people: '5', name: 'Bogumiła Kos', phone: '22 000 01 77', words: 'Dwa stoły.' });
  await dialogOf(irena).getByRole('button', { name: 'Zarezerwuj salę' }).click();
  await dialogOf(irena).waitFor({ state: 'detached' });

  await irena.getByRole('button', { name: 'Zarezerwuj' }).click();
  await fill(irena, { ...at, purpose: 'ADVICE', people: '4', name: 'Wacław Gil' });
  await dialogOf(irena).getByRole('button', { name: 'Zarezerwuj salę' }).click();
  const ways = dialogOf(irena).getByRole('group', { name: 'Wolne terminy' }).getByRole('button');
  await ways.first().waitFor();
  expect(await dialogOf(irena).locator('[name="name"]').inputValue()).toBe('Wacław Gil');
  expect(await ways.first().textContent()).toContain('13:00–15:00, Kuchnia');
  await ways.first().click();
  await dialogOf(irena).waitFor({ state: 'detached' });

  // who it is stays covered until somebody asks, and every look is written down
  await inCalendar(irena, 'Spotkanie').click();
  expect(await dialogOf(irena).getByText('Bogumiła Kos').count()).toBe(0);
  await dialogOf(irena).getByRole('button', { name: 'Pokaż dane' }).click();
  await dialogOf(irena).getByText('Bogumiła Kos').waitFor();
  await dialogOf(irena).getByText('22 000 01 77').waitFor();

  // dropped on what is taken: the form says where it could go
  await irena.keyboard.press('Escape');
  await drag(irena, await pointOf(irena, 1, 2, 14), await pointOf(irena, 1, 0, 14.5));
  await dialogOf(irena).getByRole('group', { name: 'Wolne terminy' }).waitFor();
  await irena.keyboard.press('Escape');
  await inCalendar(irena, 'Porady').getByText('13:00–15:00, Kuchnia').waitFor({ state: 'attached' });
  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});

test('a request is approved by keyboard and stops waiting in every window', async () => {
  const irena = await open();
  const other = await open();
  for (const page of [irena, other]) await visit(page, WEEK);
  const approve = 'Zatwierdź: Gry i zabawa: Klub gier Pionek';
  await other.getByRole('button', { name: approve }).waitFor();
  await irena.getByRole('button', { name: approve }).focus();
  await irena.keyboard.press('Enter');
  await other.getByRole('button', { name: approve }).waitFor({ state: 'detached' });
  await irena.locator('p', { hasText: 'Zatwierdzono: Gry i zabawa: Klub gier Pionek' }).waitFor();
  expect(await focusName(irena)).not.toBe('(nothing)');
  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});

test('an early closing says beforehand what it hits, suspends it, and is taken back', async () => {
  const irena = await open();
  const other = await open();
  await openWeek(irena, monday);
  await openWeek(other, monday);
  await irena.getByRole('button', { name: 'Zamknij wcześniej…' }).click();
  await fill(irena, { from: tuesday, fromTime: '14:30', to: tuesday, toTime: '20:00' });
  await dialogOf(irena).getByText('Zmiana trafia w 1 rezerwację i w jadłodzielnię.').waitFor();
  await dialogOf(irena).getByText(`Gry i zabawa: ${CHESS}`).waitFor();
  await dialogOf(irena).getByLabel('Nie działa ogrzewanie').check();
  await dialogOf(irena).getByRole('button', { name: 'Zamknij miejsce' }).click();
  await dialogOf(irena).waitFor({ state: 'detached' });

  const hit = other.locator('.ec-event.hit', { hasText: CHESS });
  await hit.getByText('skrócić do 14:30').waitFor();
  const waiting = other.locator('#uwaga li', { hasText: CHESS });
  await waiting.getByRole('button', { name: 'Skróć do 14:30' }).click();
  await inCalendar(irena, CHESS).getByText('13:00–14:30, Pracownia').waitFor({ state: 'attached' });
  await waiting.waitFor({ state: 'detached' });

  const notice = irena.locator('.clash', { hasText: 'Nie działa ogrzewanie' });
  await notice.getByRole('button', { name: 'Otwórz ponownie' }).click();
  await notice.waitFor({ state: 'detached' });
  await other.locator('.clash', { hasText: 'Nie działa ogrzewanie' }).waitFor({ state: 'detached' });
  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});

test('the list alone, by keyboard, does what the calendar does: book, move, call off', async () => {
  const irena = await windows.open({ as: DEMO.place.email, width: 360, height: 760 });
  await visit(irena, `${WEEK}?tydzien=${monday}`);
  expect(await irena.locator('.ec').count()).toBe(0);
  await irena.keyboard.press('b');
  await dialogOf(irena).waitFor();
  expect(await focusName(irena)).toBe('startsAt');
  await dialogOf(irena).locator('[name="purpose"]').focus();
  await irena.keyboard.type('Warsztaty');
  await irena.keyboard.press('Tab');
  await irena.keyboard.type('6');
  await irena.keyboard.press('Tab');
  await irena.keyboard.press('ArrowRight');
  await irena.keyboard.press('Tab');
  await irena.keyboard.type('Pracownia Czapli');
  await irena.keyboard.press('Enter');
  const title = 'Warsztaty: Pracownia Czapli';
  const row = irena.locator('section li', { hasText: title });
  await row.getByText('12:00–14:00').waitFor();

  await row.getByRole('button', { name: title }).focus();
  await irena.keyboard.press('Enter');
  await dialogOf(irena).getByRole('button', { name: 'Przenieś albo skróć…' }).focus();
  await irena.keyboard.press('Enter');
  await dialogOf(irena).getByRole('heading', { name: 'Przenieś albo skróć rezerwację' }).waitFor();
  await fill(irena, { from: '17:00', endsAt: '18:00' });
  await irena.keyboard.press('Enter');
  await row.getByText('17:00–18:00').waitFor();

  await row.getByRole('button', { name: title }).focus();
  await irena.keyboard.press('Enter');
  await dialogOf(irena).getByRole('button', { name: 'Odwołaj…' }).focus();
  await irena.keyboard.press('Enter');
  await dialogOf(irena).getByLabel('Powód').fill('Awaria prądu');
  await irena.keyboard.press('Enter');
  await row.waitFor({ state: 'detached' });
  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});

test('the next week is followed as the first was; a request is refused with a reason, and it is noted that nobody came', async () => {
  const irena = await open();
  const other = await open();
  await openWeek(irena, monday);
  const before = Temporal.PlainDate.from(monday).subtract({ days: 7 }).toString();
  await openWeek(other, before);
  await other.getByRole('link', { name: 'Następny tydzień' }).focus();
  await other.keyboard.press('Enter');
  await other.waitForURL((url) => url.searchParams.get('tydzien') === monday);
  expect(await focusName(other)).toBe('Następny tydzień');
  await irena.keyboard.press('b');
  await fill(irena, { startsAt: thursday, from: '18:00', endsAt: '19:00', purpose: 'REHEARSAL', people: '7' });
  await dialogOf(irena).getByRole('button', { name: 'Zarezerwuj salę' }).click();
  await inCalendar(other, 'Próba').getByText('18:00–19:00, Duża').waitFor({ state: 'attached' });

  const refuse = /^Odmów: Spotkanie: Wspólnota spod szóstki/;
  await other.getByRole('button', { name: /^Pokaż wszystkie/ }).click();
  await irena.getByRole('button', { name: /^Pokaż wszystkie/ }).click();
  await irena.getByRole('button', { name: refuse }).click();
  await dialogOf(irena).getByRole('button', { name: 'Odmów i wyślij odpowiedź' }).click();
  await dialogOf(irena).locator('.err').waitFor();
  await fill(irena, { reason: 'Wtedy jest zebranie.' });
  await irena.keyboard.press('Enter');
  await other.getByRole('button', { name: refuse }).waitFor({ state: 'detached' });

  const weekAgo = inWarsaw(Date.now()).toPlainDate().subtract({ days: 7 }).toString();
  await openWeek(irena, weekAgo);
  const past = irena.locator('.ec-event.past button');
  const missed = irena.locator('.ec-event.missed');
  await past.first().waitFor();
  const count = await missed.count();
  await past.first().click();
  await dialogOf(irena).getByRole('button', { name: 'Nikt nie przyszedł' }).click();
  await missed.nth(count).waitFor();
  expect(windows.takeTrouble()).toEqual([]);
  await windows.close();
});
