import { newId } from '@ww/shared/id';
import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../../support/actors.ts';
import { scopeFor } from '../../support/permissions.ts';
import { asked, plantPlace, requestBooking } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('requestBooking permissions', () => {
  const world = useWorld();

  it.each([...ROLES, null, undefined])('lets anybody, %s as well, and counts for the address alone', async (role) => {
    const place = await plantPlace(world);
    const by = role === undefined ? resident(world) : await signIn(world, role, role && scopeFor(role, 'wlochy'));
    const answer = await requestBooking(by, await asked(world, place));
    expect([answer.status, answer.errors]).toEqual([200, undefined]);
    const missing = await requestBooking(by, await asked(world, place, { roomId: newId() }));
    expect(missing.errors?.map(({ message }) => message)).toEqual(['NOT_FOUND']);
  });
});
