import { newId } from '@ww/shared/id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf } from '../support/client.ts';
import { DEMO } from '../support/demo-server.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { visit, Windows } from '../support/windows.ts';

const SLUG = 'mal-wlochy';
let server: ServerProcess;
let windows: Windows;
// a server of its own: the rules of a house are everybody's
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterAll(async () => {
  await windows.close();
  await server.stop();
});

test('who publishes second keeps what they wrote, reads what the other published, and can then publish', async () => {
  const irena = await windows.open({ as: DEMO.place.email });
  await visit(irena, `/przestrzenie/${SLUG}/ustawienia`);
  const rules = irena.getByRole('region', { name: 'Zasady domu', exact: true });
  const text = rules.getByLabel('Treść zasad');
  await text.fill('Gasimy światło i zamykamy okna.');

  const colleague = await demoStaff(server.url, DEMO.place.email);
  const { place } = dataOf(
    await colleague.send<{ place: { id: string; version: number; rulesVersion: number } }>(
      'query ($slug: String!) { place(slug: $slug) { id version rulesVersion } }',
      { slug: SLUG },
    ),
  );
  const publish = 'mutation ($input: PublishRulesInput!) { publishRules(input: $input) { rulesVersion } }';
  const theirs = { key: newId(), id: place.id, version: place.version, text: 'Nie hałasujemy po dwudziestej.' };
  dataOf(await colleague.send(publish, { input: theirs }));

  await rules.getByRole('button', { name: `Opublikuj wersję ${place.rulesVersion + 1}` }).click();
  await rules.getByText('Ktoś zmienił to w międzyczasie.').waitFor();
  expect(await text.inputValue()).toBe('Gasimy światło i zamykamy okna.');
  await rules.locator('summary', { hasText: String(place.rulesVersion + 1) }).click();
  await rules.getByText(theirs.text).waitFor();

  await rules.getByRole('button', { name: `Opublikuj wersję ${place.rulesVersion + 2}` }).click();
  await rules.getByText(`Obowiązuje wersja ${place.rulesVersion + 2}.`, { exact: false }).waitFor();
  expect(await text.inputValue()).toBe('Gasimy światło i zamykamy okna.');
  expect(windows.takeTrouble()).toEqual([]);
});
