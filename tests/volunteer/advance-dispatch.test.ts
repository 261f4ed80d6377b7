import { useWorld } from '../support/world.ts';
import { timerContext } from '@ww/server/platform/timer-context';
import { advanceDispatch } from '@ww/server/volunteer/commands/advance-dispatch';
import { newId } from '@ww/shared/id';
import { ANYONE, ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { aHelper, logOf, mine, wavesFor } from '../support/dispatch.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { asked, eventsAbout, expectRecorded, heldOf } from '../support/tasks.ts';

describe('advanceDispatch', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
  const advance = (id: string, key: string = newId()) => advanceDispatch(timerContext(world.app.services), { key, id });
  /** But for the keys, of which each call leaves one. */
  const withoutKeys = async () => (await snapshotOf(world)).replace(/command_key\n.*?\n\n/s, '');

  it('asks the next when the time has come, by nobody, with an event and an audit entry', async () => {
    const anna = await coordinator();
    const helpers = [
      await aHelper(world, { last_asked_at: world.clock.in(-9 * 86_400) }),
      await aHelper(world, { last_asked_at: world.clock.in(-86_400) }),
    ];
    const request = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, request.id, { size: 1, minutes: 15 }));
    world.clock.advance(15 * 60);

    expect(await advance(dispatch.id)).toEqual({ nextAt: world.clock.in(15 * 60) });

    const [search] = (await logOf(anna, request.id)).dispatches;
    expect(search?.offers.map(({ volunteerId, state }) => [volunteerId, state])).toEqual([
      [helpers[0]?.volunteerId, 'EXPIRED'],
      [helpers[1]?.volunteerId, 'OPEN'],
    ]);
    await expectRecorded(world, request, { action: 'dispatch.advance', by: null });
    expect(await eventsAbout(world, 'dispatch', dispatch.id)).toBe(2);
  });

  it('puts the request back into the queue when nobody is left', async () => {
    const anna = await coordinator();
    const { request, dispatch } = await asked(world, anna, await aHelper(world));
    world.clock.advance(30 * 60);

    expect(await advance(dispatch.id)).toEqual({ nextAt: null });

    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'TRIAGED', offersOpen: 0 });
    expect((await logOf(anna, request.id)).dispatches).toMatchObject([{ state: 'EXHAUSTED', offers: [{ state: 'EXPIRED' }] }]);
  });

  it('does nothing before the time, not even a moment, nor once the search is over', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const [waiting, over] = [await asked(world, anna, olena), await asked(world, anna, olena)];
    await mine(olena, 'acceptOffer', over.offerId);
    world.clock.advance(30 * 60 - 0.001);
    const before = await withoutKeys();

    expect(await advance(waiting.dispatch.id)).toEqual({ nextAt: waiting.dispatch.nextAt });
    expect(await advance(over.dispatch.id)).toEqual({ nextAt: null });

    expect(await withoutKeys()).toBe(before);
  });

  it('does it once for each key, and knows no search that there is not', async () => {
    const anna = await coordinator();
    const { request, dispatch } = await asked(world, anna, await aHelper(world));
    world.clock.advance(30 * 60);
    const key = newId();
    const first = await advance(dispatch.id, key);
    const { version } = await heldOf(anna, request.id);

    expect(await advance(dispatch.id, key)).toEqual(first);
    expect((await heldOf(anna, request.id)).version).toBe(version);
    await expect(advance(newId())).rejects.toMatchObject({ code: expect.stringMatching(/NOT_FOUND|UNAUTHENTICATED/) as string });
  });

  it('is for the timer alone, whatever role somebody has', async () => {
    const anna = await coordinator();
    const { dispatch } = await asked(world, anna, await aHelper(world));
    world.clock.advance(30 * 60);
    for (const actor of [ANYONE, ...ROLES.map((role) => ({ personId: anna.personId, grants: [{ role, scope: 'wlochy' }] }))]) {
      const ctx = { ...timerContext(world.app.services), actor };
      await expect(advanceDispatch(ctx, { key: newId(), id: dispatch.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect((await logOf(anna, dispatch.requestId)).dispatches).toMatchObject([{ state: 'RUNNING' }]);
  });
});
