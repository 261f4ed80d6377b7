import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { accept, anInvitation, grantIdOf, tokenOf } from '../../support/people.ts';
import { aStaffInvitation } from '../../support/place-staff.ts';
import { plantPlace, staffOf } from '../../support/places.ts';
import { statementsOf } from '../../support/statements.ts';
import { useWorld } from '../../support/world.ts';

const STAFF = 'query ($id: ID!) { placeStaff(placeId: $id) { grantId personId displayName email role since } }';
const INVITATIONS = 'query ($id: ID!) { placeInvitations(placeId: $id) { id name email role expiresAt acceptedAt } }';
interface Seen {
  placeStaff: { displayName: string }[];
  placeInvitations: { id: string }[];
}
/** Our own tables; the log is also read by what runs in the background. */
const OURS = /\b(place|role_grant|person|invitation)\b/;

describe('placeStaff', () => {
  const world = useWorld();

  it('tells who looks after the place and since when: nobody of another place, of the Team or of a district called like it', async () => {
    const [place, other] = [await plantPlace(world), await plantPlace(world)];
    const irena = await staffOf(world, place);
    await staffOf(world, other);
    await signIn(world, 'TEAM_MEMBER', 'wlochy');
    await signIn(world, 'ORGANISATION_COORDINATOR', place.id);
    const { placeStaff } = dataOf(await irena.send<Seen>(STAFF, { id: place.id }));
    expect(placeStaff).toEqual([
      {
        ...{ grantId: await grantIdOf(world, irena.personId), personId: irena.personId, displayName: irena.name, email: irena.email },
        ...{ role: 'PLACE_STAFF', since: expect.any(String) as string },
      },
    ]);
    const byAdmin = dataOf(await (await signIn(world, 'ADMIN')).send<Seen>(STAFF, { id: place.id }));
    expect(byAdmin.placeStaff).toEqual(placeStaff);
  });

  it('tells of the invitations that can still be accepted, apart from those of the Team in its district', async () => {
    const place = await plantPlace(world);
    const [irena, marta] = [await staffOf(world, place), await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy')];
    await aStaffInvitation(irena, place);
    world.clock.advance(7 * 86_400);
    const [used, open] = [await aStaffInvitation(irena, place), await aStaffInvitation(irena, place)];
    dataOf(await accept(resident(world), tokenOf(world, used.id)));
    const ofTeam = await anInvitation(marta);

    const { placeInvitations } = dataOf(await irena.send<Seen>(INVITATIONS, { id: place.id }));
    const { id, name, email, role, expiresAt, acceptedAt } = open;
    expect(placeInvitations).toEqual([{ id, name, email, role, expiresAt, acceptedAt }]);
    const { invitations } = dataOf(await marta.send<{ invitations: { id: string }[] }>('query { invitations(district: "wlochy") { id } }'));
    expect(invitations.map((each) => each.id)).toEqual([ofTeam.id]);
    const { placeStaff } = dataOf(await irena.send<Seen>(STAFF, { id: place.id }));
    expect(placeStaff.map(({ displayName }) => displayName)).toContain('Katarzyna Nowa');
  });

  it.each([
    ['placeStaff', STAFF],
    ['placeInvitations', INVITATIONS],
  ])('%s: as if there were none, for whoever looks after another place or none', async (_name, query) => {
    const [place, other] = [await plantPlace(world), await plantPlace(world)];
    const strangers = [await staffOf(world, other), await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), await signIn(world, null)];
    for (const by of strangers) {
      const refused = errorOf(await by.send(query, { id: place.id }));
      expect(refused.code).toBe('NOT_FOUND');
      expect(errorOf(await by.send(query, { id: newId() }))).toEqual(refused);
    }
    expect(errorOf(await resident(world).send(query, { id: place.id })).code).toBe('UNAUTHENTICATED');
    const jan = await signIn(world, 'ADMIN');
    for (const id of [newId(), 'wlochy', '\u0000']) expect(errorOf(await jan.send(query, { id })).code).toBe('NOT_FOUND');
  });

  // one statement says who asks, one finds the place
  it.each([
    ['placeStaff', STAFF],
    ['placeInvitations', INVITATIONS],
  ])('%s: 3 statements, however many rows there are', async (_name, query) => {
    const place = await plantPlace(world);
    const irena = await staffOf(world, place);
    const few = await statementsOf(world, OURS, irena, query, { id: place.id });
    for (let more = 0; more < 4; more++) {
      await staffOf(world, place);
      // without the event that a letter would follow, whose sending reads our tables too
      await world.orm.em.fork().execute(
        `insert into invitation (id, name, email, district, place_id, role, invited_at, expires_at)
         values (?, 'Iga', ?, 'wlochy', ?, 'PLACE_STAFF', ?, ?)`,
        [newId(), `iga${more}@example.org`, place.id, world.clock.now(), world.clock.in(3600)],
      );
    }
    expect([few, await statementsOf(world, OURS, irena, query, { id: place.id })]).toEqual([3, 3]);
  });
});
