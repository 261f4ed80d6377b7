import { newId } from '@ww/shared/id';
import { openSession, type Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import type { World } from './world.ts';

/** The row as tests read it. */
const VOLUNTEER = `id organisationId organisationName district displayName districts kinds languages limits contact maxOpen weeklyMinutes since
  agreementOn insuredUntil adultOn guardianConsentOn dutyUntil lastAskedAt invitedAt endedAt openTasks version hasAccount`;
const ROSTER_ROW = `id version weekMinutes freeToday volunteer { ${VOLUNTEER} }`;
const AVAILABILITY = `volunteerId version dutyUntil weekly { weekday from to } exceptions { day hours { from to } } absences { id from to }`;
const ORGANISATION = `row { id name district districts version } volunteers coordinators
  pools { id organisationId districts kinds weekdays fromMinute toMinute headcount fromDay toDay version }`;

export interface Volunteer {
  id: string;
  organisationId: string | null;
  organisationName: string | null;
  district: string;
  displayName: string;
  districts: string[];
  kinds: string[];
  languages: string[];
  limits: string[];
  contact: string;
  maxOpen: number;
  weeklyMinutes: number | null;
  since: string;
  agreementOn: string | null;
  insuredUntil: string | null;
  adultOn: string | null;
  guardianConsentOn: string | null;
  dutyUntil: string | null;
  lastAskedAt: string | null;
  invitedAt: string | null;
  endedAt: string | null;
  openTasks: number;
  version: number;
  hasAccount: boolean;
}

export interface RosterRow {
  id: string;
  version: number;
  weekMinutes: number;
  freeToday: boolean;
  volunteer: Volunteer;
}

export interface Availability {
  volunteerId: string;
  version: number;
  dutyUntil: string | null;
  weekly: { weekday: number; from: number; to: number }[];
  exceptions: { day: string; hours: { from: number; to: number }[] }[];
  absences: { id: string; from: string; to: string }[];
}

export interface OrganisationView {
  row: { id: string; name: string; district: string; districts: string[]; version: number };
  volunteers: number;
  coordinators: string[];
  pools: { id: string; organisationId: string; weekdays: number[]; headcount: number; fromDay: string; toDay: string; version: number }[];
}

/** What is done to volunteers and their hosts: the mutation, the type of its input and what it answers. */
const MUTATIONS = {
  addVolunteer: ['AddVolunteerInput', ROSTER_ROW],
  amendVolunteer: ['AmendVolunteerInput', ROSTER_ROW],
  inviteVolunteer: ['OnVolunteerInput', ROSTER_ROW],
  endVolunteer: ['OnVolunteerInput', 'id'],
  revealVolunteer: ['RevealVolunteerInput', 'id revealedAt email phone'],
  setAvailability: ['SetAvailabilityInput', AVAILABILITY],
  addAbsence: ['AddAbsenceInput', AVAILABILITY],
  removeAbsence: ['RemoveAbsenceInput', AVAILABILITY],
  setDuty: ['SetDutyInput', AVAILABILITY],
  registerOrganisation: ['RegisterOrganisationInput', ORGANISATION],
  offerPool: ['OfferPoolInput', ORGANISATION],
  withdrawPool: ['WithdrawPoolInput', ORGANISATION],
} as const;
export type RosterMutation = keyof typeof MUTATIONS;

/** The text of the mutation, its answer under the name `done`. */
export const rosterDocument = (mutation: RosterMutation) =>
  `mutation ($input: ${MUTATIONS[mutation][0]}!) { done: ${mutation}(input: $input) { ${MUTATIONS[mutation][1]} } }`;

/** Gives the command with a key of its own unless `input` has one. */
export function tell<T>(by: Actor, mutation: RosterMutation, input: object): Promise<Answer<{ done: T }>> {
  return by.send<{ done: T }>(rosterDocument(mutation), { input: { key: newId(), ...input } });
}

/** As `tell`, for a command that must succeed. */
export async function told<T>(by: Actor, mutation: RosterMutation, input: object): Promise<T> {
  return dataOf(await tell<T>(by, mutation, input)).done;
}

/** An adult of the district of Włochy who shops, insured for the first month; override what the test is about. */
export const profile = (over: object = {}) => ({
  name: 'Kinga Jaskółka',
  email: null,
  phone: '22 000 01 34',
  contact: 'PHONE',
  districts: ['wlochy'],
  kinds: ['SHOPPING'],
  languages: ['PL'],
  limits: [],
  maxOpen: 3,
  weeklyMinutes: null,
  since: '2026-11-20',
  agreementOn: null,
  insuredUntil: '2026-12-31',
  adultOn: null,
  guardianConsentOn: null,
  ...over,
});

/** What adds such a volunteer, held by the district. */
export const newcomer = (over: object = {}) => ({
  id: newId(),
  district: 'wlochy',
  organisationId: null,
  invite: false,
  ...profile(),
  ...over,
});

/** A volunteer whom this coordinator added, through the real mutation. */
export async function aVolunteer(by: Actor, over: object = {}): Promise<Volunteer> {
  return (await told<RosterRow>(by, 'addVolunteer', newcomer(over))).volunteer;
}

let made = 0;
/** An address that nobody else has. */
export const someEmail = () => `ochotnik${String(made++)}@example.org`;

/** A volunteer with an account, and their session. */
export async function aVolunteerSignedIn(world: World, by: Actor, over: object = {}): Promise<{ volunteer: Volunteer; actor: Actor }> {
  const volunteer = await aVolunteer(by, { email: someEmail(), invite: true, ...over });
  return { volunteer, actor: await openSession(world, await personOf(world, volunteer.id)) };
}

/** The account of a volunteer. */
export async function personOf(world: World, volunteerId: string): Promise<string> {
  const [row] = await world.orm.em
    .fork()
    .execute<{ id: string | null }[]>('select person_id as id from volunteer where id = ?', [volunteerId]);
  if (!row?.id) throw new Error('this volunteer has no account');
  return row.id;
}

/** What registers an organisation that serves Włochy. */
export const newOrganisation = (over: object = {}) => {
  const id = newId();
  return {
    ...{ id, name: `Sąsiedzi spod numeru ${String(Number.parseInt(id.slice(-8), 16))}`, district: 'wlochy', districts: ['wlochy'] },
    ...{ coordinatorName: 'Olga Wilga', coordinatorEmail: someEmail() },
    ...over,
  };
};

/** An organisation that this district's coordinator registered, and its own coordinator's session. */
export async function anOrganisation(
  world: World,
  by: Actor,
  over: object = {},
): Promise<{ id: string; name: string; coordinator: Actor }> {
  const { row } = await told<OrganisationView>(by, 'registerOrganisation', newOrganisation(over));
  const [held] = await world.orm.em
    .fork()
    .execute<{ person_id: string }[]>(`select person_id from role_grant where role = 'ORGANISATION_COORDINATOR' and scope = ?`, [row.id]);
  if (!held) throw new Error('this organisation has no coordinator');
  return { ...row, coordinator: await openSession(world, held.person_id) };
}

/** A pool of three for shopping in Włochy on weekdays until the end of the year. */
export const newPool = (organisationId: string, over: object = {}) => ({
  ...{ id: newId(), organisationId, districts: ['wlochy'], kinds: ['SHOPPING'], weekdays: [1, 2, 3, 4, 5], headcount: 3 },
  ...{ fromMinute: 540, toMinute: 960, fromDay: '2026-11-26', toDay: '2026-12-31' },
  ...over,
});
