import { newId } from '@ww/shared/id';
import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { LiveClient } from '../../support/live-client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { grantIdOf, grantsOf } from '../../support/people.ts';
import { removeStaff } from '../../support/place-staff.ts';
import { plantPlace, staffOf } from '../../support/places.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

const WEEK = 'query ($id: ID!) { staffWeek(placeId: $id, day: "2026-11-27") { day } }';
const LAST = { code: 'INVALID', fields: [{ path: 'grantId', rule: 'lastStaff' }] };

describe('removePlaceStaff', () => {
  const world = useWorld();

  it('takes the role away at once: queries, sockets, an event and an audit entry; the account stays', async () => {
    const place = await plantPlace(world);
    const [irena, adam] = [await staffOf(world, place), await staffOf(world, place)];
    const socket = await LiveClient.open(world, adam);
    dataOf(await adam.send(WEEK, { id: place.id }));
    const grantId = await grantIdOf(world, adam.personId);

    expect(dataOf(await removeStaff(irena, grantId))).toEqual({ removePlaceStaff: { id: grantId } });

    expect(errorOf(await adam.send(WEEK, { id: place.id })).code).toBe('NOT_FOUND');
    expect((await socket.closed).code).toBe(4401);
    expect(await grantsOf(world, adam.personId)).toEqual([]);
    expect(dataOf(await adam.send<object>('query { me { displayName grants { role } } }'))).toEqual({
      me: { displayName: adam.name, grants: [] },
    });
    expect(await eventsOf(world, adam.personId ?? '')).toMatchObject([{ topic: 'access', scope: place.id }]);
    const who = { actor_id: irena.personId, actor_name: irena.name, to_name: adam.name, subject_label: 'MAL na próbę' };
    expect(await auditOf(world, adam.personId ?? '')).toEqual([
      { action: 'staff.remove', subject_type: 'person', district: 'wlochy', outcome: 'DONE', reason: 'PLACE_STAFF', ...who },
    ]);
  });

  it('leaves the roles that the person has elsewhere', async () => {
    const [place, other] = [await plantPlace(world), await plantPlace(world)];
    const [irena, adam] = [await staffOf(world, place), await staffOf(world, place)];
    const grantId = await grantIdOf(world, adam.personId);
    await world.orm.em
      .fork()
      .execute(`insert into role_grant (id, person_id, role, scope, created_at) values (?, ?, 'PLACE_STAFF', ?, now())`, [
        ...[newId(), adam.personId, other.id],
      ]);
    dataOf(await removeStaff(irena, grantId));
    expect(await grantsOf(world, adam.personId)).toEqual([`PLACE_STAFF@${other.id}`]);
  });

  it('lets one leave oneself while a colleague stays; the last one can be taken only by who opens places', async () => {
    const place = await plantPlace(world);
    const [irena, adam] = [await staffOf(world, place), await staffOf(world, place)];
    dataOf(await removeStaff(adam, await grantIdOf(world, adam.personId)));
    const last = await grantIdOf(world, irena.personId);
    const before = await snapshotOf(world);
    expect(errorOf(await removeStaff(irena, last))).toEqual(LAST);
    expect(await snapshotOf(world)).toBe(before);
    dataOf(await removeStaff(await signIn(world, 'ADMIN'), last));
    expect(await grantsOf(world, irena.personId)).toEqual([]);
  });

  it('leaves one of two who remove each other at once', async () => {
    const place = await plantPlace(world);
    const [irena, adam] = [await staffOf(world, place), await staffOf(world, place)];
    const [first, second] = [await grantIdOf(world, irena.personId), await grantIdOf(world, adam.personId)];
    const answers = await Promise.all([removeStaff(adam, first), removeStaff(irena, second)]);
    expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
    const left = [...(await grantsOf(world, irena.personId)), ...(await grantsOf(world, adam.personId))];
    expect(left).toEqual([`PLACE_STAFF@${place.id}`]);
  });

  it('removes once where two ask for the same at once', async () => {
    const place = await plantPlace(world);
    const [irena, adam, ewa] = [await staffOf(world, place), await staffOf(world, place), await staffOf(world, place)];
    const grantId = await grantIdOf(world, ewa.personId);
    const answers = await Promise.all([removeStaff(irena, grantId), removeStaff(adam, grantId)]);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? [])).toEqual(['NOT_FOUND']);
    expect(await eventsOf(world, ewa.personId ?? '')).toHaveLength(1);
  });

  it('answers the same again for the same key; the key for another grant is refused', async () => {
    const place = await plantPlace(world);
    const [irena, adam, ewa] = [await staffOf(world, place), await staffOf(world, place), await staffOf(world, place)];
    const [grantId, key] = [await grantIdOf(world, adam.personId), newId()];
    const first = await removeStaff(irena, grantId, key);
    const before = await snapshotOf(world);
    expect(await removeStaff(irena, grantId, key)).toEqual(first);
    const reused = await removeStaff(irena, await grantIdOf(world, ewa.personId), key);
    expect(errorOf(reused)).toEqual({ code: 'INVALID', fields: [{ path: 'key', rule: 'keyReused' }] });
    expect(errorOf(await removeStaff(irena, grantId)).code).toBe('NOT_FOUND');
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each(ROLES.filter((role) => role !== 'PLACE_STAFF'))('is about places: a role of %s is no matter of it', async (role) => {
    const place = await plantPlace(world);
    const isOfCity = role === 'CITY_ANALYST' || role === 'AUDITOR' || role === 'ADMIN';
    const isOfDistrict = role === 'DISTRICT_COORDINATOR' || role === 'TEAM_MEMBER';
    // also where its scope is called like the place
    const person = await signIn(world, role, isOfCity ? null : isOfDistrict ? 'wlochy' : place.id);
    const grantId = await grantIdOf(world, person.personId);
    for (const by of [await staffOf(world, place), await signIn(world, 'ADMIN')]) {
      expect(errorOf(await removeStaff(by, grantId)).code).toBe('NOT_FOUND');
    }
    expect(await grantsOf(world, person.personId)).toHaveLength(1);
  });
});
