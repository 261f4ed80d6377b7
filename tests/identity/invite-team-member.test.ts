import { newId } from '@ww/shared/id';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { accept, anInvitation, invitation, INVITE, tokenOf } from '../support/people.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

describe('inviteTeamMember', () => {
  const world = useWorld();
  // letters of other tests, whose invitations are gone, would be gone through first, one every two seconds
  beforeEach(() => world.orm.em.fork().execute('delete from jobs.job'));

  it.each(['TEAM_MEMBER', 'DISTRICT_COORDINATOR'] as const)(
    'invites a %s for seven days, leaves an event and an audit entry, and sends a letter',
    async (role) => {
      const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
      const input = invitation({ role, email: ' Kasia.Nowa@Example.org ', name: ' Kasia Nowa ' });

      const { inviteTeamMember } = dataOf(await marta.send<{ inviteTeamMember: object }>(INVITE, { input }));

      expect(inviteTeamMember).toEqual({
        ...{ id: input.id, name: 'Kasia Nowa', email: 'kasia.nowa@example.org', role, acceptedAt: null },
        ...{ invitedAt: world.clock.now().toISOString(), expiresAt: world.clock.in(7 * 86_400) },
      });
      expect(await eventsOf(world, input.id)).toMatchObject([{ topic: 'invitation', scope: 'wlochy', version: 1 }]);
      const who = { actor_id: marta.personId, actor_name: marta.name, subject_label: null, to_name: null };
      expect(await auditOf(world, input.id)).toEqual([
        { action: 'team.invite', subject_type: 'invitation', district: 'wlochy', outcome: 'DONE', reason: role, ...who },
      ]);
      const letter = await vi.waitFor(
        () => world.letters.find(({ to }) => to === 'kasia.nowa@example.org') ?? Promise.reject(new Error('no letter yet')),
        15_000,
      );
      expect(letter.text).toContain(`${world.url}/zaproszenie#token=${tokenOf(world, input.id)}`);
      expect(`${letter.subject}${JSON.stringify(world.logs)}`).not.toMatch(/Kasia|token=/);
    },
  );

  it('refuses a second invitation while one waits, and someone who is in the Team', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const waiting = await anInvitation(marta);
    const member = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const taken = { code: 'INVALID', fields: [{ path: 'email', rule: 'taken' }] };
    for (const email of [waiting.email, waiting.email.toUpperCase(), member.email]) {
      expect(errorOf(await marta.send(INVITE, { input: invitation({ email }) }))).toEqual(taken);
    }
    // another role, another district, or after a week: something else
    await anInvitation(marta, { email: waiting.email, role: 'DISTRICT_COORDINATOR' });
    const ewa = await signIn(world, 'DISTRICT_COORDINATOR', 'ochota');
    await anInvitation(ewa, { email: waiting.email, district: 'ochota' });
    world.clock.advance(7 * 86_400);
    await anInvitation(marta, { email: waiting.email });
  });

  it.each([
    ['role', 'ADMIN', 'choice'],
    ['role', 'VOLUNTEER', 'choice'],
    ['district', 'krakow', 'district'],
    ['email', 'nie-adres', 'email'],
    ['email', '', 'required'],
    ['email', `${'a'.repeat(250)}@example.org`, 'tooLong'],
    ['email', 'a\u0000@example.org', 'email'],
    ['name', ' ', 'required'],
    ['name', 'a'.repeat(121), 'tooLong'],
    ['name', 'a\u0000', 'malformed'],
    ['id', 'x', 'uuid'],
    ['key', '', 'uuid'],
  ])('refuses %s %j beside its field', async (path, value, rule) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { code, fields } = errorOf(await marta.send(INVITE, { input: invitation({ [path]: value }) }));
    expect({ code, fields }).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
  });

  it('answers the same again for the same key; refuses the key for another person, and an id that is taken', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const input = invitation();
    const first = await marta.send(INVITE, { input });
    const before = await snapshotOf(world);
    expect(await marta.send(INVITE, { input })).toEqual(first);
    expect(errorOf(await marta.send(INVITE, { input: invitation({ key: input.key }) }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
    expect(errorOf(await marta.send(INVITE, { input: invitation({ id: input.id }) }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'id', rule: 'taken' }],
    });
    const id = newId();
    const both = await Promise.all([marta.send(INVITE, { input: invitation({ id }) }), marta.send(INVITE, { input: invitation({ id }) })]);
    expect(both.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.fields) ?? [])).toEqual([
      [{ path: 'id', rule: 'taken' }],
    ]);
    expect(await snapshotOf(world)).not.toBe(before);
  });

  it('keeps the answer for its key without the name and the address', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { email } = await anInvitation(marta, { name: 'Zdzisława Kanarek' });
    dataOf(await accept(marta, tokenOf(world, (await anInvitation(marta)).id), { name: 'Zdzisława Kanarek' }));
    const kept = JSON.stringify(await world.orm.em.fork().execute('select k::text from command_key k'));
    expect(kept).not.toContain('Kanarek');
    expect(kept).not.toContain(email);
  });
});
