import { expect, test } from 'vitest';
import { cutOff, sideways, violations } from '../support/axe.ts';
import { TALL, useShown } from '../support/axe-states.ts';
import { DEMO } from '../support/demo-server.ts';
import type { DemoVolunteer } from '../support/demo-volunteer.ts';
import { FRIDGE } from '../support/fridge-page.ts';
import { visit } from '../support/windows.ts';

const shown = useShown();

// longer words than Polish ones: the pages without their states
const PATHS = ['/', '/popros', '/zaloguj', '/wejscie', '/haslo', '/poczta', '/prywatnosc', '/deklaracja-dostepnosci', '/skroty'];
const PLACE_PATHS = ['/przestrzenie', '/przestrzenie/mal-wlochy', '/rezerwacja', '/jadlodzielnia', FRIDGE, `${FRIDGE}/qr`];
const PLACE_STAFF_PATHS = ['tydzien', 'drzwi', 'ustawienia'].map((page) => `/przestrzenie/mal-wlochy/${page}`);
const MINE_PATHS = ['/moje', '/moje/dostepnosc', '/moje/godziny'];
const STAFF_PATHS = [
  '/pulpit',
  '/zgloszenia',
  '/zgloszenia/nowe',
  '/wolontariusze',
  '/wolontariusze/osoby',
  '/wolontariusze/organizacje',
  '/siec',
  '/siec/tablica',
  '/siec/czlonkowie',
  '/ustawienia',
];

test.each(['/en', '/uk'])('in the language of "%s" nothing is too wide for 320 px, and axe finds nothing', async (prefix) => {
  const { windows, stock } = shown;
  const found: string[] = [];
  const look = async (as: string | undefined, paths: readonly string[], who?: DemoVolunteer) => {
    const page = await windows.open({ width: 320, height: TALL, ...(as ? { as } : {}) });
    await who?.enter(page);
    for (const path of paths) {
      await visit(page, `${prefix}${path}`);
      if (path.includes('nr=')) await page.locator('.facts').waitFor();
      const wide = await sideways(page);
      if (wide > 0) found.push(`${path} is ${wide} px too wide`);
      found.push(...(await cutOff(page)).map((control) => `${path} cuts ${control}`));
      found.push(...(await violations(page)).map((line) => `${path}: ${line}`));
    }
  };
  await look(undefined, [...PATHS, ...PLACE_PATHS, `/prosba/${stock.code}`]);
  const network = await windows.open({ as: DEMO.coordinator.email });
  await visit(network, '/siec');
  const meeting = (await network.locator('article h3 a').first().getAttribute('href')) ?? '';
  await look(DEMO.organisation.email, [meeting]);
  await look(DEMO.coordinator.email, [...STAFF_PATHS, meeting, `/zgloszenia?nr=${stock.id}`]);
  await look(DEMO.place.email, PLACE_STAFF_PATHS);
  await look(DEMO.auditor.email, ['/dziennik']);
  await look(undefined, MINE_PATHS, stock.volunteer);
  expect([...found, ...windows.takeTrouble()]).toEqual([]);
});
