import { newId } from '@ww/shared/id';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dataOf } from '../support/client.ts';
import { DEMO, freshAddress } from '../support/demo-server.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { invitationOf } from '../support/demo-volunteer.ts';
import { enterBy } from '../support/links.ts';
import { memberDocument } from '../support/members.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { newOrganisation, rosterDocument } from '../support/volunteers.ts';
import { visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});
afterAll(() => server.stop());

test('who is in no Network is shown the way in, and sees the meetings once let in, without a reload', async () => {
  const { url } = server;
  const dkw = await demoStaff(url, DEMO.coordinator.email);
  const input = newOrganisation({ coordinatorName: 'Lucjan Trznadel', coordinatorEmail: `${newId().slice(-8)}@example.org` });
  dataOf(await dkw.send(rosterDocument('registerOrganisation'), { input: { key: newId(), ...input } }));
  const { cookie } = await enterBy({ url }, await invitationOf(url, input.coordinatorEmail), { address: freshAddress() });
  const [name = '', value = ''] = cookie?.split(/=(.*)/s) ?? [];
  const page = await windows.open({ width: 360, height: 740 });
  await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  await visit(page, '/siec');
  await page.getByRole('heading', { name: 'Sieć', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Dołącz do Sieci' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Przed nami' }).count()).toBe(0);
  await page.locator('.conn', { hasText: 'Na żywo' }).waitFor();

  const id = newId();
  dataOf(
    await dkw.send(memberDocument('inviteOrganisation'), { input: { key: newId(), id, district: 'wlochy', organisationId: input.id } }),
  );
  await page.getByRole('button', { name: /^Pokaż 1/ }).click();
  await page.getByRole('button', { name: /^Przyjmij/ }).click();
  await page.getByRole('heading', { name: 'Przed nami' }).waitFor();
  await page.getByRole('link', { name: 'Zasoby na święta', exact: true }).waitFor();
});

test('a coordinator whose Network is off is told so and led to its settings; who sets them all comes there at once', async () => {
  const dkw = await demoStaff(server.url, DEMO.coordinator.email);
  const { meetings } = dataOf(
    await dkw.send<{ meetings: { rows: { id: string; state: string }[] } }>('{ meetings(district: "wlochy") { rows { id state } } }'),
  );
  const cancel = 'mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { cursor } }';
  for (const { id } of meetings.rows.filter(({ state }) => state === 'PUBLISHED' || state === 'DRAFT'))
    dataOf(await dkw.send(cancel, { input: { key: newId(), id, reason: 'Przerwa w Sieci.' } }));
  dataOf(await dkw.send(memberDocument('setNetwork'), { input: { key: newId(), district: 'wlochy', enabled: false, unansweredDays: 14 } }));
  const page = await windows.open({ as: DEMO.coordinator.email });
  await visit(page, '/siec');
  await page.getByText('W dzielnicy Włochy Sieć jest wyłączona.').waitFor();
  expect(await page.getByRole('button', { name: 'Zwołaj spotkanie' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Ustawienia Sieci' }).click();
  await page.waitForURL('**/siec/czlonkowie?dzielnica=wlochy');

  const admin = await windows.open({ as: DEMO.admin.email });
  await visit(admin, '/ustawienia');
  await admin.getByRole('link', { name: 'Sieć', exact: true }).click();
  await admin.waitForURL('**/siec/czlonkowie');
});
