import { newId } from '@ww/shared/id';
import { inWarsaw } from '@ww/shared/time';
import type { Page } from 'playwright-core';
import { dataOf, gql } from './client.ts';
import { DEMO, freshAddress } from './demo-server.ts';
import { demoStaff, type Staff } from './demo-staff.ts';
import { invitationOf } from './demo-volunteer.ts';
import { enterBy } from './links.ts';
import { MEETING, meetingDocument, type MeetingMutation } from './meetings.ts';
import type { MeetingSeen } from './meeting-views.ts';
import { memberDocument } from './members.ts';
import { newOrganisation, rosterDocument } from './volunteers.ts';

type Sends = Pick<Staff, 'send'>;

/** Somebody of a member organisation of the demo's Włochy. */
export interface Guest extends Sends {
  name: string;
  organisationId: string;
  /** Signs a window in as them; nothing for whoever the demo knows, whose windows are opened so. */
  enter(page: Page): Promise<void>;
}

/** Does something in a meeting; the meeting as it is after. */
export async function inMeeting({ send }: Sends, mutation: MeetingMutation, input: object): Promise<MeetingSeen> {
  return dataOf(await send<{ done: MeetingSeen }>(meetingDocument(mutation), { input: { key: newId(), ...input } })).done;
}

/** The demo's own organisation and whoever coordinates it. */
export async function demoGuest(url: string): Promise<Guest & Staff> {
  const staff = await demoStaff(url, DEMO.organisation.email);
  const { myOrganisations } = dataOf(
    await staff.send<{ myOrganisations: { row: { id: string } }[] }>('{ myOrganisations { row { id } } }'),
  );
  return { ...staff, name: DEMO.organisation.name, organisationId: myOrganisations[0]?.row.id ?? '', enter: async () => {} };
}

/** An organisation that joined the Network just now, and its coordinator, who came in by the letter's link. */
export async function newGuest(url: string, name: string): Promise<Guest> {
  const dkw = await demoStaff(url, DEMO.coordinator.email);
  const input = newOrganisation({ coordinatorName: name, coordinatorEmail: `${newId().slice(-8)}@example.org` });
  dataOf(await dkw.send(rosterDocument('registerOrganisation'), { input: { key: newId(), ...input } }));
  const { cookie } = await enterBy({ url }, await invitationOf(url, input.coordinatorEmail), { address: freshAddress() });
  const [cookieName = '', value = ''] = cookie?.split(/=(.*)/s) ?? [];
  const headers = { cookie: `${cookieName}=${value}`, 'x-forwarded-for': freshAddress() };
  const guest: Guest = {
    name,
    organisationId: input.id,
    send: (document, variables = {}) => gql(url, document, variables, headers),
    enter: (page) => page.context().addCookies([{ name: cookieName, value, url, httpOnly: true, sameSite: 'Lax' }]),
  };
  const id = newId();
  dataOf(
    await dkw.send(memberDocument('inviteOrganisation'), { input: { key: newId(), id, district: 'wlochy', organisationId: input.id } }),
  );
  dataOf(await guest.send(memberDocument('answerMembership'), { input: { key: newId(), id, accepted: true } }));
  return guest;
}

/** Title, kind, minutes and who presents it. */
type Point = readonly [title: string, kind: string, minutes: number, presenter: string | null];

export const POINTS: readonly Point[] = [
  ['Nowi w Sieci: Biblioteka na Cienistej', 'INFORMATION', 10, null],
  ['Zimowe dyżury zakupowe', 'DECISION', 25, 'Rafał Gawron, Szkoła Pod Klonem'],
  ['Zasoby i potrzeby: brak kierowców', 'RESOURCES_NEEDS', 15, 'Jakub Szpak'],
  ['Tłumacz PJM na spotkaniach', 'INFORMATION', 5, DEMO.coordinator.name],
  ['Gala wolontariatu', 'DISCUSSION', 20, DEMO.organisation.name],
];

export interface LiveMeeting {
  id: string;
  dkw: Staff;
  guests: readonly Guest[];
  /** Everything of it as it is now. */
  seen: () => Promise<MeetingSeen>;
}

