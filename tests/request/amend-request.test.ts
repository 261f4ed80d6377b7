import { OPEN_STATES } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { done, give, requestIn } from '../support/commands.ts';
import { behavesAsCommand, expectChange } from '../support/request-behaviour.ts';
import { aRequest, reveal } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

describe('amendRequest', () => {
  const world = useWorld();

  it.each(OPEN_STATES)('corrects what was written down about a request that is %s', async (state) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const reporter = { name: 'Sąsiad Zenon', phone: '22 000 01 35' };
    const request = await requestIn(world, state, anna, { reporterKind: 'SOMEONE_ELSE', reporter });
    world.clock.advance(60);
    const due = { from: world.clock.in(60), to: world.clock.in(120) };
    const people = { person: { name: 'Helena Wilga', phone: '22 000 01 36' }, contact: { name: 'Wnuczka', phone: '601 000 123' } };
    const address = { street: 'Popularna', house: '2a', flat: null, access: 'Od podwórza' };

    const row = await done(world, pawel, 'amend', request, {
      ...{
        kind: 'OTHER',
        errand: 'POST',
        words: 'Odebrać paczkę.',
        due,
        ...people,
        address,
        informed: 'CALLED_BY_TEAM',
        helpers: ['CARER', 'OPS'],
      },
    });

    const changed = { changedAt: world.clock.now().toISOString(), changedByName: pawel.name, version: request.version + 1 };
    expect(row).toEqual({ ...request, kind: 'OTHER', errand: 'POST', dueFrom: due.from, dueTo: due.to, ...changed });
    await expectChange(world, request, row, pawel, { action: 'request.amend' });
    expect(await reveal(anna, request.id)).toMatchObject({
      words: 'Odebrać paczkę.',
      person: { name: 'Helena Wilga', phone: '+48220000136' },
      reporter: { name: 'Sąsiad Zenon', phone: '+48220000135' },
      contact: { name: 'Wnuczka', phone: '+48601000123' },
      address,
    });
  });

  it('is stale when somebody changed the request since it was read, and overwrites nothing', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna);
    const { version } = await done(world, anna, 'triage', request);
    const before = await snapshotOf(world);
    for (const wrong of [request.version, version + 1]) {
      expect(errorOf(await give(world, anna, 'amend', request, { version: wrong }))).toEqual({ code: 'STALE', version });
    }
    expect(await snapshotOf(world)).toBe(before);
  });

  it('keeps a due time that has passed, but takes no new one in the past', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna);
    world.clock.advance(5 * 3_600);
    const kept = await done(world, anna, 'amend', request, { due: { from: null, to: request.dueTo } });
    expect(kept.dueTo).toBe(request.dueTo);
    const earlier = await give(world, anna, 'amend', kept, { due: { from: null, to: world.clock.in(-60) } });
    expect(errorOf(earlier)).toEqual({ code: 'INVALID', fields: [{ path: 'due.to', rule: 'dueInPast' }] });
  });

  it('refuses a window that ends before it starts, also where its end was not touched', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna);
    const answer = await give(world, anna, 'amend', request, { due: { from: world.clock.in(5 * 3_600), to: request.dueTo } });
    expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [{ path: 'due.to', rule: 'dueOrder' }] });
  });

  behavesAsCommand(world, 'amend', { state: 'NEW', allowed: OPEN_STATES });
});
