import { newId } from '@ww/shared/id';
import { inWarsaw } from '@ww/shared/time';
import { dataOf } from './client.ts';
import { DEMO } from './demo-server.ts';
import { demoStaff } from './demo-staff.ts';
import { meetingDocument, type MeetingMutation } from './meetings.ts';
import type { MeetingSeen } from './meeting-views.ts';

/** A meeting of Włochy that was held, as the demo's coordinator led it: one sign-up, three guests, an arrangement, a thing to do. */
export async function heldMeeting(url: string): Promise<string> {
  const dkw = await demoStaff(url, DEMO.coordinator.email);
  const tell = async (mutation: MeetingMutation, input: object) =>
    dataOf(await dkw.send<{ done: MeetingSeen }>(meetingDocument(mutation), { input: { key: newId(), ...input } })).done;
  const id = newId();
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  // a title that the demo's own meetings don't have: other tests look for those by title on the same server
  const details = { title: 'Spotkanie listopadowe', place: 'Rejonowa 6/8', startsAt, minutes: 90, seats: 12, signUpUntil: null };
  await tell('callMeeting', { id, district: 'wlochy', ...details });
  const points = [
    ['Zimowe dyżury zakupowe', 'DECISION', 25, 'Rafał Gawron, Szkoła Pod Klonem'],
    ['Tłumacz PJM na spotkaniach', 'INFORMATION', 5, null],
    ['Gala wolontariatu', 'DISCUSSION', 20, 'Natalia Pliszka'],
  ] as const;
  for (const [point, kind, minutes, presenter] of points)
    await tell('proposeItem', { id: newId(), meetingId: id, title: point, kind, presenter, minutes });
  await tell('publishMeeting', { id });
  const organisation = await demoStaff(url, DEMO.organisation.email);
  const { myOrganisations } = dataOf(
    await organisation.send<{ myOrganisations: { row: { id: string } }[] }>('{ myOrganisations { row { id } } }'),
  );
  const coming = { key: newId(), id, coming: true, organisationId: myOrganisations[0]?.row.id };
  dataOf(await organisation.send(meetingDocument('answerMeeting'), { input: coming }));
  await tell('startMeeting', { id });
  await tell('checkIn', { id: newId(), meetingId: id, name: 'Wojciech Kania', organisation: 'Parafia na Rybnickiej', remote: false });
  await tell('checkIn', { id: newId(), meetingId: id, name: 'Zofia Czapla', organisation: 'Klub Seniora', remote: true });
  let seen = await tell('checkIn', { id: newId(), meetingId: id, name: 'Jakub Szpak', remote: false });
  const current = () => seen.items.find(({ state }) => state === 'CURRENT');
  // what may come first by itself: things to do since earlier meetings
  while (current()?.title === '') seen = await tell('nextItem', { id, from: current()?.id });
  const arrangementId = newId();
  const text = 'Od 7 grudnia każda organizacja bierze jeden dyżur zakupowy w tygodniu, 16:00–20:00.';
  await tell('putArrangement', { id: arrangementId, meetingId: id, text });
  await tell('saveArrangement', { id: arrangementId, round: 1, for: 13, against: 2, abstained: 3 });
  const due = inWarsaw(Date.now()).toPlainDate().add({ days: 9 }).toString();
  const note = 'Szkoła może użyczyć samochodu w środy. Biblioteka pyta o ubezpieczenie.';
  seen = await tell('addAction', { id: newId(), meetingId: id, text: 'Grafik dyżurów na grudzień', ownerId: dkw.personId, due });
  seen = await tell('noteItem', { id, itemId: current()?.id, version: current()?.version, note });
  seen = await tell('nextItem', { id, from: current()?.id });
  seen = await tell('parkItem', { id, from: current()?.id });
  await tell('endMeeting', { id });
  return id;
}
