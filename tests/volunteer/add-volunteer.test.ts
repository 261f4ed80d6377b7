import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { openSession, signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { linksOf } from '../support/links.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { grantsOf } from '../support/people.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { anOrganisation, aVolunteer, newcomer, personOf, someEmail, tell, told, type RosterRow } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('addVolunteer', () => {
  const world = useWorld();

  it('adds someone whom the district holds: a row without e-mail and phone, an event for each district, an audit entry', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const input = newcomer({ districts: ['wola', 'wlochy'], kinds: ['PET', 'SHOPPING'], languages: ['UK', 'PL'], limits: ['NO_HEAVY'] });

    const row = await told<RosterRow>(marta, 'addVolunteer', input);

    expect(row).toEqual({
      ...{ id: input.id, version: 1, weekMinutes: 0, freeToday: false },
      volunteer: {
        ...{ id: input.id, organisationId: null, organisationName: null, district: 'wlochy', displayName: 'Kinga Jaskółka' },
        ...{ districts: ['wlochy', 'wola'], kinds: ['SHOPPING', 'PET'], languages: ['PL', 'UK'], limits: ['NO_HEAVY'], contact: 'PHONE' },
        ...{ maxOpen: 3, weeklyMinutes: null, since: '2026-11-20', agreementOn: null, insuredUntil: '2026-12-31', adultOn: null },
        ...{ guardianConsentOn: null, dutyUntil: null, lastAskedAt: null, invitedAt: null, endedAt: null, openTasks: 0, version: 1 },
        hasAccount: false,
      },
    });
    expect(await eventsOf(world, input.id)).toMatchObject([
      { topic: 'volunteer', scope: 'wlochy', version: 1 },
      { topic: 'volunteer', scope: 'wola', version: 1 },
    ]);
    expect(await auditOf(world, input.id)).toEqual([
      {
        ...{ action: 'volunteer.write', actor_id: marta.personId, actor_name: marta.name, subject_type: 'volunteer', subject_label: null },
        ...{ district: 'wlochy', outcome: 'DONE', reason: null, to_name: 'Kinga Jaskółka' },
      },
    ]);
    const [reached] = await world.orm.em.fork().execute('select email, phone from volunteer_private where volunteer_id = ?', [input.id]);
    expect(reached).toEqual({ email: null, phone: '+48220000134' });
  });

  it('adds an organisation’s own, in the organisation’s district whatever was sent', async () => {
    const { id, name, coordinator } = await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'));
    const volunteer = await aVolunteer(coordinator, { organisationId: id, district: 'ochota' });
    expect(volunteer).toMatchObject({ organisationId: id, organisationName: name, district: 'wlochy' });
  });

  it('invites: an account without a password, the role over oneself, and a link', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const email = someEmail();

    const volunteer = await aVolunteer(marta, { email: email.toUpperCase(), invite: true, contact: 'EMAIL', phone: null });

    expect(volunteer).toMatchObject({ hasAccount: true, invitedAt: world.clock.now().toISOString() });
    const personId = await personOf(world, volunteer.id);
    expect(await grantsOf(world, personId)).toEqual([`VOLUNTEER@${personId}`]);
    expect(await linksOf(world)).toMatchObject([{ person_id: personId, purpose: 'INVITATION' }]);
    const accounts = await world.orm.em.fork().execute('select email from person where id = ?', [personId]);
    expect(accounts).toEqual([{ email }]);
    expect(await world.orm.em.fork().execute('select 1 from auth.account where "userId" = ?', [personId])).toEqual([]);
    const kinga = await openSession(world, personId);
    expect(await kinga.send('query { myAvailability { volunteerId } }')).toMatchObject({
      data: { myAvailability: { volunteerId: volunteer.id } },
    });
  });

  it('gives the role to someone who has an account already, and makes no second one', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const volunteer = await aVolunteer(marta, { email: anna.email, invite: true });
    expect(await personOf(world, volunteer.id)).toBe(anna.personId);
    expect(await grantsOf(world, anna.personId)).toEqual(['TEAM_MEMBER@wlochy', `VOLUNTEER@${anna.personId ?? ''}`]);
  });

  it('takes one person once, and nothing of a second try is left', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const email = someEmail();
    await aVolunteer(marta, { email, invite: true });
    const before = await snapshotOf(world);
    const answer = await tell(marta, 'addVolunteer', newcomer({ email, invite: true }));
    expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [{ path: 'email', rule: 'taken' }] });
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each([
    [{ contact: 'EMAIL' }, 'email', 'required'],
    [{ contact: 'PHONE', phone: null }, 'phone', 'required'],
    [{ contact: 'SMS', phone: '' }, 'phone', 'required'],
    [{ invite: true }, 'email', 'required'],
    [{ email: 'kinga' }, 'email', 'email'],
    [{ phone: '12' }, 'phone', 'phone'],
    [{ adultOn: '2026-11-26' }, 'adultOn', 'dueInPast'],
    [{ since: '2026-02-30' }, 'since', 'day'],
    [{ since: '' }, 'since', 'day'],
    [{ districts: [] }, 'districts', 'required'],
    [{ districts: ['krakow'] }, 'districts.0', 'choice'],
    [{ kinds: [] }, 'kinds', 'required'],
    [{ name: ' ' }, 'name', 'required'],
    [{ name: 'K'.repeat(121) }, 'name', 'tooLong'],
    [{ maxOpen: 0 }, 'maxOpen', 'tooSmall'],
    [{ maxOpen: 21 }, 'maxOpen', 'tooLarge'],
    [{ weeklyMinutes: 14 }, 'weeklyMinutes', 'tooSmall'],
    [{ weeklyMinutes: 3001 }, 'weeklyMinutes', 'tooLarge'],
  ])('refuses %j: %s %s', async (over, path, rule) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const before = await snapshotOf(world);
    expect(errorOf(await tell(marta, 'addVolunteer', newcomer(over)))).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('answers the same again for the same key, and refuses an id that is taken', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const input = { key: newId(), ...newcomer({ email: someEmail(), invite: true }) };
    const first = await told(marta, 'addVolunteer', input);
    const before = await snapshotOf(world);
    expect(await told(marta, 'addVolunteer', input)).toEqual(first);
    expect(errorOf(await tell(marta, 'addVolunteer', newcomer({ id: input.id }))).fields).toEqual([{ path: 'id', rule: 'taken' }]);
    expect(await snapshotOf(world)).toBe(before);
  });
});
