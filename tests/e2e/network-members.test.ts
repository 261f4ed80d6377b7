import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
// a server of its own: an organisation that leaves gives up its seats, which others' tests may look at
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterAll(async () => {
  await windows.close();
  await server.stop();
});

const OWN = 'Fundacja Kładka';
const entryOf = (page: Page, name: string) => page.locator('article', { has: page.getByRole('heading', { name }) });

test('who asks is let in and seen at once; an entry is written, followed and reached; who leaves is shown the way in', async () => {
  const marta = await windows.open({ as: DEMO.coordinator.email });
  const natalia = await windows.open({ as: DEMO.organisation.email });
  await visit(marta, '/siec/czlonkowie');
  await visit(natalia, '/siec/czlonkowie');

  const asking = marta
    .locator('section', { has: marta.getByRole('heading', { name: 'Proszą o przyjęcie' }) })
    .locator('li')
    .first();
  const name = (await asking.getByRole('heading').textContent())?.trim() ?? '';
  expect(await natalia.getByRole('heading', { name }).count()).toBe(0);
  await asking.getByRole('button', { name: `Przyjmij: ${name}` }).click();
  await entryOf(marta, name).waitFor();
  await natalia.getByRole('button', { name: 'Pokaż 1 nową organizację' }).click();
  await entryOf(natalia, name).waitFor();
  // who is a member changes their own entry, and no other
  expect(
    await entryOf(natalia, name)
      .getByRole('button', { name: /^Zmień/ })
      .count(),
  ).toBe(0);

  // what was typed stays when the server refuses it, and the other window follows what was saved
  await entryOf(natalia, OWN)
    .getByRole('button', { name: /^Zmień wizytówkę/ })
    .click();
  const form = natalia.locator('dialog[open]');
  await form.locator('[name="does"]').fill('Zakupy i spacery.\nŚniadania w soboty.');
  await form.locator('[name="contactPhone"]').fill('12');
  await form.getByRole('button', { name: 'Zapisz wizytówkę' }).click();
  await form.locator('.err').waitFor();
  expect(await focusName(natalia)).toBe('contactPhone');
  expect(await form.locator('[name="does"]').inputValue()).toContain('Śniadania');
  await form.locator('[name="contactPhone"]').fill('22 000 01 34');
  await form.getByRole('button', { name: 'Zapisz wizytówkę' }).click();
  await form.waitFor({ state: 'detached' });
  await entryOf(marta, OWN).getByText('Śniadania w soboty.').waitFor();

  await entryOf(marta, OWN)
    .getByRole('button', { name: /^Pokaż kontakt/ })
    .click();
  await entryOf(marta, OWN).locator('a[href="tel:+48220000134"]').waitFor();
  expect(await focusName(marta)).toBe('Zakryj');

  // leaving is asked about first; afterwards the way in is what there is
  await entryOf(natalia, OWN)
    .getByRole('button', { name: /^Wystąp/ })
    .click();
  await natalia.keyboard.press('Escape');
  await entryOf(natalia, OWN)
    .getByRole('button', { name: /^Wystąp/ })
    .click();
  await natalia.locator('dialog[open]').getByRole('button', { name: 'Wystąp' }).click();
  await natalia.getByRole('heading', { name: 'Dołącz do Sieci' }).waitFor();
  await entryOf(marta, OWN).waitFor({ state: 'detached' });

  await natalia.locator('[name="district"]').selectOption('wlochy');
  await natalia.getByRole('button', { name: 'Poproś o przyjęcie' }).click();
  await natalia.getByText('Czeka na odpowiedź').waitFor();
  // off while it was sent, and the focus still there
  await expect.poll(() => focusName(natalia)).toBe('Poproś o przyjęcie');
  const waiting = marta.getByRole('button', { name: /^Pokaż 1 nową/ });
  await waiting.click();
  await marta.getByRole('button', { name: `Przyjmij: ${OWN}` }).click();
  // let in while the page is open: the directory comes by itself
  await entryOf(natalia, OWN).waitFor();
  await entryOf(marta, name)
    .getByRole('button', { name: /^Zakończ członkostwo/ })
    .click();
  await marta.locator('dialog[open]').getByRole('button', { name: 'Zakończ', exact: true }).click();
  await entryOf(natalia, name).waitFor({ state: 'detached' });
  expect(windows.takeTrouble()).toEqual([]);
});
