import { newId } from '@ww/shared/id';
import { inWarsaw } from '@ww/shared/time';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO } from '../support/demo-server.ts';
import { demoGuest, inMeeting, readyMeeting } from '../support/live-meeting.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { focusName, visit, Windows } from '../support/windows.ts';

let server: ServerProcess;
let windows: Windows;
// a server of its own: who has nothing to do here has something once a meeting gave it out
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: '1' } });
  windows = new Windows(server.url);
});
afterEach(async () => {
  await windows.close();
  expect(windows.takeTrouble()).toEqual([]);
});
afterAll(() => server.stop());

const WHAT = 'Zamówić tłumacza na styczeń';

test('what a meeting gives out stands on the owner’s desk at once, is ticked off there by keyboard, and taken back', async () => {
  const { id, dkw } = await readyMeeting(server.url, [await demoGuest(server.url)]);
  const [desk, network] = [await windows.open({ as: DEMO.coordinator.email }), await windows.open({ as: DEMO.coordinator.email })];
  await visit(desk, '/pulpit');
  await visit(network, '/siec');
  await network.getByText('Nie masz nic do zrobienia.').waitFor();
  expect(await desk.locator('.my-actions').count()).toBe(0);

  await inMeeting(dkw, 'startMeeting', { id });
  const due = inWarsaw(Date.now()).toPlainDate().add({ days: 9 }).toString();
  await inMeeting(dkw, 'addAction', { id: newId(), meetingId: id, text: WHAT, ownerId: dkw.personId, due });
  const box = desk.locator('.my-actions').getByLabel(WHAT);
  await box.waitFor();
  await network.locator('.my-actions').getByLabel(WHAT).waitFor();
  expect(await desk.locator('.my-actions').getByRole('link', { name: 'Spotkanie grudniowe' }).getAttribute('href')).toBe(`/siec/${id}`);

  await box.focus();
  await desk.keyboard.press('Space');
  await desk.getByText(`Zrobione: ${WHAT}`).first().waitFor();
  await expect.poll(() => box.isChecked()).toBe(true);
  expect(await focusName(desk)).toBe(WHAT);
  await expect.poll(() => network.locator('.my-actions').getByLabel(WHAT).isChecked()).toBe(true);
  await desk.getByRole('button', { name: /^Cofnij/ }).click();
  await expect.poll(() => box.isChecked()).toBe(false);
  await expect.poll(() => network.locator('.my-actions').getByLabel(WHAT).isChecked()).toBe(false);
});
