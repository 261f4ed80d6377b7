import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn, type Actor } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import {
  aDraft,
  aMeeting,
  answered,
  coordinatorOf,
  didMeeting,
  guestsFor,
  meetingFor,
  meetingsFor,
  mineIn,
  running,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

const LIST = 'query ($district: ID!) { meetings(district: $district) { rows { id } } }';
const ONE = 'query ($id: ID!) { meeting(id: $id) { present } }';
const MINE = 'query ($id: ID!) { myMeeting(id: $id) { attendanceId } }';
const PEOPLE = 'query ($id: ID!) { meetingPeople(id: $id) { guests { name } } }';
const LOSING = 'query ($id: ID!) { losingSeats(id: $id, seats: 1) { name } }';
const at = (day: number) => `2026-12-${String(day).padStart(2, '0')}T16:00:00.000Z`;

describe('reading meetings', () => {
  const world = useWorld();
  const codeOf = async (by: Actor, query: string, variables: object) => errorOf(await by.send(query, variables)).code;

  it('lists those ahead, the next first, then those that are over, the last first; drafts for their coordinators', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const later = await aMeeting(anna, { startsAt: at(9) });
    const off = await aMeeting(anna, { startsAt: at(3) });
    const next = await aMeeting(anna, { startsAt: at(2) });
    const draft = await aDraft(anna, { startsAt: at(4) });
    const dropped = await aDraft(anna, { startsAt: at(5) });
    for (const { id } of [off, dropped]) await didMeeting(anna, 'cancelMeeting', { id, reason: 'Choroba.' });
    await aMeeting(await coordinatorOf(world, 'ochota'), { district: 'ochota' });
    const { id: over } = await running(world, anna, { members: 1, points: 1 });
    await didMeeting(anna, 'endMeeting', { id: over });

    expect((await meetingsFor(anna)).rows.map(({ id }) => id)).toEqual([next.id, draft.id, later.id, dropped.id, off.id, over]);
    const { rows } = await meetingsFor(olga);
    expect(rows.map(({ id }) => id)).toEqual([next.id, later.id, off.id, over]);
    expect(rows.at(-1)).toEqual((await meetingFor(olga, over)).row);
    expect(rows.at(-1)).toMatchObject({ state: 'ENDED', accepted: 1, plannedMinutes: 10, minutes: 'DRAFT' });
  });

  it('lists fifty that are over, and all that are ahead', async () => {
    const anna = await coordinatorOf(world);
    await world.orm.em.fork().execute(
      `insert into meeting (id, district, title, place, online, starts_at, ends_at, seats, sign_up_until, state, called_by_id, created_at, published_at,
         cancelled_at, deputy_ids, next_place, sequence, details_version, version)
       select gen_random_uuid(), 'wlochy', 'Spotkanie ' || n, 'Rejonowa 6/8', false, at, at + interval '1 hour', 5, at, state, ?, at, at,
         case state when 'CANCELLED' then at end, '{}', 1, 0, 1, 1
       from (select n, ?::timestamptz - n * interval '1 day' as at from generate_series(1, 60) n) d, unnest(array['CANCELLED', 'PUBLISHED']) state`,
      [anna.personId, world.clock.now()],
    );
    const { rows } = await meetingsFor(anna);
    expect(rows.map(({ state }) => state)).toEqual([...Array<string>(60).fill('PUBLISHED'), ...Array<string>(50).fill('CANCELLED')]);
    expect(rows[60]?.title).toBe('Spotkanie 1');
    expect(rows[109]?.title).toBe('Spotkanie 50');
  });

  it('is for the Network of the district alone', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    const strangers = [
      await coordinatorOf(world, 'ochota'),
      (await aMember(world, 'ochota')).actor,
      await signIn(world, 'TEAM_MEMBER', 'wlochy'),
      await signIn(world, 'ADMIN'),
      await signIn(world, 'AUDITOR'),
      await signIn(world, 'CITY_ANALYST'),
    ];
    for (const by of strangers)
      for (const query of [LIST, ONE, MINE, PEOPLE, LOSING]) expect(await codeOf(by, query, { id, district: 'wlochy' })).toBe('NOT_FOUND');
    for (const query of [LIST, ONE, MINE, PEOPLE, LOSING])
      expect(await codeOf(resident(world), query, { id, district: 'wlochy' })).toBe('UNAUTHENTICATED');
  });

  it('shows a draft to nobody but its coordinators, and what is missing to nobody', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const { id } = await aDraft(anna);
    for (const query of [ONE, MINE, PEOPLE, LOSING]) {
      expect((await anna.send(query, { id })).errors).toBeUndefined();
      expect(await codeOf(olga, query, { id })).toBe('NOT_FOUND');
      expect(await codeOf(anna, query, { id: newId() })).toBe('NOT_FOUND');
      expect(errorOf(await anna.send(query, { id: 'x' })).fields).toEqual([{ path: 'id', rule: 'uuid' }]);
    }
    expect((await meetingsFor(olga)).rows).toEqual([]);
  });

  it('shows who comes to whoever prepares it: seats, then the waiting list, then those who declined, then who came without', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan, ewa, ola] = [await aMember(world), await aMember(world), await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { seats: 1 });
    await answered(jan, id, { coming: false });
    await answered(olga, id, { interpreter: true, needs: 'Wejście bez schodów.' });
    for (const member of [ewa, ola]) await answered(member, id);
    const guest = newId();
    await didMeeting(anna, 'checkIn', { id: guest, meetingId: id, name: 'Gość z Ursusa' });
    await didMeeting(anna, 'setDeputies', { id, people: [ola.actor.personId] });

    const { guests } = await guestsFor(anna, id);

    expect(guests.map((one) => [one.personId, one.state, one.waitingPlace, one.attendanceId])).toEqual([
      [olga.actor.personId, 'ACCEPTED', null, null],
      [ewa.actor.personId, 'WAITING', 1, null],
      [ola.actor.personId, 'WAITING', 2, null],
      [jan.actor.personId, 'DECLINED', null, null],
      [null, null, null, guest],
    ]);
    expect(guests[0]).toMatchObject({ organisation: olga.organisationName, interpreter: true, interpreterLate: true, hasNeeds: true });
    expect((await guestsFor(ola.actor, id)).guests).toEqual(guests);
    for (const query of [PEOPLE, LOSING]) expect(await codeOf(olga.actor, query, { id })).toBe('NOT_FOUND');
  });

  it('names organisations that somebody comes for once each, and nobody who comes', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan, ewa] = [
      await aMember(world, 'wlochy', { name: 'Żywa Biblioteka' }),
      await aMember(world, 'wlochy', { name: 'Koc i Kawa' }),
      await aMember(world),
    ];
    await world.orm.em
      .fork()
      .execute(`insert into role_grant (id, person_id, role, scope, created_at) values (?, ?, 'ORGANISATION_COORDINATOR', ?, now())`, [
        ...[newId(), ewa.actor.personId, olga.organisationId],
      ]);
    const { id } = await aMeeting(anna, { seats: 3 });
    await answered(olga, id);
    await answered(jan, id);
    await answered(ewa, id, { organisationId: olga.organisationId });
    const seen = await meetingFor(jan.actor, id);
    expect(seen.organisations.toSorted()).toEqual(['Koc i Kawa', 'Żywa Biblioteka']);
    for (const { actor } of [olga, jan, ewa]) expect(JSON.stringify(seen)).not.toContain(actor.personId);
  });

  it('is one’s own part, nothing where one did not answer, and never another’s', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna);
    await answered(olga, id, { needs: 'Wejście bez schodów.' });
    for (const by of [anna, jan.actor]) expect(await mineIn(by, id)).toMatchObject({ rsvp: null, attendanceId: null, ballot: null });
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ state: 'ACCEPTED', hasNeeds: true });
    expect(JSON.stringify(dataOf(await olga.actor.send<object>(MINE, { id })))).not.toContain('schodów');
  });
});
