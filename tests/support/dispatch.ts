import { newId } from '@ww/shared/id';
import type { Actor } from './actors.ts';
import { signIn } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import type { World } from './world.ts';

export interface OfferSeen {
  id: string;
  volunteerId: string | null;
  poolId: string | null;
  displayName: string | null;
  wave: number;
  state: string;
  offeredAt: string;
  expiresAt: string;
  answeredAt: string | null;
  declineReason: string | null;
  overrides: { gate: string; reason: string }[];
}

export interface DispatchSeen {
  id: string;
  requestId: string;
  state: string;
  inWaves: boolean;
  wave: number;
  fromAt: string;
  toAt: string;
  nextAt: string;
  endedAt: string | null;
  startedByName: string;
  offers: OfferSeen[];
}

const DISPATCH = `id requestId state inWaves wave fromAt toAt nextAt endedAt startedByName
  offers { id volunteerId poolId displayName wave state offeredAt expiresAt answeredAt declineReason overrides { gate reason } }`;
export const OFFER_REQUEST = `mutation ($input: OfferRequestInput!) { dispatch: offerRequest(input: $input) { ${DISPATCH} } }`;
export const START_WAVES = `mutation ($input: StartWavesInput!) { dispatch: startWaves(input: $input) { ${DISPATCH} } }`;
export const STOP_DISPATCH = `mutation ($input: StopDispatchInput!) { dispatch: stopDispatch(input: $input) { ${DISPATCH} } }`;
export const RECORD_ANSWER = `mutation ($input: RecordAnswerInput!) { dispatch: recordAnswer(input: $input) { ${DISPATCH} } }`;

const DAY = `cursor volunteerId dutyUntil offers { id kind errand district fromAt toAt minutes expiresAt othersAsked state }
  tasks { id number district kind errand state fromAt toAt endedAt minutes version undoableUntil } tally { weekMinutes weeklyMinutes totalMinutes since }`;
export const MY_DAY = `{ day: myDay { ${DAY} } }`;
export const LIVE_DAY = `subscription ($after: String) { myDayChanges(after: $after) { kind cursor day { ${DAY} } } }`;
export interface DayFrame {
  myDayChanges: { kind: 'UPSERT' | 'REMOVE' | 'RESET'; cursor: string; day: Day | null };
}

export interface Day {
  cursor: string;
  volunteerId: string;
  dutyUntil: string | null;
  offers: {
    id: string;
    kind: string;
    district: string;
    fromAt: string;
    toAt: string;
    expiresAt: string;
    othersAsked: number;
    state: string;
  }[];
  tasks: {
    id: string;
    number: number;
    state: string;
    fromAt: string;
    toAt: string;
    endedAt: string | null;
    minutes: number | null;
    version: number;
    undoableUntil: string | null;
  }[];
  tally: { weekMinutes: number; weeklyMinutes: number | null; totalMinutes: number };
}

/** What a volunteer does: its mutation and the type of its input. */
const MINE = {
  acceptOffer: 'OnOfferInput',
  declineOffer: 'DeclineOfferInput',
  startTask: 'OnTaskInput',
  finishTask: 'FinishTaskInput',
  returnTask: 'ReturnTaskInput',
  undoTask: 'UndoTaskInput',
} as const;
export type MyCommand = keyof typeof MINE;
export const myDocument = (command: MyCommand) => `mutation ($input: ${MINE[command]}!) { day: ${command}(input: $input) { ${DAY} } }`;

export function doMine(by: Actor, command: MyCommand, id: string, over: object = {}): Promise<Answer<{ day: Day }>> {
  return by.send<{ day: Day }>(myDocument(command), { input: { key: newId(), id, ...over } });
}

/** As `doMine`, for a step that must succeed. */
export async function mine(by: Actor, command: MyCommand, id: string, over: object = {}): Promise<Day> {
  return dataOf(await doMine(by, command, id, over)).day;
}

export async function myDay(by: Actor): Promise<Day> {
  return dataOf(await by.send<{ day: Day }>(MY_DAY)).day;
}

export function offerTo(by: Actor, requestId: string, volunteerId: string, over: object = {}): Promise<Answer<{ dispatch: DispatchSeen }>> {
  return by.send<{ dispatch: DispatchSeen }>(OFFER_REQUEST, {
    input: { key: newId(), id: newId(), requestId, volunteerId, minutes: 30, overrides: [], ...over },
  });
}

export function wavesFor(by: Actor, requestId: string, over: object = {}): Promise<Answer<{ dispatch: DispatchSeen }>> {
  return by.send<{ dispatch: DispatchSeen }>(START_WAVES, {
    input: { key: newId(), id: newId(), requestId, size: 3, minutes: 15, ...over },
  });
}

export async function logOf(
  by: Actor,
  requestId: string,
): Promise<{
  dispatches: DispatchSeen[];
  tasks: { id: string; volunteerId: string; displayName: string; state: string; returnReason: string | null }[];
}> {
  const { log } = dataOf(
    await by.send<{ log: Awaited<ReturnType<typeof logOf>> }>(
      `query ($id: ID!) { log: dispatchLog(requestId: $id) { dispatches { ${DISPATCH} } tasks { id volunteerId displayName state returnReason } } }`,
      { id: requestId },
    ),
  );
  return log;
}

/** A volunteer with an account, put into the database as they are: insured, free the whole week, for every kind in Włochy. */
export interface Helper extends Actor {
  volunteerId: string;
}

export async function aHelper(world: World, over: Record<string, unknown> = {}): Promise<Helper> {
  const actor = await signIn(world, 'VOLUNTEER');
  const volunteerId = newId();
  const row = {
    person_id: actor.personId,
    organisation_id: null,
    district: 'wlochy',
    display_name: actor.name,
    districts: '{wlochy}',
    kinds: '{SHOPPING,RUBBISH,PET,OTHER}',
    languages: '{PL}',
    limits: '{}',
    contact: 'EMAIL',
    max_open: 3,
    weekly_minutes: null,
    since: '2026-11-20',
    insured_until: '2026-12-20',
    last_asked_at: null,
    duty_until: null,
    version: 1,
    ...over,
  };
  const em = world.orm.em.fork();
  const columns = Object.keys(row);
  await em.execute(`insert into volunteer (id, created_at, ${columns.join(', ')}) values (?, ?, ${columns.map(() => '?').join(', ')})`, [
    volunteerId,
    world.clock.now(),
    ...Object.values(row),
  ]);
  await em.execute('insert into volunteer_private (volunteer_id, email) values (?, ?)', [volunteerId, actor.email]);
  for (const weekday of [1, 2, 3, 4, 5, 6, 7])
    await em.execute('insert into volunteer_hours (volunteer_id, weekday, from_minute, to_minute) values (?, ?, 0, 1440)', [
      volunteerId,
      weekday,
    ]);
  return { ...actor, volunteerId };
}
