import type { Page } from 'playwright-core';
import { answerForSelf } from './ask-page.ts';
import { DEMO } from './demo-server.ts';
import { DISPATCH } from './dispatch-pages.ts';
import { CALL, openIntake, typeCall } from './intake-page.ts';
import { openRow } from './queue-page.ts';
import type { Stock } from './stock.ts';
import { visit } from './windows.ts';

/** A page in one of its states, for whatever looks at all of them: axe, widths, pictures. */
export interface PageState {
  name: string;
  /** Signed in as; nobody without it. */
  as?: string;
  /** Brings the window into the state. */
  open: (page: Page, stock: Stock) => Promise<void>;
  /** A phone gets there in its own way. */
  phone?: true;
  /** Lines that the browser itself logs because of what the state is about. */
  trouble?: RegExp;
}

const at = (path: string) => (page: Page) => visit(page, path);
const pane = async (page: Page, { number }: Stock) => {
  await visit(page, '/zgloszenia');
  await openRow(page, number);
  await page.locator('.facts').waitFor();
};
const dialog = (page: Page) => page.locator('dialog[open]').waitFor();
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 768;

async function revealed(page: Page, stock: Stock): Promise<void> {
  await pane(page, stock);
  await page.locator('.reveal').getByRole('button', { name: 'Pokaż dane' }).click();
  await page.locator('dialog[open]').getByLabel('Oddzwonienie').check();
  await page.locator('dialog[open]').getByRole('button', { name: 'Pokaż dane' }).click();
  await page.locator('.facts .is-shown').first().waitFor();
}

const own =
  (then: (page: Page) => Promise<void> = async () => {}) =>
  async (page: Page, { code }: Stock) => {
    await visit(page, `/prosba/${code}`);
    await then(page);
  };

export const PUBLIC: PageState[] = [
  { name: 'start', open: at('/') },
  {
    name: 'start-wlochy',
    open: async (page) => {
      await visit(page, '/');
      await page.getByLabel('Twoja dzielnica').fill('Włochy');
      await page.locator('.bigtel').waitFor();
      await page.getByLabel('Kod z kartki lub z ekranu').fill('nie-kod');
      await page.getByRole('button', { name: 'Sprawdź' }).click();
      await page.locator('.err').waitFor();
    },
  },
  {
    name: 'start-menu',
    phone: true,
    open: async (page) => {
      await visit(page, '/');
      const menu = page.getByRole('button', { name: 'Menu', exact: true });
      if (await menu.isVisible()) await menu.click();
    },
  },
  { name: 'popros', open: at('/popros') },
  {
    name: 'popros-bledy',
    phone: true,
    open: async (page) => {
      await visit(page, '/popros?dla=SOMEONE_ELSE');
      await page.locator(isPhone(page) ? 'button.next' : 'button.submit').click();
      if (isPhone(page)) await page.locator('button.next').click();
      await page.locator('.err').first().waitFor();
    },
  },
  {
    name: 'popros-wypelnione',
    phone: true,
    open: async (page) => {
      await visit(page, '/popros');
      await answerForSelf(page);
    },
  },
  { name: 'prosba', open: own() },
  { name: 'prosba-zmiana', open: own((page) => page.getByRole('button', { name: 'Zmień treść lub termin' }).click()) },
  {
    name: 'prosba-odwolanie',
    open: own(async (page) => {
      await page.getByRole('button', { name: 'Odwołaj prośbę' }).click();
      await page.getByRole('button', { name: 'Tak, odwołaj' }).click();
      await page.locator('dialog .err').waitFor();
    }),
  },
  { name: 'prosba-zly-kod', open: at('/prosba/K7QP-4M2X-9RTB'), trouble: /status of 404/ },
  { name: 'zaloguj', open: at('/zaloguj') },
  {
    name: 'zaloguj-blad',
    open: async (page) => {
      await visit(page, '/zaloguj');
      await page.locator('.login-form [type=submit]').click();
      await page.locator('.err').first().waitFor();
    },
  },
  {
    name: 'zaloguj-link',
    open: async (page) => {
      await visit(page, '/zaloguj');
      await page.getByLabel('E-mail').fill('nikt.taki@example.org');
      await page.getByRole('button', { name: 'Wyślij mi link' }).click();
      await page.locator('.sent').waitFor();
    },
  },
  { name: 'wejscie', open: at('/wejscie#token=nie-ma-takiego') },
  {
    name: 'wejscie-zle',
    open: async (page) => {
      await visit(page, '/wejscie#token=nie-ma-takiego');
      await page.getByRole('button', { name: 'Wejdź' }).click();
      await page.getByRole('heading', { name: 'Ten link nie działa' }).waitFor();
    },
    trouble: /status of 400/,
  },
  { name: 'zaproszenie-zle', open: at('/zaproszenie') },
  { name: 'haslo', open: at('/haslo') },
  { name: 'haslo-nowe', open: at('/haslo#token=nie-ma-takiego') },
  { name: 'poczta', open: at('/poczta') },
  { name: 'prywatnosc', open: at('/prywatnosc') },
  { name: 'deklaracja', open: at('/deklaracja-dostepnosci') },
  { name: 'skroty', open: at('/skroty') },
  { name: 'brak-strony', open: at('/nie-ma-takiej-strony'), trouble: /status of 404/ },
];

