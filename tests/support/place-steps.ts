import { newId } from '@ww/shared/id';
import { expect } from 'vitest';
import type { Actor } from './actors.ts';
import { errorOf, type AnswerError } from './client.ts';
import { eventsOf, type AuditRow } from './log.ts';
import { didPlace, onPlace, type PlaceMutation, type PlaceSeen, type PlantedPlace } from './places.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

/** What is written down of a subject; entries of one moment have no order, so each is known by its id. */
const auditIds = (world: World, subjectId: string) =>
  world.orm.em.fork().execute<(AuditRow & { id: string })[]>('select * from audit_entry where subject_id = ?', [subjectId]);

/** Does a step with a place, which tells of the place once and is written down once; the place after it. */
export async function recordedAt(
  world: World,
  by: Actor,
  place: Pick<PlantedPlace, 'id'>,
  mutation: PlaceMutation,
  input: object,
  action: 'place.write' | 'hours.write' = 'hours.write',
): Promise<PlaceSeen> {
  const events = (await eventsOf(world, place.id)).length;
  const entries = await auditIds(world, place.id);
  const seen = await didPlace(by, mutation, input);
  expect((await eventsOf(world, place.id)).slice(events)).toMatchObject([{ topic: 'place', scope: place.id, version: seen.version }]);
  const added = (await auditIds(world, place.id)).filter(({ id }) => !entries.some((known) => known.id === id));
  expect(added).toMatchObject([
    {
      ...{ action, actor_id: by.personId, subject_type: 'place', subject_label: seen.name, district: 'wlochy' },
      ...{ outcome: 'DONE', reason: null },
    },
  ]);
  return seen;
}

/** The error of a step that must be refused and change nothing. */
export async function refusedAt(world: World, by: Actor, mutation: PlaceMutation, input: object): Promise<AnswerError['extensions']> {
  const before = await snapshotOf(world);
  const error = errorOf(await onPlace(by, mutation, input));
  expect(await snapshotOf(world)).toBe(before);
  return error;
}

/** A step changes things once for one key, and answers the same again; the key does for nothing else. */
export async function onceAt(world: World, by: Actor, mutation: PlaceMutation, input: object): Promise<void> {
  const given = { key: newId(), ...input };
  const first = await didPlace(by, mutation, given);
  const before = await snapshotOf(world);
  expect(await didPlace(by, mutation, given)).toEqual(first);
  expect(await snapshotOf(world)).toBe(before);
  const reused = await onPlace(by, 'setOpeningDay', { key: given.key, id: first.id, day: '2026-12-31', hours: null });
  expect(errorOf(reused).fields).toEqual([{ path: 'key', rule: 'keyReused' }]);
}
