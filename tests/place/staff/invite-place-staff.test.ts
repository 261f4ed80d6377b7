import { newId } from '@ww/shared/id';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { resident, signIn } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { accept, anInvitation, grantsOf, tokenOf } from '../../support/people.ts';
import { aStaffInvitation, inviteStaff, staffInvitation } from '../../support/place-staff.ts';
import { plantPlace, staffOf } from '../../support/places.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

const TAKEN = { code: 'INVALID', fields: [{ path: 'email', rule: 'taken' }] };
const WEEK = 'query ($id: ID!) { staffWeek(placeId: $id, day: "2026-11-27") { day } }';
const PREVIEW = 'query ($token: String!) { invitation(token: $token) { name email district placeName role } }';

describe('invitePlaceStaff', () => {
  const world = useWorld();
  // letters of other tests, whose invitations are gone, would be gone through first, one every two seconds
  beforeEach(() => world.orm.em.fork().execute('delete from jobs.job'));

  it('invites for seven days, leaves an event and an audit entry, and sends a letter that names the place', async () => {
    const place = await plantPlace(world);
    const irena = await staffOf(world, place);
    const input = staffInvitation(place, { email: ' Iga.Nowa@Example.org ', name: ' Iga Nowa ' });

    const { invitePlaceStaff } = dataOf(await inviteStaff(irena, input));

    expect(invitePlaceStaff).toEqual({
      ...{ id: input.id, name: 'Iga Nowa', email: 'iga.nowa@example.org', role: 'PLACE_STAFF', acceptedAt: null },
      ...{ invitedAt: world.clock.now().toISOString(), expiresAt: world.clock.in(7 * 86_400) },
    });
    expect(await eventsOf(world, input.id)).toMatchObject([{ topic: 'invitation', scope: place.id, version: 1 }]);
    const who = { actor_id: irena.personId, actor_name: irena.name, subject_label: 'MAL na próbę', to_name: null };
    expect(await auditOf(world, input.id)).toEqual([
      { action: 'staff.invite', subject_type: 'invitation', district: 'wlochy', outcome: 'DONE', reason: 'PLACE_STAFF', ...who },
    ]);
    const letter = await vi.waitFor(
      () => world.letters.find(({ to }) => to === 'iga.nowa@example.org') ?? Promise.reject(new Error('no letter yet')),
      15_000,
    );
    for (const words of ['obsługi miejsca: MAL na próbę', 'staff of MAL na próbę', 'працівників місця: MAL na próbę']) {
      expect(letter.text).toContain(words);
    }
    expect(letter.text).toContain(`${world.url}/zaproszenie#token=${tokenOf(world, input.id)}`);
    expect(`${letter.subject}${JSON.stringify(world.logs)}`).not.toMatch(/Iga|token=/);
  });

  it('gives the role at this place to whoever has the link, and tells them before where that is', async () => {
    const [place, other] = [await plantPlace(world), await plantPlace(world)];
    const { id, name, email } = await aStaffInvitation(await signIn(world, 'ADMIN'), place);

    const { invitation } = dataOf(await resident(world).send<{ invitation: object }>(PREVIEW, { token: tokenOf(world, id) }));
    expect(invitation).toEqual({ name, email, district: 'wlochy', placeName: 'MAL na próbę', role: 'PLACE_STAFF' });
    const personId = dataOf(await accept(resident(world), tokenOf(world, id))).acceptInvitation.id;

    expect(await grantsOf(world, personId)).toEqual([`PLACE_STAFF@${place.id}`]);
    expect(await eventsOf(world, personId)).toMatchObject([{ topic: 'access', scope: place.id }]);
    expect(await auditOf(world, id)).toContainEqual(
      expect.objectContaining({ action: 'invitation.accept', district: 'wlochy', reason: 'PLACE_STAFF', to_name: 'Katarzyna Nowa' }),
    );
    expect(await grantsOf(world, (await staffOf(world, other)).personId)).toEqual([`PLACE_STAFF@${other.id}`]);
  });

  it('gives whoever has an account the role at one more place: its week opens, with the session that they have', async () => {
    const [place, other] = [await plantPlace(world), await plantPlace(world)];
    const [irena, adam] = [await staffOf(world, place), await staffOf(world, other)];
    expect(errorOf(await adam.send(WEEK, { id: place.id })).code).toBe('NOT_FOUND');
    const { id } = await aStaffInvitation(irena, place, { email: adam.email });
    dataOf(await accept(resident(world), tokenOf(world, id)));
    dataOf(await adam.send(WEEK, { id: place.id }));
    dataOf(await adam.send(WEEK, { id: other.id }));
  });

  it('refuses a second invitation while one waits, and whoever looks after the place already; other scopes are something else', async () => {
    const [place, other] = [await plantPlace(world), await plantPlace(world)];
    const irena = await staffOf(world, place);
    const waiting = await aStaffInvitation(irena, place);
    const colleague = await staffOf(world, place);
    const before = await snapshotOf(world);
    for (const email of [waiting.email, waiting.email.toUpperCase(), colleague.email, irena.email]) {
      expect(errorOf(await inviteStaff(irena, staffInvitation(place, { email })))).toEqual(TAKEN);
    }
    expect(await snapshotOf(world)).toBe(before);
    await aStaffInvitation(await staffOf(world, other), other, { email: waiting.email });
    await anInvitation(await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), { email: waiting.email });
    world.clock.advance(7 * 86_400);
    await aStaffInvitation(irena, place, { email: waiting.email });
  });

  it('makes one of two invitations of one address at once', async () => {
    const place = await plantPlace(world);
    const [irena, adam] = [await staffOf(world, place), await staffOf(world, place)];
    const email = 'obie@example.org';
    const answers = await Promise.all([irena, adam].map((by) => inviteStaff(by, staffInvitation(place, { email }))));
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([TAKEN]);
  });

  it.each([
    ['email', 'nie-adres', 'email'],
    ['email', '', 'required'],
    ['email', `${'a'.repeat(250)}@example.org`, 'tooLong'],
    ['name', ' ', 'required'],
    ['name', 'a'.repeat(121), 'tooLong'],
    ['name', 'a\u0000', 'malformed'],
    ['placeId', 'wlochy', 'uuid'],
    ['id', 'x', 'uuid'],
    ['key', '', 'uuid'],
  ])('refuses %s %j beside its field', async (path, value, rule) => {
    const place = await plantPlace(world);
    const irena = await staffOf(world, place);
    const { code, fields } = errorOf(await inviteStaff(irena, staffInvitation(place, { [path]: value })));
    expect({ code, fields }).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
  });

  it('answers the same again for the same key; refuses the key for another person, and an id that is taken', async () => {
    const place = await plantPlace(world);
    const irena = await staffOf(world, place);
    const input = staffInvitation(place);
    const first = await inviteStaff(irena, input);
    const before = await snapshotOf(world);
    expect(await inviteStaff(irena, input)).toEqual(first);
    const refused = async (over: object) => errorOf(await inviteStaff(irena, staffInvitation(place, over))).fields;
    expect(await refused({ key: input.key })).toEqual([{ path: 'key', rule: 'keyReused' }]);
    expect(await refused({ id: input.id })).toEqual([{ path: 'id', rule: 'taken' }]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('finds no place that is not there, and keeps neither name nor address with the key', async () => {
    const place = await plantPlace(world);
    const jan = await signIn(world, 'ADMIN');
    expect(errorOf(await inviteStaff(jan, staffInvitation({ id: newId() }))).code).toBe('NOT_FOUND');
    const { email } = await aStaffInvitation(jan, place, { name: 'Zdzisława Kanarek' });
    const kept = JSON.stringify(await world.orm.em.fork().execute('select k::text from command_key k'));
    expect(kept).not.toContain('Kanarek');
    expect(kept).not.toContain(email);
  });
});
