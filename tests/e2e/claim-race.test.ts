import { afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { openRow, readQueue, rowOf } from '../support/queue-page.ts';
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

test('two windows claim one request: one wins, the other is told who and when, both lists end up equal', async () => {
  const staff = await demoStaff(url, DEMO.member.email);
  const { number } = await staff.take();
  const people = [DEMO.coordinator, DEMO.member];
  const pages = await Promise.all(people.map(({ email }) => windows.open({ as: email })));
  for (const page of pages) {
    await visit(page, '/zgloszenia');
    await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();
    await openRow(page, number);
  }
  const claims = pages.map((page) => page.locator('.pane-actions').getByRole('button', { name: 'Przejmij' }));
  await Promise.all(claims.map((button) => button.waitFor()));
  // both have pressed before either is answered
  const { promise: bothPressed, resolve } = Promise.withResolvers<undefined>();
  let pressed = 0;
  for (const page of pages) {
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('claimRequest')) return route.continue();
      if (++pressed === pages.length) resolve(undefined);
      await bothPressed;
      return route.continue();
    });
  }
  await Promise.all(claims.map((button) => button.click()));

  const won = pages.map((page) => page.locator('.toast', { hasText: `Nr ${number} jest teraz Twoje.` }));
  const lost = pages.map((page) => page.locator('.notice', { hasText: `Nr ${number} ma już` }));
  await Promise.all(pages.map((page) => page.locator('.toast, .notice.won').first().waitFor()));
  const wins = await Promise.all(won.map((toast) => toast.count()));
  expect(wins.toSorted()).toEqual([0, 1]);

  const winner = wins.indexOf(1);
  const loser = 1 - winner;
  const name = people[winner]?.name ?? '';
  expect(await lost[loser]?.innerText()).toMatch(
    new RegExp(`Nr ${number} ma już ${name}: przejęcie o \\d\\d:\\d\\d:\\d\\d, chwilę przed Tobą.`),
  );
  await Promise.all(pages.map((page) => rowOf(page, number).locator('.c-who', { hasText: name }).waitFor()));
  // the open request follows too: only who holds it may set out
  const panes = pages.map((page) => page.locator('.pane .also', { hasText: 'Przejęte' }));
  await Promise.all(panes.map((pane) => pane.waitFor()));
  const [one, other] = await Promise.all(pages.map((page) => readQueue(page)));
  expect(one).toEqual(other);
});
