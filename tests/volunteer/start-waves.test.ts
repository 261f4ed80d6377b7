import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { requestIn } from '../support/commands.ts';
import { aHelper, myDay, START_WAVES, wavesFor } from '../support/dispatch.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { eventsAbout, expectRecorded, heldOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

describe('startWaves', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it('asks the best few at once, least recently asked first, and tells each how many others are asked', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const helpers = [];
    for (const daysAgo of [1, 4, 2, 3, 5])
      helpers.push({ daysAgo, ...(await aHelper(world, { last_asked_at: world.clock.in(-daysAgo * 86_400) })) });
    const request = await aRequest(world, anna);

    const { dispatch } = dataOf(await wavesFor(anna, request.id, { size: 3, minutes: 20 }));

    const expected = helpers.filter(({ daysAgo }) => daysAgo > 2).toSorted((a, b) => b.daysAgo - a.daysAgo);
    expect(dispatch).toMatchObject({ state: 'RUNNING', inWaves: true, wave: 1, nextAt: world.clock.in(20 * 60), startedByName: anna.name });
    expect(dispatch.offers.map(({ volunteerId }) => volunteerId).toSorted()).toEqual(
      expected.map(({ volunteerId }) => volunteerId).toSorted(),
    );
    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'OFFERED', offersOpen: 3, offersUntil: world.clock.in(20 * 60) });
    for (const helper of helpers) {
      const { offers } = await myDay(helper);
      expect(offers.map(({ othersAsked }) => othersAsked)).toEqual(helper.daysAgo > 2 ? [2] : []);
      expect(await eventsAbout(world, 'volunteer', helper.volunteerId)).toBe(helper.daysAgo > 2 ? 1 : 0);
    }
    await expectRecorded(world, request, { action: 'dispatch.offer', by: anna });
    expect(await eventsAbout(world, 'dispatch', dispatch.id)).toBe(1);
  });

  it('asks nobody whom a gate stops, who has no time, or who can’t answer', async () => {
    const anna = await coordinator();
    const fit = await aHelper(world);
    await aHelper(world, { kinds: '{PET}' });
    await aHelper(world, { insured_until: '2026-11-25' });
    await aHelper(world, { person_id: null });
    await aHelper(world, { ended_at: world.clock.now() });
    const absent = await aHelper(world);
    await world.orm.em
      .fork()
      .execute(`insert into volunteer_absence (id, volunteer_id, from_day, to_day) values (?, ?, '2026-11-26', '2026-11-26')`, [
        newId(),
        absent.volunteerId,
      ]);
    const { id } = await aRequest(world, anna);

    const { dispatch } = dataOf(await wavesFor(anna, id, { size: 10 }));

    expect(dispatch.offers.map(({ volunteerId }) => volunteerId)).toEqual([fit.volunteerId]);
  });

  it('says that nobody is fit, and leaves the request in the queue', async () => {
    const anna = await coordinator();
    await aHelper(world, { kinds: '{PET}' });
    const { id } = await aRequest(world, anna);
    const before = await snapshotOf(world);

    expect(errorOf(await wavesFor(anna, id))).toEqual({ code: 'INVALID', fields: [{ path: 'requestId', rule: 'noCandidates' }] });
    expect(await snapshotOf(world)).toBe(before);
    expect((await heldOf(anna, id)).state).toBe('NEW');
  });

  it.each(['ACCEPTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const)('is a conflict in %s', async (state) => {
    const anna = await coordinator();
    await aHelper(world);
    const { id } = await requestIn(world, state, anna);

    expect(errorOf(await wavesFor(anna, id))).toEqual({
      code: 'CONFLICT',
      conflict: { by: anna.name, at: world.clock.in(0), state },
    });
  });

  it('lets one of two who start at once win, and asks each volunteer once', async () => {
    const [anna, ewa] = [await coordinator(), await coordinator()];
    const olena = await aHelper(world);
    const { id } = await aRequest(world, anna);

    const answers = await Promise.all([wavesFor(anna, id), wavesFor(ewa, id)]);

    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.conflict?.state) ?? [])).toEqual(['OFFERED']);
    expect((await myDay(olena)).offers).toHaveLength(1);
  });

  it('keeps to the limits of a wave', async () => {
    const anna = await coordinator();
    await aHelper(world);
    const { id } = await aRequest(world, anna);
    const refused = async (over: object) => errorOf(await wavesFor(anna, id, over)).fields;

    expect(await refused({ size: 0 })).toEqual([{ path: 'size', rule: 'tooSmall', limit: 1 }]);
    expect(await refused({ size: 11 })).toEqual([{ path: 'size', rule: 'tooLarge', limit: 10 }]);
    expect(await refused({ minutes: 0 })).toEqual([{ path: 'minutes', rule: 'tooSmall', limit: 1 }]);
    expect(await refused({ minutes: 721 })).toEqual([{ path: 'minutes', rule: 'tooLarge', limit: 720 }]);
    expect((await heldOf(anna, id)).state).toBe('NEW');
  });

  it('answers the same again for the same key, and asks once', async () => {
    const anna = await coordinator();
    await aHelper(world);
    const { id } = await aRequest(world, anna);
    const input = { key: newId(), id: newId(), requestId: id, size: 3, minutes: 15 };
    const first = await anna.send(START_WAVES, { input });
    const before = await snapshotOf(world);

    expect(first.errors).toBeUndefined();
    expect(await anna.send(START_WAVES, { input })).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });
});
