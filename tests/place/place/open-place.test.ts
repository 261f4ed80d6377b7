import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { refusedAt } from '../../support/place-steps.ts';
import { didPlace, onPlace, plantPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { newPlace } from './new-place.ts';

describe('openPlace', () => {
  const world = useWorld();
  const admin = () => signIn(world, 'ADMIN');

  it('makes a place that begins with cautious limits, without rooms, rules, hours or a fridge', async () => {
    const by = await admin();
    const input = newPlace({ name: ' MAL  Zielony\u00A0Zakątek ' });

    const seen = await didPlace(by, 'openPlace', input);

    expect(seen).toEqual({
      ...{ id: input.id, version: 1, slug: input.slug, name: 'MAL Zielony Zakątek', district: 'wlochy', address: 'Zielona 4' },
      ...{ phone: '+48223004221', shortestMinutes: 30, longestMinutes: 240, daysAhead: 60, perMonth: 4, approval: 'STAFF' },
      ...{ closedOnHolidays: true, rulesVersion: 0, hasFridge: false, homeMadeDays: 3, coldMax: 5 },
      ...{ refused: ['RAW_MEAT', 'RAW_EGGS', 'ALCOHOL', 'OPENED_TIN'] },
      ...{ upcoming: [], rooms: [], weeks: [], days: [], closures: [] },
    });
    expect(await eventsOf(world, input.id)).toMatchObject([{ topic: 'place', scope: input.id, version: 1 }]);
    expect(await auditOf(world, input.id)).toMatchObject([
      {
        ...{ action: 'place.open', actor_id: by.personId, subject_type: 'place', subject_label: 'MAL Zielony Zakątek' },
        ...{ district: 'wlochy', outcome: 'DONE' },
      },
    ]);
  });

  it.each([
    ['slug', 'Zielony Zakątek', 'malformed'],
    ['slug', 'zielony--zakatek', 'malformed'],
    ['slug', '', 'malformed'],
    ['slug', 'a'.repeat(61), 'tooLong'],
    ['name', '  ', 'required'],
    ['name', 'M'.repeat(121), 'tooLong'],
    ['address', '', 'required'],
    ['phone', '12', 'phone'],
    ['district', 'atlantyda', 'district'],
    ['id', 'nie-id', 'uuid'],
  ])('refuses the field %s: %j', async (path, value, rule) => {
    const { code, fields } = await refusedAt(world, await admin(), 'openPlace', newPlace({ [path]: value }));
    expect([code, fields]).toMatchObject(['INVALID', [{ path, rule }]]);
  });

  it('refuses an address and an id that are taken, by whom it is not told', async () => {
    const [by, place] = [await admin(), await plantPlace(world)];
    for (const [over, path] of [
      [{ slug: place.slug }, 'slug'],
      [{ id: place.id }, 'id'],
    ] as const)
      expect((await refusedAt(world, by, 'openPlace', newPlace(over))).fields).toEqual([{ path, rule: 'taken' }]);
  });

  it('of two that want one address at once one gets it', async () => {
    const by = await admin();
    const slug = 'mal-na-rogu';
    const answers = await Promise.all([1, 2, 3].map(() => onPlace(by, 'openPlace', newPlace({ slug }))));
    const lost = answers.filter(({ errors }) => errors);
    expect(lost).toHaveLength(2);
    for (const answer of lost) expect(errorOf(answer).fields).toEqual([{ path: 'slug', rule: 'taken' }]);
  });

  it('answers the same again for the same key', async () => {
    const by = await admin();
    const input = { key: newId(), ...newPlace() };
    const first = await didPlace(by, 'openPlace', input);
    expect(await didPlace(by, 'openPlace', input)).toEqual(first);
    expect((await refusedAt(world, by, 'openPlace', { ...input, name: 'Inna' })).fields).toEqual([{ path: 'key', rule: 'keyReused' }]);
    expect(await eventsOf(world, input.id)).toHaveLength(1);
  });
});