/** A meeting that is about to begin: published, the guests have seats, the first of them may lead it, too. */
export async function readyMeeting(url: string, guests: readonly Guest[], points: readonly Point[] = POINTS): Promise<LiveMeeting> {
  const dkw = await demoStaff(url, DEMO.coordinator.email);
  const id = newId();
  const startsAt = new Date(Date.now() + 600_000).toISOString();
  const details = { title: 'Spotkanie grudniowe', place: 'MAL, Rejonowa 6/8', startsAt, minutes: 90, seats: 20, signUpUntil: null };
  await inMeeting(dkw, 'callMeeting', { id, district: 'wlochy', ...details });
  for (const [title, kind, minutes, presenter] of points)
    await inMeeting(dkw, 'proposeItem', { id: newId(), meetingId: id, title, kind, presenter, minutes });
  await inMeeting(dkw, 'publishMeeting', { id });
  for (const { send, organisationId } of guests) await inMeeting({ send }, 'answerMeeting', { id, coming: true, organisationId });
  if (guests[0]) await inMeeting(dkw, 'setDeputies', { id, people: [await personIdOf(guests[0])] });
  // what may come first by itself: things to do since earlier meetings
  const { items } = await seenBy(dkw, id);
  for (const item of items.filter(({ kind }) => kind === 'FOLLOW_UP')) await inMeeting(dkw, 'withdrawItem', { id: item.id });
  return { id, dkw, guests, seen: () => seenBy(dkw, id) };
}

async function personIdOf({ send }: Sends): Promise<string> {
  return dataOf(await send<{ me: { personId: string } }>('{ me { personId } }')).me.personId;
}

const seenBy = async ({ send }: Sends, id: string): Promise<MeetingSeen> =>
  dataOf(await send<{ meeting: MeetingSeen }>(MEETING, { id })).meeting;

/** As it is half an hour later: an item done, one put aside, hands up, a vote under way. */
export async function midMeeting(url: string, guests: readonly Guest[]): Promise<LiveMeeting> {
  const meeting = await readyMeeting(url, guests);
  const { id, dkw } = meeting;
  const lead = (mutation: MeetingMutation, input: object) => inMeeting(dkw, mutation, { id, ...input });
  let { items } = await lead('startMeeting', {});
  const current = () => items.find(({ state }) => state === 'CURRENT')?.id;
  ({ items } = await lead('nextItem', { from: current() }));
  const last = items.at(-1)?.id;
  for (const { send } of guests) await inMeeting({ send }, 'checkInMyself', { id: newId(), meetingId: id });
  for (const [index, { send }] of guests.entries())
    await inMeeting({ send }, 'raiseHand', { id: newId(), meetingId: id, remote: index === 1 });
  const welcome = newId();
  await inMeeting(dkw, 'putArrangement', { id: welcome, meetingId: id, text: 'Biblioteka na Cienistej dołącza do Sieci.' });
  await inMeeting(dkw, 'saveArrangement', { id: welcome, round: 1, for: 18, against: 0, abstained: 0 });
  ({ items } = await lead('resumeItem', { itemId: last, from: current() }));
  ({ items } = await lead('parkItem', { from: current() }));
  const vote = newId();
  const text = 'Od 7 grudnia każda organizacja bierze jeden dyżur zakupowy w tygodniu, 16:00–20:00.';
  await inMeeting(dkw, 'putArrangement', { id: vote, meetingId: id, text });
  for (const { send } of guests) await inMeeting({ send }, 'castBallot', { id: vote, round: 1, ballot: 'FOR' });
  const due = inWarsaw(Date.now()).toPlainDate().add({ days: 9 }).toString();
  await inMeeting(dkw, 'addAction', { id: newId(), meetingId: id, text: 'Grafik dyżurów na grudzień', ownerId: dkw.personId, due });
  const { speakers } = await inMeeting(dkw, 'checkIn', { id: newId(), meetingId: id, name: 'Jakub Szpak', remote: false });
  await inMeeting(dkw, 'giveVoice', { id: speakers[0]?.id });
  return meeting;
}
