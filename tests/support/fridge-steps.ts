import { newId } from '@ww/shared/id';
import { expect } from 'vitest';
import { resident, type Actor } from './actors.ts';
import { dataOf, errorOf, type Answer, type AnswerError } from './client.ts';
import { auditOf, eventsOf } from './log.ts';
import type { PlantedPlace } from './places.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

export interface FoodSeen {
  id: string;
  version: number;
  kind: string;
  what: string;
  amount: number;
  unit: string;
  madeOn: string | null;
  staysUntil: string | null;
  putAt: string;
}
export interface FridgeSeen {
  cursor: string;
  version: number;
  place: { id: string; hasFridge: boolean; upcoming: { from: string; to: string }[] };
  refused: string[];
  homeMadeDays: number;
  coldMax: number;
  shelves: {
    id: string;
    version: number;
    name: string;
    kind: string;
    rank: number;
    items: FoodSeen[];
    temperature: { degrees: number; measuredAt: string; isTooWarm: boolean } | null;
    lastTakenAt: string | null;
  }[];
}
export const FRIDGE_FIELDS = `cursor version refused homeMadeDays coldMax place { id hasFridge upcoming { from to } }
  shelves { id version name kind rank lastTakenAt temperature { degrees measuredAt isTooWarm }
    items { id version kind what amount unit madeOn staysUntil putAt } }`;
export const FRIDGE = `query ($placeId: ID!) { fridge(placeId: $placeId) { ${FRIDGE_FIELDS} } }`;
export const FRIDGE_LIVE = `subscription ($placeId: ID!, $after: String) { fridgeChanges(placeId: $placeId, after: $after) {
  kind cursor board { ${FRIDGE_FIELDS} } } }`;
export interface FridgeFrame {
  fridgeChanges: { kind: string; cursor: string; board: FridgeSeen | null };
}

const MUTATIONS = {
  putFood: 'PutFoodInput',
  takeFood: 'TakeFoodInput',
  putFoodBack: 'PutFoodBackInput',
  discardFood: 'OnPlaceInput',
  logTemperature: 'LogTemperatureInput',
  amendFridge: 'AmendFridgeInput',
  addShelf: 'AddShelfInput',
  amendShelf: 'AmendShelfInput',
  removeShelf: 'OnVersionInput',
} as const;
export type FridgeMutation = keyof typeof MUTATIONS;

export const fridgeDocument = (mutation: FridgeMutation) =>
  `mutation ($input: ${MUTATIONS[mutation]}!) { board: ${mutation}(input: $input) { ${FRIDGE_FIELDS} } }`;

/** Gives the command with a key of its own unless `input` has one. */
export function onFridge(by: Actor, mutation: FridgeMutation, input: object): Promise<Answer<{ board: FridgeSeen }>> {
  return by.send<{ board: FridgeSeen }>(fridgeDocument(mutation), { input: { key: newId(), ...input } });
}

/** As `onFridge`, for a command that must succeed. */
export async function didFridge(by: Actor, mutation: FridgeMutation, input: object): Promise<FridgeSeen> {
  return dataOf(await onFridge(by, mutation, input)).board;
}

/** The error of a step that must be refused and change nothing. */
export async function refusedFridge(world: World, by: Actor, mutation: FridgeMutation, input: object): Promise<AnswerError['extensions']> {
  const before = await snapshotOf(world);
  const error = errorOf(await onFridge(by, mutation, input));
  expect(await snapshotOf(world)).toBe(before);
  return error;
}

/** A step changes things once for one key, and answers the same again. */
export async function onceOnFridge(world: World, by: Actor, mutation: FridgeMutation, input: object): Promise<void> {
  const given = { key: newId(), ...input };
  const first = await didFridge(by, mutation, given);
  const before = await snapshotOf(world);
  expect(await didFridge(by, mutation, given)).toEqual({ ...first, cursor: expect.any(String) as string });
  expect(await snapshotOf(world)).toBe(before);
}

/** Does a step that is told of once and written down once, both with the subject's new version; what lies there after. */
export async function recordedOnFridge(
  world: World,
  by: Actor,
  place: Pick<PlantedPlace, 'id'>,
  mutation: FridgeMutation,
  input: object,
  { subjectId, action }: { subjectId: string; action: string },
): Promise<FridgeSeen> {
  const [events, entries] = [(await eventsOf(world, subjectId)).length, (await auditOf(world, subjectId)).length];
  // what is written down at one moment has no order
  world.clock.advance(1);
  const board = await didFridge(by, mutation, input);
  expect((await eventsOf(world, subjectId)).slice(events)).toMatchObject([{ topic: 'fridge', scope: place.id }]);
  expect((await auditOf(world, subjectId)).slice(entries)).toMatchObject([
    { action, actor_id: by.personId, subject_type: 'fridge', district: 'wlochy', outcome: 'DONE', reason: null },
  ]);
  return board;
}

/** Three loaves of bread on the dry shelf, good until the day after tomorrow; override what the test is about. */
export const aFood = (place: PlantedPlace, over: object = {}) => ({
  ...{ id: newId(), shelfId: place.dry, kind: 'BREAD', what: 'Chleb żytni', amount: 3, unit: 'LOAVES' },
  ...{ bestBefore: '2026-11-28', madeOn: null },
  ...over,
});

/** Food that somebody left; its id. */
export async function leftFood(world: World, place: PlantedPlace, over: object = {}): Promise<string> {
  const input = aFood(place, over);
  await didFridge(resident(world), 'putFood', input);
  return input.id;
}

/** What lies there now, as anybody sees it. */
export async function fridgeSeen(world: World, place: Pick<PlantedPlace, 'id'>): Promise<FridgeSeen> {
  return dataOf(await resident(world).send<{ fridge: FridgeSeen }>(FRIDGE, { placeId: place.id })).fridge;
}

/** All that lies there, shelf by shelf. */
export const foodsOf = ({ shelves }: FridgeSeen): FoodSeen[] => shelves.flatMap(({ items }) => items);
