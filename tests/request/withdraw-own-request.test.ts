import { newId } from '@ww/shared/id';
import { CANCEL_REASONS } from '@ww/shared/request/kinds';
import { OPEN_STATES } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done, offered } from '../support/commands.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { giveOwn, ownRequest } from '../support/own.ts';
import { aSubmitted } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

const WAY = { NEW: [], TRIAGED: ['triage'], OFFERED: [], ACCEPTED: ['claim'], IN_PROGRESS: ['claim', 'start'] } as const;
const RESIDENTS = ['RESIGNED', 'HELPED_OTHERWISE', 'MISTAKE'];

describe('withdrawOwnRequest', () => {
  const world = useWorld();

  it.each(OPEN_STATES)('takes a request back that is %s, with the reason', async (state) => {
    const halina = resident(world);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id, number, code } = await aSubmitted(world, halina);
    for (const command of WAY[state as keyof typeof WAY]) await done(world, anna, command, { id });
    if (state === 'OFFERED') await offered(world, anna, { id, district: 'wlochy' });
    world.clock.advance(60);

    const { steps } = dataOf(await giveOwn(world, halina, 'withdraw', code, { reason: 'HELPED_OTHERWISE' }));

    expect(steps).toMatchObject({
      number,
      state: 'CANCELLED',
      closedAt: world.clock.now().toISOString(),
      canAmend: false,
      canWithdraw: false,
    });
    expect(await ownRequest(halina, code)).toMatchObject({ ...steps, cancelReason: 'HELPED_OTHERWISE' });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'request', scope: 'wlochy', version: steps.version });
    const about = { subject_type: 'request', subject_label: String(number), district: 'wlochy', outcome: 'DONE', to_name: null };
    expect(await auditOf(world, id)).toContainEqual({
      action: 'request.withdraw-own',
      actor_id: null,
      actor_name: null,
      reason: 'HELPED_OTHERWISE',
      ...about,
    });
  });

  it.each(CANCEL_REASONS)('takes %s for a reason only where a resident can say so', async (reason) => {
    const { code } = await aSubmitted(world, resident(world));
    const answer = await giveOwn(world, resident(world), 'withdraw', code, { reason });
    if (RESIDENTS.includes(reason)) expect(dataOf(answer).steps.state).toBe('CANCELLED');
    else expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [{ path: 'reason', rule: 'choice' }] });
  });

  it('is a conflict once it is closed: by the Team it names who and when, by the resident nobody', async () => {
    const halina = resident(world);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const at = world.clock.now().toISOString();
    const finished = await aSubmitted(world, halina);
    await done(world, anna, 'claim', finished);
    await done(world, anna, 'finish', finished);
    const withdrawn = await aSubmitted(world, halina);
    dataOf(await giveOwn(world, halina, 'withdraw', withdrawn.code));
    world.clock.advance(60);
    const before = await snapshotOf(world);
    expect(errorOf(await giveOwn(world, halina, 'withdraw', finished.code))).toEqual({
      code: 'CONFLICT',
      conflict: { by: anna.name, at, state: 'DONE' },
    });
    expect(errorOf(await giveOwn(world, halina, 'withdraw', withdrawn.code))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at, state: 'CANCELLED' },
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('answers the same again for the same key, and refuses the key for another reason', async () => {
    const halina = resident(world);
    const { code } = await aSubmitted(world, halina);
    const key = newId();
    const first = await giveOwn(world, halina, 'withdraw', code, { key });
    const before = await snapshotOf(world);
    expect(await giveOwn(world, halina, 'withdraw', code, { key })).toEqual(first);
    expect(errorOf(await giveOwn(world, halina, 'withdraw', code, { key, reason: 'MISTAKE' }))).toMatchObject({
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('lets one of two win when the Team finishes at the same moment', async () => {
    const halina = resident(world);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id, code } = await aSubmitted(world, halina);
    await done(world, anna, 'claim', { id });
    const [own] = await Promise.all([
      giveOwn(world, halina, 'withdraw', code),
      anna.send(`mutation ($input: OnRequestInput!) { finishRequest(input: $input) { id } }`, { input: { key: newId(), id } }),
    ]);
    const { state } = await ownRequest(halina, code);
    expect(state).toBe(own.errors ? 'DONE' : 'CANCELLED');
    expect(await eventsOf(world, id)).toHaveLength(3);
  });
});
