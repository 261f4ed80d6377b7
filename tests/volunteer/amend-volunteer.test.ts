import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { aVolunteer, profile, tell, told, type RosterRow } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('amendVolunteer', () => {
  const world = useWorld();

  it('corrects the profile; the districts served before hear of it as well', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, version } = await aVolunteer(marta, { districts: ['wola'] });
    world.clock.advance(60);
    const change = { districts: ['ochota'], name: 'Kinga Nowa', maxOpen: 1, agreementOn: '2026-11-25', email: 'nowa@example.org' };

    const { volunteer } = await told<RosterRow>(marta, 'amendVolunteer', { id, version, ...profile(change) });

    expect(volunteer).toMatchObject({
      districts: ['ochota'],
      displayName: 'Kinga Nowa',
      maxOpen: 1,
      agreementOn: '2026-11-25',
      version: 2,
    });
    expect((await eventsOf(world, id)).slice(2)).toMatchObject([
      { topic: 'volunteer', scope: 'wlochy', version: 2 },
      { topic: 'volunteer', scope: 'ochota', version: 2 },
      { topic: 'volunteer', scope: 'wola', version: 2 },
    ]);
    expect((await auditOf(world, id)).at(-1)).toMatchObject({ action: 'volunteer.write', outcome: 'DONE', to_name: 'Kinga Nowa' });
    const [reached] = await world.orm.em.fork().execute('select email, phone from volunteer_private where volunteer_id = ?', [id]);
    expect(reached).toEqual({ email: 'nowa@example.org', phone: '+48220000134' });
  });

  it('loses to whoever amended first', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    await told(marta, 'amendVolunteer', { id, version: 1, ...profile({ maxOpen: 1 }) });
    const before = await snapshotOf(world);
    expect(errorOf(await tell(marta, 'amendVolunteer', { id, version: 1, ...profile() }))).toEqual({ code: 'STALE', version: 2 });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('keeps the birthday of someone who came of age, and takes no other day that has passed', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, version } = await aVolunteer(marta, { adultOn: '2026-11-27', guardianConsentOn: '2026-11-20' });
    world.clock.advance(7 * 86_400);
    const amended = { id, version, ...profile({ adultOn: '2026-11-27' }) };
    expect((await told<RosterRow>(marta, 'amendVolunteer', amended)).volunteer.adultOn).toBe('2026-11-27');
    const answer = await tell(marta, 'amendVolunteer', { ...amended, version: 2, adultOn: '2026-11-28' });
    expect(errorOf(answer).fields).toEqual([{ path: 'adultOn', rule: 'dueInPast' }]);
  });

  it('is about those who help still', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    await told(marta, 'endVolunteer', { id });
    const answer = await tell(marta, 'amendVolunteer', { id, version: 2, ...profile() });
    expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [{ path: 'id', rule: 'volunteer' }] });
  });
});
