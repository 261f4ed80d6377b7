import { newId } from '@ww/shared/id';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { freeSlot } from '../support/booking-page.ts';
import { dataOf } from '../support/client.ts';
import { DEMO, demoServer } from '../support/demo-server.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { markUnloaded, visit, Windows } from '../support/windows.ts';

let windows: Windows;
let url: string;
beforeAll(async () => {
  ({ url } = await demoServer());
  windows = new Windows(url);
});
afterEach(() => windows.close());

test('what a colleague books for the organisation is there by itself, and so is the answer', async () => {
  const natalia = await windows.open({ as: DEMO.organisation.email });
  await visit(natalia, '/rezerwacja');
  const slot = await freeSlot(url, 'mal-wlochy', { minutes: 60, room: 1 });
  const [colleague, irena] = [await demoStaff(url, DEMO.organisation.email), await demoStaff(url, DEMO.place.email)];
  const { myOrganisations, place } = dataOf(
    await colleague.send<{ myOrganisations: { row: { id: string; name: string } }[]; place: { rulesVersion: number } }>(
      'query ($slug: String!) { myOrganisations { row { id name } } place(slug: $slug) { rulesVersion } }',
      { slug: slot.slug },
    ),
  );
  const organisation = myOrganisations[0]?.row ?? { id: '', name: '' };
  const theirs = natalia.getByRole('region', { name: organisation.name });
  await natalia.getByText('Na żywo').waitFor();
  const before = await theirs.getByRole('article').count();
  const stays = await markUnloaded(natalia);

  const id = newId();
  const wish = {
    roomId: slot.room.id,
    startsAt: slot.from,
    endsAt: slot.to,
    people: 4,
    purpose: 'MEETING',
    rulesVersion: place.rulesVersion,
  };
  const book = 'mutation ($input: BookForOrganisationInput!) { bookForOrganisation(input: $input) { id } }';
  dataOf(await colleague.send(book, { input: { key: newId(), id, organisationId: organisation.id, ...wish } }));
  await expect.poll(() => theirs.getByRole('article').count()).toBe(before + 1);
  const asked = await theirs.getByText('Czeka na odpowiedź.').count();
  const won = await theirs.getByText('Sala jest Twoja.').count();

  const approve = 'mutation ($input: OnVersionInput!) { approveBooking(input: $input) { state } }';
  dataOf(await irena.send(approve, { input: { key: newId(), id, version: 1 } }));
  await expect.poll(() => theirs.getByText('Sala jest Twoja.').count()).toBe(won + 1);
  expect(await theirs.getByText('Czeka na odpowiedź.').count()).toBe(asked - 1);
  expect(await stays()).toBe(true);
  expect(windows.takeTrouble()).toEqual([]);
});
