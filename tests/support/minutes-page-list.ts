import type { Page } from 'playwright-core';
import { DEMO } from './demo-server.ts';
import { heldMeeting } from './minutes-page.ts';
import type { PageState } from './page-list.ts';
import { visit } from './windows.ts';

const held = new Map<string, Promise<string>>();

/** A page of a meeting that was held; one meeting a server. */
async function ofHeld(page: Page, path: string): Promise<void> {
  await visit(page, '/ustawienia');
  const { origin } = new URL(page.url());
  const id = held.get(origin) ?? heldMeeting(origin);
  held.set(origin, Promise.resolve(id));
  await visit(page, `/siec/${await id}/${path}`);
}
const asCoordinator = (name: string, path: string, button?: string): PageState => ({
  name,
  as: DEMO.coordinator.email,
  open: async (page) => {
    await ofHeld(page, path);
    if (button) await page.getByRole('button', { name: button }).click();
  },
});

/** Minutes and what is printed of a meeting. */
export const MINUTES: PageState[] = [
  asCoordinator('protokol', 'protokol'),
  asCoordinator('protokol-pisanie', 'protokol', 'Uzupełnij notatki'),
  asCoordinator('protokol-zatwierdzanie', 'protokol', 'Zatwierdź protokół'),
  {
    name: 'porzadek-druk',
    as: DEMO.coordinator.email,
    open: async (page) => {
      await ofHeld(page, 'druk');
      await page.getByRole('switch').click();
    },
  },
];
