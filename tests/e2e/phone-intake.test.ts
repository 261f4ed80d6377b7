import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { readQueue, rowOf } from '../support/queue-page.ts';
import { focusName, markUnloaded, visit, Windows } from '../support/windows.ts';

let windows: Windows;
beforeAll(async () => {
  windows = new Windows((await demoServer()).url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

/** Someone without a mouse: what they press beyond the text they type is counted, and where it takes them is kept. */
class Typist {
  presses = 0;
  readonly path: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async look(): Promise<void> {
    this.path.push(await focusName(this.#page));
  }

  /** One key or a chord; every key of a chord counts. */
  async press(chord: string): Promise<void> {
    this.presses += chord.split('+').length;
    await this.#page.keyboard.press(chord);
  }

  async next(text = ''): Promise<void> {
    await this.press('Tab');
    await this.look();
    await this.#page.keyboard.type(text);
  }
}

test('a call about a neighbour is taken by keyboard alone and appears in another window', async () => {
  const watching = await windows.open({ as: DEMO.coordinator.email });
  await visit(watching, '/zgloszenia');
  await watching.locator('.conn', { hasText: 'Na żywo' }).waitFor();
  const unloaded = await markUnloaded(watching);
  const before = new Set((await readQueue(watching)).map(({ id }) => id));

  const taking = await windows.open({ as: DEMO.member.email });
  await visit(taking, '/zgloszenia');
  const hands = new Typist(taking);
  await hands.press('Control+k');
  await taking.getByRole('combobox').waitFor();
  await taking.keyboard.type('nowe');
  await hands.press('Enter');
  await taking.waitForURL('**/zgloszenia/nowe**');
  await taking.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reporterKind');

  await hands.look();
  await hands.next('Halina Wilga');
  await hands.next('22 000 01 34');
  await hands.next('Jan Perkoz');
  await hands.next();
  await hands.next();
  await hands.next();
  await hands.press('ArrowRight');
  await hands.next();
  await hands.next('Worki stoją pod drzwiami, trzecie piętro.');
  await hands.next();
  await hands.next('Krakowiaków');
  await hands.next('18');
  await hands.next('4');
  await hands.press('Control+Enter');

  await taking.getByRole('heading', { name: 'Zapisano zgłoszenie' }).waitFor();
  expect(hands.path).toEqual([
    'reporterKind',
    'person.name',
    'person.phone',
    'reporter.name',
    'reporter.phone',
    'informed',
    'kind',
    'errand',
    'words',
    'dueChoice',
    'address.street',
    'address.house',
    'address.flat',
  ]);
  expect(hands.presses).toBeLessThanOrEqual(25);
  expect(await focusName(taking)).toBe('Następna rozmowa');
  const number = Number(await taking.locator('.saved .num').innerText());

  await watching.getByRole('button', { name: /Pokaż 1 nowe zgłoszenie/ }).waitFor();
  const arrived = (await readQueue(watching)).filter(({ id }) => !before.has(id));
  expect(arrived).toEqual([
    expect.objectContaining({ number: String(number), band: 'Przejęte', matter: 'Śmieci', holder: DEMO.member.name }),
  ]);
  expect(await unloaded()).toBe(true);
});

test('a call from the person themselves needs fewer answers, and can wait in the queue unassigned', async () => {
  const taking = await windows.open({ as: DEMO.member.email });
  await visit(taking, '/zgloszenia/nowe');
  await taking.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reporterKind');
  const hands = new Typist(taking);
  await hands.press('ArrowLeft');
  await hands.next('Zenon Dudek');
  await hands.next('22 000 01 35');
  await hands.next();
  await hands.next();
  await hands.next('Mleko bez laktozy.');
  await hands.next();
  await hands.next('Popularna');
  await hands.next('7');
  await hands.press('Control+s');

  await taking.getByRole('heading', { name: 'Zapisano zgłoszenie' }).waitFor();
  expect(hands.path).toEqual(['person.name', 'person.phone', 'kind', 'errand', 'words', 'dueChoice', 'address.street', 'address.house']);
  expect(hands.presses).toBeLessThanOrEqual(25);
  const number = Number(await taking.locator('.saved .num').innerText());
  await taking.getByRole('link', { name: `Zobacz nr ${number}` }).click();
  await taking.locator('#nr-otwarte').waitFor();
  expect(await rowOf(taking, number).locator('.c-who').innerText()).toBe('nikt');
});
