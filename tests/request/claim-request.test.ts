import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { aRequest, change, type Row } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

const CLAIM = change('claimRequest', 'OnRequestInput');

describe('claimRequest', () => {
  const world = useWorld();

  it('takes a new request for oneself, counts it as triaged, and leaves an event and an audit entry', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id, version, number } = await aRequest(world, anna);
    world.clock.advance(60);

    const row = dataOf(await anna.send<{ claimRequest: Row }>(CLAIM, { input: { key: newId(), id } })).claimRequest;

    const now = world.clock.now().toISOString();
    expect(row).toMatchObject({
      state: 'ACCEPTED',
      assigneeId: anna.personId,
      assigneeName: anna.name,
      triagedAt: now,
      acceptedAt: now,
      version: version + 1,
    });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'request', scope: 'wlochy', version: version + 1 });
    expect((await auditOf(world, id)).at(-1)).toMatchObject({
      action: 'request.claim',
      actor_id: anna.personId,
      subject_label: String(number),
      district: 'wlochy',
      outcome: 'DONE',
    });
  });

  it('lets one of two people who claim at once win, and tells the other who and when', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);

    const answers = await Promise.all(
      [anna, pawel].map(async (actor) => ({
        actor,
        answer: await actor.send<{ claimRequest: Row }>(CLAIM, { input: { key: newId(), id } }),
      })),
    );

    const won = answers.filter(({ answer }) => !answer.errors);
    const lost = answers.filter(({ answer }) => answer.errors);
    expect(won).toHaveLength(1);
    const winner = won[0]?.actor;
    expect(errorOf(lost[0]?.answer ?? { status: 0, data: null })).toMatchObject({
      code: 'CONFLICT',
      conflict: { by: winner?.name, at: world.clock.now().toISOString(), state: 'ACCEPTED' },
    });
    expect(await eventsOf(world, id)).toHaveLength(2);
  });

  it('answers the same again for the same key, and does it once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const input = { key: newId(), id };

    const first = await anna.send(CLAIM, { input });
    world.clock.advance(5);
    const second = await anna.send(CLAIM, { input });

    expect(second).toEqual(first);
    expect(await eventsOf(world, id)).toHaveLength(2);
  });

  it('refuses a key that was used for something else', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const other = await aRequest(world, anna);
    const key = newId();
    await anna.send(CLAIM, { input: { key, id } });

    expect(errorOf(await anna.send(CLAIM, { input: { key, id: other.id } }))).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
  });
});
