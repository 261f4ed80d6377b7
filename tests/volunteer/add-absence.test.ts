import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { aVolunteer, aVolunteerSignedIn, tell, told, type Availability } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('addAbsence', () => {
  const world = useWorld();
  const absence = (volunteerId: string, over: object = {}) => ({ id: newId(), volunteerId, from: '2026-11-27', to: '2026-11-30', ...over });

  it('is told by the volunteer, with an event and an audit entry', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { volunteer, actor: kinga } = await aVolunteerSignedIn(world, marta);
    world.clock.advance(60);
    const away = absence(volunteer.id);

    const view = await told<Availability>(kinga, 'addAbsence', away);

    expect(view).toMatchObject({ version: 2, absences: [{ id: away.id, from: '2026-11-27', to: '2026-11-30' }] });
    expect((await eventsOf(world, volunteer.id)).at(-1)).toMatchObject({ topic: 'volunteer', scope: 'wlochy', version: 2 });
    expect((await auditOf(world, volunteer.id)).at(-1)).toMatchObject({ action: 'availability.write', actor_id: kinga.personId });
    world.clock.set('2026-12-01T11:00:00.000Z');
    const later = await told<Availability>(kinga, 'addAbsence', absence(volunteer.id, { from: '2026-12-24', to: '2026-12-24' }));
    expect(later.absences.map(({ from }) => from)).toEqual(['2026-12-24']);
  });

  it.each([
    [{ from: '2026-11-30', to: '2026-11-29' }, 'to', 'absenceOrder'],
    [{ from: '2026-11-20', to: '2026-11-25' }, 'to', 'absenceInPast'],
    [{ from: '2026-11-27', to: '2027-11-28' }, 'to', 'absenceTooLong'],
    [{ from: '2026-11-31' }, 'from', 'day'],
    [{ to: 'jutro' }, 'to', 'day'],
  ])('refuses %j: %s %s', async (over, path, rule) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    const before = await snapshotOf(world);
    expect(errorOf(await tell(marta, 'addAbsence', absence(id, over)))).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('takes one that began before, until today', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    expect((await told<Availability>(marta, 'addAbsence', absence(id, { from: '2026-11-20', to: '2026-11-26' }))).absences).toHaveLength(1);
  });

  it('refuses an id that is taken, and a fifty-first absence', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    const first = absence(id);
    await told(marta, 'addAbsence', first);
    expect(errorOf(await tell(marta, 'addAbsence', first)).fields).toEqual([{ path: 'id', rule: 'taken' }]);
    for (let count = 1; count < 50; count++) await told(marta, 'addAbsence', absence(id));
    expect(errorOf(await tell(marta, 'addAbsence', absence(id))).fields).toEqual([{ path: 'from', rule: 'tooLong', limit: 50 }]);
  });
});
