import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { aVolunteer, aVolunteerSignedIn, tell, told, type Availability } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

const MONDAY = { weekday: 1, from: 540, to: 720 };

describe('setAvailability', () => {
  const world = useWorld();

  it('puts the whole week and the days that differ over what was there', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { volunteer, actor: kinga } = await aVolunteerSignedIn(world, marta);
    const { id } = volunteer;
    await told(marta, 'setAvailability', { id, version: 1, weekly: [MONDAY], exceptions: [{ day: '2026-12-01', hours: [] }] });
    world.clock.advance(60);
    const weekly = [
      { weekday: 1, from: 0, to: 60 },
      { weekday: 1, from: 60, to: 1440 },
      { weekday: 7, from: 600, to: 660 },
    ];
    const exceptions = [
      { day: '2026-12-24', hours: [] },
      {
        day: '2026-12-31',
        hours: [
          { from: 480, to: 600 },
          { from: 700, to: 800 },
        ],
      },
    ];

    const view = await told<Availability>(kinga, 'setAvailability', { id, version: 2, weekly, exceptions });

    expect(view).toEqual({ volunteerId: id, version: 3, dutyUntil: null, weekly, exceptions, absences: [] });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'volunteer', scope: 'wlochy', version: 3 });
    expect((await auditOf(world, id)).at(-1)).toMatchObject({ action: 'availability.write', actor_id: kinga.personId, outcome: 'DONE' });
    const mine =
      'query { myAvailability { volunteerId version dutyUntil weekly { weekday from to } exceptions { day hours { from to } } absences { id } } }';
    expect(await kinga.send(mine)).toMatchObject({ data: { myAvailability: view } });
  });

  it.each([
    [{ weekly: [{ ...MONDAY, to: 540 }] }, 'weekly.0.to', 'hoursOrder'],
    [{ weekly: [MONDAY, { weekday: 2, from: 0, to: 60 }, { weekday: 1, from: 719, to: 800 }] }, 'weekly.2.from', 'hoursOverlap'],
    [{ exceptions: [{ day: '2026-12-01', hours: [{ from: 60, to: 0 }] }] }, 'exceptions.0.hours.0.to', 'hoursOrder'],
    [
      { exceptions: [{ day: '2026-12-01', hours: [MONDAY, MONDAY].map(({ from, to }) => ({ from, to })) }] },
      'exceptions.0.hours.1.from',
      'hoursOverlap',
    ],
    [
      {
        exceptions: [
          { day: '2026-12-01', hours: [] },
          { day: '2026-12-01', hours: [{ from: 0, to: 60 }] },
        ],
      },
      'exceptions.1.day',
      'hoursOverlap',
    ],
    [{ weekly: [{ weekday: 8, from: 0, to: 60 }] }, 'weekly.0.weekday', 'tooLarge'],
    [{ weekly: [{ weekday: 1, from: 0, to: 1441 }] }, 'weekly.0.to', 'tooLarge'],
    [{ exceptions: [{ day: '2026-13-01', hours: [] }] }, 'exceptions.0.day', 'day'],
  ])('refuses %j: %s %s, and loses nothing', async (over, path, rule) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    await told(marta, 'setAvailability', { id, version: 1, weekly: [MONDAY], exceptions: [] });
    const before = await snapshotOf(world);
    const answer = await tell(marta, 'setAvailability', { id, version: 2, weekly: [], exceptions: [], ...over });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('loses to whoever set it first, and answers the same again for the same key', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    const input = { key: newId(), id, version: 1, weekly: [MONDAY], exceptions: [] };
    const first = await told(marta, 'setAvailability', input);
    const before = await snapshotOf(world);
    expect(await told(marta, 'setAvailability', input)).toEqual(first);
    expect(errorOf(await tell(marta, 'setAvailability', { ...input, key: newId() }))).toEqual({ code: 'STALE', version: 2 });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is a volunteer’s own affair: another’s is as if it were missing', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { actor: kinga } = await aVolunteerSignedIn(world, marta);
    const { id } = await aVolunteer(marta);
    const answer = await tell(kinga, 'setAvailability', { id, version: 1, weekly: [], exceptions: [] });
    expect(errorOf(answer).code).toBe('NOT_FOUND');
  });

  it('cannot overlap in the database either', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    const em = world.orm.em.fork();
    const insert = 'insert into volunteer_hours (volunteer_id, weekday, from_minute, to_minute) values (?, 1, ?, ?)';
    await em.execute(insert, [id, 540, 720]);
    await expect(em.execute(insert, [id, 719, 800])).rejects.toThrow(/volunteer_hours_apart/);
    await em.execute(`insert into volunteer_exception (volunteer_id, day) values (?, '2026-12-01')`, [id]);
    await expect(
      em.execute(`insert into volunteer_exception (volunteer_id, day, from_minute, to_minute) values (?, '2026-12-01', 0, 60)`, [id]),
    ).rejects.toThrow(/volunteer_exception_apart/);
  });
});
