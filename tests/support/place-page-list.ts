import { DEMO } from './demo-server.ts';
import { FRIDGE } from './fridge-page.ts';
import type { PageState } from './page-list.ts';
import { visit } from './windows.ts';

/** The community fridges, as anybody sees them. */
export const FRIDGES: PageState[] = [
  { name: 'jadlodzielnia', open: (page) => visit(page, '/jadlodzielnia') },
  { name: 'jadlodzielnia-polki', open: (page) => visit(page, FRIDGE) },
  { name: 'jadlodzielnia-qr', open: (page) => visit(page, `${FRIDGE}/qr`) },
];

/** What a place's staff sees of its fridge and sets for the place; whoever opens places says who its staff are. */
export const UPKEEP: PageState[] = [
  { name: 'jadlodzielnia-obsluga', as: DEMO.place.email, open: (page) => visit(page, FRIDGE) },
  {
    name: 'miejsce-ustawienia',
    as: DEMO.place.email,
    open: async (page) => {
      await visit(page, '/przestrzenie/mal-wlochy/ustawienia');
      await page.getByRole('region', { name: 'Godziny otwarcia', exact: true }).getByText('Zmień godziny').click();
      const rooms = page.getByRole('region', { name: 'Sale', exact: true });
      await rooms
        .getByRole('button', { name: /^Zmień/ })
        .first()
        .click();
      await rooms.locator('form input').first().waitFor();
    },
  },
  {
    name: 'miejsce-obsluga-usuwanie',
    as: DEMO.admin.email,
    open: async (page) => {
      await visit(page, '/przestrzenie/mal-wlochy/ustawienia');
      await page
        .getByRole('button', { name: /^Usuń z obsługi/ })
        .first()
        .click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  { name: 'ustawienia-administracja', as: DEMO.admin.email, open: (page) => visit(page, '/ustawienia') },
];
