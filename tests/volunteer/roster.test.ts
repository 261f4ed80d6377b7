import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { plantTask } from '../support/plant-task.ts';
import { watchSql } from '../support/sql-watch.ts';
import { anOrganisation, aVolunteer, aVolunteerSignedIn, newPool, told, type RosterRow } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';
import type { Actor } from '../support/actors.ts';

const ROSTER = `query ($district: ID!) { roster(district: $district) { cursor rows { id version weekMinutes freeToday volunteer { id displayName organisationName openTasks dutyUntil } } } }`;
const OF_ORGANISATION = `query ($organisation: ID!) { rosterOfOrganisation(organisation: $organisation) { rows { id } } }`;
const DETAIL = `query ($id: ID!) { volunteerDetail(id: $id) { row { id weekMinutes } availability { version weekly { weekday from to } exceptions { day hours { from to } } absences { from to } } pools { id } hasEmail hasPhone } }`;
const ORGANISATIONS = `query ($district: ID!) { organisations(district: $district) { row { id name } volunteers coordinators pools { headcount } } }`;
const MINE = `query { myOrganisations { row { id } volunteers } }`;

describe('the roster', () => {
  const world = useWorld();
  const rowsOf = async (by: Actor, district: string) =>
    dataOf(await by.send<{ roster: { rows: RosterRow[] } }>(ROSTER, { district })).roster.rows;

  it('has who serves the district or is held by it, by name in Polish order, and no one who stopped', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id: organisationId, name, coordinator } = await anOrganisation(world, marta);
    await aVolunteer(marta, { name: 'Łucja Sowa' });
    await aVolunteer(marta, { name: 'Leon Żuraw', districts: ['wola'] });
    await aVolunteer(coordinator, { name: 'Ćwirek Maj', organisationId });
    await aVolunteer(coordinator, { name: 'Nikt Stąd', organisationId, districts: ['wola'] });
    await told(marta, 'endVolunteer', { id: (await aVolunteer(marta, { name: 'Ada Była' })).id });

    const rows = await rowsOf(await signIn(world, 'TEAM_MEMBER', 'wlochy'), 'wlochy');

    expect(rows.map(({ volunteer }) => [volunteer.displayName, volunteer.organisationName])).toEqual([
      ['Ćwirek Maj', name],
      ['Leon Żuraw', null],
      ['Łucja Sowa', null],
    ]);
    const ochota = await signIn(world, 'TEAM_MEMBER', 'wola');
    expect((await rowsOf(ochota, 'wola')).map(({ volunteer }) => volunteer.displayName)).toEqual(['Leon Żuraw', 'Nikt Stąd']);
  });

  it('tells the week’s minutes and who is free today, by hours, duty, tasks and their limit', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const people = {
      none: await aVolunteer(marta),
      hours: await aVolunteer(marta),
      short: await aVolunteer(marta),
      duty: await aVolunteer(marta),
      busy: await aVolunteer(marta),
      full: await aVolunteer(marta, { maxOpen: 1 }),
      away: await aVolunteer(marta),
    };
    // it is Thursday noon
    const week = (from: number, to: number) => ({ version: 1, weekly: [{ weekday: 4, from, to }], exceptions: [] });
    await told(marta, 'setAvailability', { id: people.hours.id, ...week(600, 780) });
    await told(marta, 'setAvailability', { id: people.short.id, ...week(600, 779) });
    await told(marta, 'setDuty', { id: people.duty.id, until: world.clock.in(3600) });
    for (const each of [people.busy, people.full, people.away]) await told(marta, 'setAvailability', { id: each.id, ...week(600, 840) });
    await plantTask(world, marta, people.busy.id, 61);
    await plantTask(world, marta, people.full.id, 30);
    await told(marta, 'addAbsence', { id: newId(), volunteerId: people.away.id, from: '2026-11-26', to: '2026-11-26' });

    const rows = await rowsOf(marta, 'wlochy');

    const seen = Object.fromEntries(
      Object.entries(people).map(([name, { id }]) => {
        const row = rows.find((each) => each.id === id);
        return [name, [row?.freeToday, row?.weekMinutes, row?.volunteer.openTasks]];
      }),
    );
    expect(seen).toEqual({
      ...{ none: [false, 0, 0], hours: [true, 0, 0], short: [false, 0, 0], duty: [true, 0, 0] },
      ...{ busy: [false, 61, 1], full: [false, 30, 1], away: [false, 0, 0] },
    });
  });

  it('costs as many statements for twenty people as for one', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    for (let count = 0; count < 20; count++) await aVolunteer(marta);
    const sql = watchSql(world.orm);
    expect(await rowsOf(marta, 'wlochy')).toHaveLength(20);
    expect(sql.count(/from "?volunteer"? /)).toBe(2);
  });

  it('shows one volunteer to the host and to the Teams of the districts served, with hours, absences and pools', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id: organisationId, coordinator: olga } = await anOrganisation(world, marta);
    const { id } = await aVolunteer(olga, { organisationId, districts: ['ochota'] });
    const weekly = [{ weekday: 1, from: 540, to: 600 }];
    await told(olga, 'setAvailability', { id, version: 1, weekly, exceptions: [{ day: '2026-12-24', hours: [] }] });
    await told(olga, 'addAbsence', { id: newId(), volunteerId: id, from: '2026-11-27', to: '2026-11-28' });
    const pool = newPool(organisationId);
    await told(olga, 'offerPool', pool);

    for (const by of [olga, await signIn(world, 'TEAM_MEMBER', 'ochota')]) {
      expect(dataOf(await by.send<object>(DETAIL, { id }))).toEqual({
        volunteerDetail: {
          row: { id, weekMinutes: 0 },
          availability: {
            version: 3,
            weekly,
            exceptions: [{ day: '2026-12-24', hours: [] }],
            absences: [{ from: '2026-11-27', to: '2026-11-28' }],
          },
          ...{ pools: [{ id: pool.id }], hasEmail: false, hasPhone: true },
        },
      });
    }
    const { actor: kinga } = await aVolunteerSignedIn(world, marta);
    for (const by of [marta, kinga, await signIn(world, 'CITY_ANALYST')]) {
      expect(errorOf(await by.send(DETAIL, { id })).code).toBe('NOT_FOUND');
    }
    expect(errorOf(await resident(world).send(DETAIL, { id })).code).toBe('UNAUTHENTICATED');
    expect(errorOf(await marta.send(DETAIL, { id: 'x' })).fields).toEqual([{ path: 'id', rule: 'uuid' }]);
  });

  it('shows an organisation its own volunteers only, and nobody else that list', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [one, other] = [await anOrganisation(world, marta), await anOrganisation(world, marta)];
    const { id } = await aVolunteer(one.coordinator, { organisationId: one.id });
    await aVolunteer(other.coordinator, { organisationId: other.id });

    expect(await one.coordinator.send(OF_ORGANISATION, { organisation: one.id })).toMatchObject({
      data: { rosterOfOrganisation: { rows: [{ id }] } },
    });
    for (const by of [other.coordinator, marta]) {
      expect(errorOf(await by.send(OF_ORGANISATION, { organisation: one.id })).code).toBe('NOT_FOUND');
      expect(errorOf(await by.send(OF_ORGANISATION, { organisation: 'wlochy' })).code).toBe('NOT_FOUND');
    }
    expect(errorOf(await one.coordinator.send(ROSTER, { district: 'wlochy' })).code).toBe('NOT_FOUND');
    expect(await one.coordinator.send(MINE)).toMatchObject({ data: { myOrganisations: [{ row: { id: one.id }, volunteers: 1 }] } });
    expect(errorOf(await marta.send(MINE)).code).toBe('NOT_FOUND');
  });

  it('lists the organisations of a district, with how many they bring', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const one = await anOrganisation(world, marta, { name: 'Zorza', districts: ['ochota'] });
    const other = await anOrganisation(world, marta, { name: 'Ósemka', districts: ['wola'] });
    await aVolunteer(one.coordinator, { organisationId: one.id });
    await told(other.coordinator, 'offerPool', newPool(other.id));
    await told(other.coordinator, 'offerPool', newPool(other.id, { headcount: 9, fromDay: '2026-11-26', toDay: '2026-11-26' }));
    world.clock.advance(86_400);
    const view = (name: string, id: string, volunteers: number, pools: object[]) => ({
      row: { id, name },
      volunteers,
      coordinators: ['Olga Wilga'],
      pools,
    });

    expect(await (await signIn(world, 'TEAM_MEMBER', 'wlochy')).send(ORGANISATIONS, { district: 'wlochy' })).toMatchObject({
      data: { organisations: [view('Ósemka', other.id, 0, [{ headcount: 3 }]), view('Zorza', one.id, 1, [])] },
    });
    expect(await (await signIn(world, 'TEAM_MEMBER', 'ochota')).send(ORGANISATIONS, { district: 'ochota' })).toMatchObject({
      data: { organisations: [{ row: { id: one.id } }] },
    });
    expect(errorOf(await one.coordinator.send(ORGANISATIONS, { district: 'wlochy' })).code).toBe('NOT_FOUND');
    expect(errorOf(await marta.send(ORGANISATIONS, { district: 'ochota' })).code).toBe('NOT_FOUND');
  });
});
