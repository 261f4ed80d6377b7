import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done, requestIn } from '../support/commands.ts';
import { aHelper, logOf, myDay, offerTo, OFFER_REQUEST } from '../support/dispatch.ts';
import { aHost, poolOffers } from '../support/pool.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { eventsAbout, expectRecorded, heldOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const HOUR = 3600;

describe('offerRequest', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it('asks one volunteer: the request waits as OFFERED, they see it, and event and audit entry are left', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const olena = await aHelper(world);
    const request = await aRequest(world, anna);
    const before = await eventsAbout(world, 'volunteer', olena.volunteerId);

    const { dispatch } = dataOf(await offerTo(anna, request.id, olena.volunteerId, { minutes: 45 }));

    expect(dispatch).toMatchObject({
      ...{ requestId: request.id, state: 'RUNNING', inWaves: false, wave: 1, endedAt: null, startedByName: anna.name },
      ...{ fromAt: world.clock.in(0), toAt: request.dueTo, nextAt: world.clock.in(45 * 60) },
      offers: [
        {
          ...{ volunteerId: olena.volunteerId, poolId: null, displayName: olena.name, wave: 1, state: 'OPEN', overrides: [] },
          ...{ offeredAt: world.clock.in(0), expiresAt: world.clock.in(45 * 60), answeredAt: null, declineReason: null },
        },
      ],
    });
    expect(await heldOf(anna, request.id)).toMatchObject({
      ...{ state: 'OFFERED', assigneeId: null, volunteerId: null, offersOpen: 1, offersUntil: world.clock.in(45 * 60) },
      version: request.version + 1,
    });
    expect((await myDay(olena)).offers).toMatchObject([
      { state: 'OPEN', kind: 'SHOPPING', district: 'wlochy', minutes: 60, othersAsked: 0 },
    ]);
    await expectRecorded(world, request, { action: 'dispatch.offer', by: anna, to_name: olena.name });
    expect(await eventsAbout(world, 'dispatch', dispatch.id)).toBe(1);
    expect(await eventsAbout(world, 'volunteer', olena.volunteerId)).toBe(before + 1);
    const [row] = await world.orm.em
      .fork()
      .execute<{ at: Date | string }[]>('select last_asked_at as at from volunteer where id = ?', [olena.volunteerId]);
    expect(new Date(row?.at ?? 0)).toEqual(world.clock.now());
  });

  it('takes the visit’s own window, and refuses one that is turned round or over', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { id } = await aRequest(world, anna);
    const window = { from: world.clock.in(HOUR), to: world.clock.in(3 * HOUR) };

    for (const [given, rule] of [
      [{ from: window.to, to: window.from }, 'dueOrder'],
      [{ from: window.from, to: window.from }, 'dueOrder'],
      [{ to: world.clock.in(-1) }, 'dueInPast'],
    ] as const)
      expect(errorOf(await offerTo(anna, id, olena.volunteerId, given))).toEqual({ code: 'INVALID', fields: [{ path: 'to', rule }] });

    expect(dataOf(await offerTo(anna, id, olena.volunteerId, window)).dispatch).toMatchObject({ fromAt: window.from, toAt: window.to });
  });

  it('gives an overdue request four hours from now', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { id } = await aRequest(world, anna);
    world.clock.advance(5 * HOUR);

    expect(dataOf(await offerTo(anna, id, olena.volunteerId)).dispatch).toMatchObject({
      fromAt: world.clock.in(0),
      toAt: world.clock.in(4 * HOUR),
    });
  });

  it.each(['ACCEPTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const)(
    'is a conflict in %s that names who and when, and changes nothing',
    async (state) => {
      const anna = await coordinator();
      const olena = await aHelper(world);
      const { id } = await requestIn(world, state, anna);
      const at = world.clock.in(0);
      world.clock.advance(60);
      const before = await snapshotOf(world);

      expect(errorOf(await offerTo(anna, id, olena.volunteerId))).toEqual({ code: 'CONFLICT', conflict: { by: anna.name, at, state } });
      expect(await snapshotOf(world)).toBe(before);
    },
  );

  it('lets one of two who offer at once win', async () => {
    const [anna, ewa] = [await coordinator(), await coordinator()];
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const { id } = await aRequest(world, anna);

    const answers = await Promise.all([offerTo(anna, id, olena.volunteerId), offerTo(ewa, id, petro.volunteerId)]);

    const [lost] = answers.filter(({ errors }) => errors);
    expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
    expect(errorOf(lost ?? { status: 0, data: null })).toMatchObject({ code: 'CONFLICT', conflict: { state: 'OFFERED' } });
    expect((await logOf(anna, id)).dispatches).toHaveLength(1);
  });

  it('refuses whoever does not serve the district, helps no more or does not exist, and a choice of two or none', async () => {
    const anna = await coordinator();
    const [away, ended] = [
      await aHelper(world, { districts: '{ochota}', district: 'ochota' }),
      await aHelper(world, { ended_at: world.clock.now() }),
    ];
    const { poolId } = await aHost(world, anna);
    const { id } = await aRequest(world, anna);
    const before = await snapshotOf(world);
    const refused = async (over: object) => errorOf(await offerTo(anna, id, away.volunteerId, over)).fields;

    expect(await refused({})).toEqual([{ path: 'volunteerId', rule: 'volunteer' }]);
    expect(await refused({ volunteerId: ended.volunteerId })).toEqual([{ path: 'volunteerId', rule: 'volunteer' }]);
    expect(await refused({ volunteerId: newId() })).toEqual([{ path: 'volunteerId', rule: 'volunteer' }]);
    expect(await refused({ poolId })).toEqual([{ path: 'volunteerId', rule: 'choice' }]);
    expect(await refused({ volunteerId: null })).toEqual([{ path: 'volunteerId', rule: 'required' }]);
    expect(await refused({ volunteerId: null, poolId: newId() })).toEqual([{ path: 'poolId', rule: 'volunteer' }]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('refuses the id of another search', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const [one, other] = [await aRequest(world, anna), await aRequest(world, anna)];
    const { dispatch } = dataOf(await offerTo(anna, one.id, olena.volunteerId));

    expect(errorOf(await offerTo(anna, other.id, olena.volunteerId, { id: dispatch.id }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'id', rule: 'taken' }],
    });
  });

  it('answers the same again for the same key, and asks once', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { id } = await aRequest(world, anna);
    const input = { key: newId(), id: newId(), requestId: id, volunteerId: olena.volunteerId, minutes: 30, overrides: [] };
    const first = await anna.send(OFFER_REQUEST, { input });
    const before = await snapshotOf(world);

    expect(first.errors).toBeUndefined();
    expect(await anna.send(OFFER_REQUEST, { input })).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('asks a pool, whose coordinator sees kind, district and time', async () => {
    const anna = await coordinator();
    const host = await aHost(world, anna);
    const request = await aRequest(world, anna);
    const before = await eventsAbout(world, 'organisation', host.id);

    const { dispatch } = dataOf(await offerTo(anna, request.id, '', { volunteerId: null, poolId: host.poolId }));

    expect(dispatch.offers).toMatchObject([{ volunteerId: null, poolId: host.poolId, displayName: null, state: 'OPEN' }]);
    expect(await poolOffers(host.coordinator, host.id)).toEqual([
      {
        ...{ id: dispatch.offers[0]?.id, poolId: host.poolId, kind: 'SHOPPING', district: 'wlochy', state: 'OPEN', minutes: 60 },
        ...{ fromAt: world.clock.in(0), toAt: request.dueTo, expiresAt: world.clock.in(30 * 60) },
      },
    ]);
    await expectRecorded(world, request, { action: 'dispatch.offer', by: anna, to_name: host.name });
    expect(await eventsAbout(world, 'organisation', host.id)).toBe(before + 1);
  });

  it('asks a pool as often as it has people, on its days and at its hours', async () => {
    const anna = await coordinator();
    const host = await aHost(world, anna, { pool: { headcount: 1 } });
    const ask = async (over: object = {}, request: object = {}) =>
      offerTo(anna, (await aRequest(world, anna, request)).id, '', { volunteerId: null, poolId: host.poolId, ...over });
    const none = { code: 'INVALID', fields: [{ path: 'poolId', rule: 'volunteer' }] };

    expect(errorOf(await ask({}, { kind: 'PET', errand: null }))).toEqual(none);
    // Saturday, and after four in the afternoon
    expect(errorOf(await ask({ from: '2026-11-28T09:00:00.000Z', to: '2026-11-28T12:00:00.000Z' }))).toEqual(none);
    expect(errorOf(await ask({ from: '2026-11-26T15:00:00.000Z', to: '2026-11-26T18:00:00.000Z' }))).toEqual(none);
    const first = dataOf(await ask()).dispatch;
    expect(errorOf(await ask())).toEqual(none);

    await done(world, anna, 'cancel', { id: first.requestId });

    expect(dataOf(await ask()).dispatch.state).toBe('RUNNING');
  });
});
