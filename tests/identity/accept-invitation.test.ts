import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { accept, anInvitation, grantsOf, tokenOf } from '../support/people.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

const TOKEN = { code: 'INVALID', fields: [{ path: 'token', rule: 'token' }] };

describe('acceptInvitation', () => {
  const world = useWorld();

  async function signInByPassword(email: string, password: string): Promise<number> {
    const headers = { 'content-type': 'application/json', origin: world.url };
    return (await fetch(`${world.url}/api/auth/sign-in/email`, { method: 'POST', headers, body: JSON.stringify({ email, password }) }))
      .status;
  }

  it('makes an account with the name and the password given, and the role in its district', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, email } = await anInvitation(marta);
    world.clock.advance(60);

    const personId = dataOf(await accept(resident(world), tokenOf(world, id), { name: ' Katarzyna Nowa ', password: 'dwanaście-znaków' }))
      .acceptInvitation.id;

    expect(await grantsOf(world, personId)).toEqual(['TEAM_MEMBER@wlochy']);
    expect(await signInByPassword(email, 'dwanaście-znaków')).toBe(200);
    expect(await signInByPassword(email, 'dwanaście-znakóW')).toBe(401);
    expect(await eventsOf(world, personId)).toMatchObject([{ topic: 'access', scope: 'wlochy' }]);
    const who = { actor_id: null, actor_name: null, to_name: 'Katarzyna Nowa', reason: 'TEAM_MEMBER', subject_label: null };
    expect(await auditOf(world, id)).toContainEqual({
      action: 'invitation.accept',
      subject_type: 'invitation',
      district: 'wlochy',
      outcome: 'DONE',
      ...who,
    });
    const [row] = await world.orm.em
      .fork()
      .execute<{ accepted_at: string | Date }[]>('select accepted_at from invitation where id = ?', [id]);
    expect(new Date(row?.accepted_at ?? 0)).toEqual(world.clock.now());
  });

  it('gives someone who has an account one more role, and leaves name and password as they are', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const ewa = await signIn(world, 'DISTRICT_COORDINATOR', 'ochota');
    const { id, email } = await anInvitation(marta);
    const personId = dataOf(await accept(resident(world), tokenOf(world, id), { password: 'pierwsze-hasło' })).acceptInvitation.id;
    const second = await anInvitation(ewa, { email, district: 'ochota', role: 'DISTRICT_COORDINATOR' });

    const again = dataOf(await accept(resident(world), tokenOf(world, second.id), { name: 'Ktoś Inny', password: 'drugie-hasło-dłuższe' }))
      .acceptInvitation.id;

    expect(again).toBe(personId);
    expect(await grantsOf(world, personId)).toEqual(['DISTRICT_COORDINATOR@ochota', 'TEAM_MEMBER@wlochy']);
    expect(await signInByPassword(email, 'pierwsze-hasło')).toBe(200);
    expect(await signInByPassword(email, 'drugie-hasło-dłuższe')).toBe(401);
  });

  it('is possible once, by whoever comes first', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await anInvitation(marta);
    const answers = await Promise.all([accept(resident(world), tokenOf(world, id)), accept(resident(world), tokenOf(world, id))]);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([TOKEN]);
  });

  it('makes one account of two invitations that are accepted at once', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const ewa = await signIn(world, 'DISTRICT_COORDINATOR', 'ochota');
    const { id, email } = await anInvitation(marta);
    const second = await anInvitation(ewa, { email, district: 'ochota' });
    const answers = await Promise.all([accept(resident(world), tokenOf(world, id)), accept(resident(world), tokenOf(world, second.id))]);
    const [one, other] = answers.map((answer) => dataOf(answer).acceptInvitation.id);
    expect(one).toBe(other);
    expect(await grantsOf(world, one ?? '')).toEqual(['TEAM_MEMBER@ochota', 'TEAM_MEMBER@wlochy']);
  });

  it('is possible for seven days, and not at the end of them', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [one, other] = [await anInvitation(marta), await anInvitation(marta)];
    world.clock.advance(7 * 86_400 - 1);
    dataOf(await accept(resident(world), tokenOf(world, one.id)));
    world.clock.advance(1);
    expect(errorOf(await accept(resident(world), tokenOf(world, other.id)))).toEqual(TOKEN);
  });

  it('answers the same again for the same key, also when the first answer got lost', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await anInvitation(marta);
    const key = newId();
    const first = await accept(resident(world), tokenOf(world, id), { key });
    const before = await snapshotOf(world);
    expect(await accept(resident(world), tokenOf(world, id), { key })).toEqual(first);
    expect(errorOf(await accept(resident(world), tokenOf(world, id), { key, password: 'całkiem-inne-hasło' }))).toMatchObject({
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each([
    ['password', 'jedenaście!', 'tooShort', 12],
    ['password', 'a'.repeat(129), 'tooLong', 128],
    ['name', '', 'required', undefined],
    ['name', 'a'.repeat(121), 'tooLong', 120],
    ['name', 'a\u0000', 'malformed', undefined],
    ['token', 'a'.repeat(201), 'token', 200],
  ])('refuses a wrong %s beside its field', async (path, value, rule, limit) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await anInvitation(marta);
    const before = await snapshotOf(world);
    const answer = await accept(resident(world), tokenOf(world, id), { [path]: value });
    expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [{ path, rule, ...(limit ? { limit } : {}) }] });
    expect(await snapshotOf(world)).toBe(before);
  });
});