const { coordinator, member, memberElsewhere, organisation, analyst, auditor, volunteer } = DEMO;
const asMember = (name: string, open: PageState['open']): PageState => ({ name, as: member.email, open });
const verb = (name: string, button: string): PageState =>
  asMember(name, async (page, stock) => {
    await pane(page, stock);
    await page.locator('.pane').getByRole('button', { name: button }).first().click();
    await dialog(page);
  });

export const STAFF: PageState[] = [
  { name: 'ustawienia', as: coordinator.email, open: at('/ustawienia') },
  {
    name: 'ustawienia-bledy',
    as: coordinator.email,
    open: async (page) => {
      await visit(page, '/ustawienia');
      await page.getByRole('button', { name: 'Wyślij zaproszenie' }).click();
      await page.locator('.err').first().waitFor();
    },
  },
  {
    name: 'ustawienia-usuwanie',
    as: coordinator.email,
    open: async (page) => {
      await visit(page, '/ustawienia');
      await page
        .getByRole('button', { name: /^Usuń z Zespołu/ })
        .first()
        .click();
      await dialog(page);
    },
  },
  { name: 'ustawienia-wolontariusz', as: volunteer.email, open: at('/ustawienia') },
  { name: 'pulpit', as: coordinator.email, open: at('/pulpit') },
  {
    name: 'pulpit-tabela',
    as: coordinator.email,
    open: async (page) => {
      await visit(page, '/pulpit');
      await page.getByRole('button', { name: 'Pokaż jako tabelę' }).click();
      await page.locator('table').waitFor();
    },
  },
  { name: 'pulpit-miasto', as: analyst.email, open: at('/pulpit') },
  asMember('zgloszenia', at('/zgloszenia')),
  { name: 'zgloszenia-puste', as: memberElsewhere.email, open: at('/zgloszenia?widok=moje') },
  asMember('zgloszenia-otwarte', pane),
  asMember('zgloszenia-odsloniete', revealed),
  asMember('zgloszenia-zaznaczone', async (page) => {
    await visit(page, '/zgloszenia');
    for (const box of (await page.locator('tr[data-row] input').all()).slice(0, 2)) await box.check();
    await page.locator('.bulk').waitFor();
  }),
  verb('zgloszenia-przydzial', 'Przydziel…'),
  verb('zgloszenia-zamykanie', 'Zamknij z powodem…'),
  verb('zgloszenia-odslanianie', 'Pokaż dane'),
  asMember('zgloszenia-poprawka', async (page, stock) => {
    await revealed(page, stock);
    await page.getByRole('button', { name: 'Popraw dane' }).click();
    await page.locator('dialog[open] [name="words"]').fill('');
    await page.locator('dialog[open]').getByRole('button', { name: 'Zapisz', exact: true }).click();
    await page.locator('dialog[open] .err').waitFor();
  }),
  ...DISPATCH,
  asMember('paleta', async (page) => {
    await visit(page, '/zgloszenia');
    await page.keyboard.press('Control+k');
    await dialog(page);
  }),
  asMember('klawisze', async (page) => {
    await visit(page, '/zgloszenia');
    await page.keyboard.press('?');
    await dialog(page);
  }),
  asMember('nowe', (page) => openIntake(page)),
  asMember('nowe-bledy', async (page) => {
    await openIntake(page);
    await page.keyboard.press('Control+s');
    await page.locator('.err').first().waitFor();
  }),
  {
    name: 'nowe-zapisane',
    phone: true,
    as: member.email,
    open: async (page) => {
      await openIntake(page);
      if (isPhone(page)) {
        await page.locator('[name="person.name"]').fill(CALL['person.name']);
        return;
      }
      await typeCall(page);
      await page.keyboard.press('Control+s');
      await page.locator('.saved').waitFor();
    },
  },
  { name: 'wolontariusze', as: coordinator.email, open: at('/wolontariusze') },
  { name: 'wolontariusze-gdzie-indziej', as: organisation.email, open: at('/wolontariusze?pomoc=zakupy') },
  {
    name: 'wolontariusze-pole',
    phone: true,
    as: coordinator.email,
    open: async (page) => {
      await visit(page, '/wolontariusze');
      await page
        .locator(isPhone(page) ? '.halves button' : 'tr.own button')
        .last()
        .click();
      await dialog(page);
    },
  },
  { name: 'dziennik', as: auditor.email, open: at('/dziennik') },
  { name: 'dziennik-pusty', as: auditor.email, open: at('/dziennik?osoba=nikt+taki') },
];
