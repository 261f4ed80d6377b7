import { WARSAW } from '@ww/shared/time';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerForSelf } from '../support/ask-page.ts';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { besideField, CALL, openIntake, typeCall, typeDue } from '../support/intake-page.ts';
import { openRow } from '../support/queue-page.ts';
import { reveal } from '../support/requests.ts';
import { visit, Windows } from '../support/windows.ts';

let url: string;
let windows: Windows;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});

const day = (days: number) => Temporal.Now.plainDateISO(WARSAW).add({ days }).toString();
const LONG = 'ą'.repeat(10_000);

/** What each language says beside a field. */
const SAYS = [
  {
    prefix: '',
    phone: 'To nie jest numer telefonu.',
    past: 'Ten termin już minął.',
    order: 'Koniec wypada przed początkiem.',
    long: /Za długi tekst\. Zmieści się 2000 znaków\./,
    missing: 'Uzupełnij to pole.',
  },
  {
    prefix: '/en',
    phone: 'not a phone number',
    past: 'This time has passed.',
    order: 'before',
    long: /too long.*2,?000/is,
    missing: 'Fill in',
  },
  {
    prefix: '/uk',
    phone: 'не номер телефону',
    past: 'минув',
    order: 'раніше',
    long: /довг.*2\s?000/is,
    missing: 'Заповніть',
  },
];

describe.each(SAYS)('in the language of "$prefix/"', ({ prefix, phone, past, order, long, missing }) => {
  test('intake says beside each field what is wrong, keeps what was typed, and saves once it is right', async () => {
    const page = await windows.open({ as: DEMO.member.email });
    await openIntake(page, prefix);
    await typeCall(page, { 'person.phone': '12 34', words: LONG, 'address.house': '' });
    await page.locator('[name="dueChoice"][value="other"]').check();
    await typeDue(page, day(1), '15:00', '14:00');
    await page.keyboard.press('Control+s');

    const wrong = await besideField(page, 'person.phone');
    expect(wrong).toMatchObject({ typed: '12 34', described: true });
    expect(wrong.said).toContain(phone);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('person.phone');
    expect((await besideField(page, 'words')).said).toMatch(long);
    expect((await besideField(page, 'words')).typed).toBe(LONG);
    expect((await besideField(page, 'address.house')).said).toContain(missing);

    await typeCall(page);
    await page.keyboard.press('Control+s');
    expect((await besideField(page, 'due.to')).said).toContain(order);
    await typeDue(page, day(-1), '', '14:00');
    await page.keyboard.press('Control+s');
    await page.locator('.err', { hasText: past }).waitFor();
    expect(await page.locator('[name="words"]').inputValue()).toBe(CALL.words);
    await typeDue(page, day(2), '13:00', '14:00');
    await page.keyboard.press('Control+s');
    await page.locator('.saved .num').waitFor();
  });

  test('the public form says beside each field what is wrong, keeps what was typed, and sends once it is right', async () => {
    const page = await windows.open();
    await visit(page, `${prefix}/popros?dla=SELF&rodzaj=SHOPPING`);
    await page.locator('[name="words"]').fill(LONG);
    await page.locator('[name="due.choice"][value="other"]').check();
    await page.locator('[name="due.to"]').fill(day(-1));
    await page.locator('[name="due.until"]').fill('12:00');
    await page.locator('[name="district"]').selectOption('ochota');
    await page.locator('[name="address.street"]').fill('Krakowiaków');
    await page.locator('[name="address.house"]').fill('18');
    await page.locator('[name="person.name"]').fill('Halina Wilga');
    await page.locator('[name="person.phone"]').fill('cztery cztery');
    await page.locator('button.submit').click();

    const words = await besideField(page, 'words');
    expect(words).toMatchObject({ typed: LONG, described: true });
    expect(words.said).toMatch(long);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('words');
    expect((await besideField(page, 'due.to')).said).toContain(past);
    expect(await besideField(page, 'person.phone')).toMatchObject({ typed: 'cztery cztery', described: true });
    expect((await besideField(page, 'person.phone')).said).toContain(phone);

    await page.locator('[name="words"]').fill(CALL.words);
    await page.locator('[name="person.phone"]').fill('22 000 01 34');
    await page.locator('[name="due.to"]').fill(day(1));
    await page.locator('[name="due.from"]').fill('13:00');
    await page.locator('button.submit').click();
    expect((await besideField(page, 'due.to')).said).toContain(order);
    await page.locator('[name="due.until"]').fill('14:00');
    await page.locator('button.submit').click();
    await page.locator('.sent').waitFor();
  });
});

/** Opens the data of a request and the form that corrects them. */
async function openAmend(page: Page, number: number): Promise<void> {
  await visit(page, '/zgloszenia');
  await openRow(page, number);
  await page.getByRole('button', { name: 'Pokaż dane' }).click();
  await page.locator('dialog[open]').getByLabel('Oddzwonienie').check();
  await page.locator('dialog[open]').getByRole('button', { name: 'Pokaż dane' }).click();
  await page.getByRole('button', { name: 'Popraw dane' }).click();
  await page.locator('dialog[open] [name="words"]').waitFor();
}

test('a correction made from an older text is not saved over the newer one: both are shown, mine stays, and saves', async () => {
  const staff = await demoStaff(url, DEMO.coordinator.email);
  const row = await staff.take();
  const page = await windows.open({ as: DEMO.member.email });
  await openAmend(page, row.number);
  const { kind, errand, dueFrom, dueTo } = row;
  const known = await reveal({ ...staff, sessionId: null, name: '', role: DEMO.coordinator.name, email: null, cookie: '' }, row.id);
  await staff.give('amend', row, {
    version: known.version,
    kind,
    errand,
    due: { from: dueFrom, to: dueTo },
    words: 'Tylko chleb.',
    informed: 'IS_CALLER',
    helpers: [],
    person: { name: 'Halina Wilga', phone: '22 000 01 34' },
    address: { street: 'Krakowiaków', house: '18', flat: '4' },
  });

  await page.locator('dialog[open] [name="words"]').fill('Tylko bułki.');
  await page.locator('dialog[open]').getByRole('button', { name: 'Zapisz', exact: true }).click();
  await page.getByText('W tym czasie ktoś zapisał zmiany.').waitFor();
  expect(await page.locator('dialog[open] li', { hasText: 'Własnymi słowami' }).innerText()).toContain('„Tylko chleb.”');
  expect(await page.locator('dialog[open] [name="words"]').inputValue()).toBe('Tylko bułki.');
  await page.getByRole('button', { name: 'Zapisz moją wersję' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'hidden' });
  await page.locator('.facts .words', { hasText: 'Tylko bułki.' }).waitFor();
});

test('an answer that gets lost: what was typed stays, and sending it again makes no second request', async () => {
  const page = await windows.open({ width: 360, height: 740 });
  await visit(page, '/popros');
  await answerForSelf(page);
  const sent: { id: string; key: string }[] = [];
  await page.route('**/graphql', async (route) => {
    const { variables } = route.request().postDataJSON() as { variables: { input?: { id: string; key: string } } };
    if (!variables.input) return route.continue();
    sent.push({ id: variables.input.id, key: variables.input.key });
    const response = await route.fetch();
    if (sent.length === 1) return route.abort();
    return route.fulfill({ response });
  });
  windows.expectTrouble(/ERR_FAILED/);
  await page.locator('button.submit').click();
  await page.getByText('Nie udało się połączyć z serwerem.').waitFor();
  await page.locator('button.submit').click();
  await page.locator('.sent').waitFor();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});
