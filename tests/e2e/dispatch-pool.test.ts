import { newId } from '@ww/shared/id';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { dataOf } from '../support/client.ts';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { OFFER_REQUEST } from '../support/dispatch.ts';
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

const MINE = '{ myOrganisations { pools { id } } }';
interface Mine {
  myOrganisations: { pools: { id: string }[] }[];
}

/** Tomorrow within the hours of the pools of the demo. */
function tomorrow(): { from: string; to: string } {
  const day = inWarsaw(Date.now()).toPlainDate().add({ days: 1 });
  const at = (hour: number) => fromWarsaw(day.toPlainDateTime({ hour })).toISOString();
  return { from: at(10), to: at(15) };
}

test('a request offered to a pool comes to its organisation, which needs a name to say yes and none to say no', async () => {
  const organisation = await demoStaff(url, DEMO.organisation.email);
  const poolId = dataOf(await organisation.send<Mine>(MINE)).myOrganisations.flatMap(({ pools }) => pools)[0]?.id;
  const staff = await demoStaff(url, DEMO.coordinator.email);
  const request = await staff.take({ kind: 'PET', errand: 'VET' });
  const input = { key: newId(), id: newId(), requestId: request.id, poolId, volunteerId: null, minutes: 60, overrides: [], ...tomorrow() };
  dataOf(await staff.send(OFFER_REQUEST, { input }));

  const page = await windows.open({ as: DEMO.organisation.email });
  await visit(page, '/wolontariusze/organizacje');
  const card = page.getByRole('form', { name: 'Weterynarz, Włochy' });
  await card.getByText(/jutro 10:00.{1,3}15:00, około 40 min/).waitFor();
  await card.getByRole('button', { name: 'Wyślij tę osobę' }).click();
  await card.getByText('Wybierz jedną z możliwości.').waitFor();
  expect(await violations(page)).toEqual([]);
  await card.getByRole('button', { name: 'Nie mamy nikogo' }).click();
  await page.locator('.toast', { hasText: 'Wysłano odmowę.' }).waitFor();
  await card.waitFor({ state: 'detached' });
});
