import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { candidatesFor, CANDIDATES, codesOf } from '../support/candidates.ts';
import { errorOf } from '../support/client.ts';
import { aHelper, mine, offerTo } from '../support/dispatch.ts';
import { aHost } from '../support/pool.ts';
import { aRequest } from '../support/requests.ts';
import { asked, taskIn } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const DAY = 86_400;

describe('candidates', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
  const dutyTo = (volunteerId: string, until: string) =>
    world.orm.em.fork().execute('update volunteer set duty_until = ? where id = ?', [until, volunteerId]);
  const neverFree = (volunteerId: string) =>
    world.orm.em.fork().execute('delete from volunteer_hours where volunteer_id = ?', [volunteerId]);

  it('are whoever serves the district or is held by it, with a window and a time for the visit', async () => {
    const anna = await coordinator();
    const here = await aHelper(world);
    const both = await aHelper(world, { district: 'ochota', districts: '{ochota,wlochy}' });
    const held = await aHelper(world, { districts: '{ochota}' });
    await aHelper(world, { district: 'ochota', districts: '{ochota}' });
    await aHelper(world, { ended_at: world.clock.now() });
    const request = await aRequest(world, anna, { kind: 'PET', errand: null });

    const page = await candidatesFor(anna, request.id);

    expect(page).toMatchObject({ fromAt: world.clock.in(0), toAt: request.dueTo, minutes: 40, fit: 2, total: 3 });
    expect(
      page.candidates
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([here.volunteerId, both.volunteerId].toSorted());
    expect(page.candidates[2]).toMatchObject({
      ...{ id: held.volunteerId, isFit: false, isPool: false, displayName: held.name },
      failed: [{ gate: 'DISTRICT', source: 'HOUSE', canOverride: true }],
      reasons: [{ code: 'GATES', count: 1 }, { code: 'FREE' }, { code: 'NEVER_ASKED' }],
    });
  });

  it('stand in order, each with every reason for the place', async () => {
    const anna = await coordinator();
    const at = world.clock.in(-3 * DAY);
    const names = {
      never: await aHelper(world),
      onDuty: await aHelper(world, { last_asked_at: world.clock.in(-9 * DAY) }),
      helped: await aHelper(world, { last_asked_at: at }),
      speaks: await aHelper(world, { last_asked_at: at, languages: '{PL,UK}' }),
      idle: await aHelper(world, { last_asked_at: at, languages: '{UK}' }),
      loaded: await aHelper(world, { last_asked_at: at, languages: '{UK}' }),
      busy: await aHelper(world),
      away: await aHelper(world, { person_id: null }),
      gated: await aHelper(world, { kinds: '{PET}', max_open: 1 }),
    };
    await neverFree(names.onDuty.volunteerId);
    await dutyTo(names.onDuty.volunteerId, world.clock.in(3 * 3600));
    await neverFree(names.away.volunteerId);
    for (const helper of [names.never, names.onDuty, names.helped])
      await world.orm.em.fork().execute(`update volunteer set languages = '{PL,UK}' where id = ?`, [helper.volunteerId]);
    await taskIn(world, anna, names.helped, 'DONE', { person: { name: 'Halina Wilga', phone: '22 000 55 34' } });
    const later = { from: world.clock.in(5 * DAY), to: world.clock.in(5 * DAY + 3600) };
    const open = await aRequest(world, anna);
    const loaded = await offerTo(anna, open.id, names.loaded.volunteerId, later);
    await mine(names.loaded, 'acceptOffer', loaded.data?.dispatch.offers[0]?.id ?? '');
    const due = { to: world.clock.in(3600) };
    await taskIn(world, anna, names.busy, 'ACCEPTED', { due });
    for (const helper of [names.helped, names.loaded])
      await world.orm.em.fork().execute('update volunteer set last_asked_at = ? where id = ?', [at, helper.volunteerId]);
    const request = await aRequest(world, anna, { due, language: 'UK', person: { name: 'Halina Wilga', phone: '+48 22 000 55 34' } });

    const { candidates, fit, total } = await candidatesFor(anna, request.id);

    const nameOf = (id: string) => Object.entries(names).find(([, helper]) => helper.volunteerId === id)?.[0];
    expect(candidates.map((who) => [nameOf(who.id), who.isFit, codesOf(who)])).toEqual([
      ['never', true, ['FREE', 'NEVER_ASKED', 'SPEAKS']],
      ['onDuty', true, ['ON_DUTY', 'FREE', 'ASKED', 'SPEAKS']],
      ['helped', true, ['FREE', 'ASKED', 'HELPED_BEFORE', 'SPEAKS']],
      ...[
        ['speaks', true, ['FREE', 'ASKED', 'SPEAKS']],
        ['idle', true, ['FREE', 'ASKED', 'SPEAKS']],
      ].toSorted(([one], [other]) => (names[one as 'idle'].volunteerId < names[other as 'idle'].volunteerId ? -1 : 1)),
      ['loaded', true, ['FREE', 'ASKED', 'SPEAKS', 'LOAD']],
      ['away', false, ['GATES', 'NOT_FREE', 'NEVER_ASKED', 'NO_ACCOUNT']],
      ['busy', false, ['GATES', 'BUSY', 'ASKED', 'LOAD']],
      ['gated', false, ['GATES', 'FREE', 'NEVER_ASKED']],
    ]);
    const reasonOf = (name: keyof typeof names, code: string) =>
      candidates.find(({ id }) => id === names[name].volunteerId)?.reasons.find((reason) => reason.code === code);
    expect(reasonOf('onDuty', 'ON_DUTY')).toMatchObject({ at: world.clock.in(3 * 3600) });
    expect(reasonOf('helped', 'HELPED_BEFORE')).toMatchObject({ count: 1 });
    expect(reasonOf('helped', 'ASKED')).toMatchObject({ at });
    expect(reasonOf('speaks', 'SPEAKS')).toMatchObject({ language: 'UK' });
    expect(reasonOf('loaded', 'LOAD')).toMatchObject({ count: 1 });
    expect(reasonOf('gated', 'GATES')).toMatchObject({ count: 2 });
    expect([fit, total]).toEqual([6, 9]);
  });

  it('say how each answered in the last search', async () => {
    const anna = await coordinator();
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const { request, offerId } = await asked(world, anna, olena);
    await mine(olena, 'declineOffer', offerId);

    const { candidates } = await candidatesFor(anna, request.id);

    expect(Object.fromEntries(candidates.map(({ id, asked: answer }) => [id, answer]))).toEqual({
      [olena.volunteerId]: 'DECLINED',
      [petro.volunteerId]: null,
    });
  });

  it('name pools between those who are fit and those who are not, without people', async () => {
    const anna = await coordinator();
    const { poolId, name } = await aHost(world, anna);
    const [fit, unfit] = [await aHelper(world), await aHelper(world, { kinds: '{PET}' })];
    const { id } = await aRequest(world, anna);

    const { candidates } = await candidatesFor(anna, id);

    expect(candidates.map((who) => who.id)).toEqual([fit.volunteerId, poolId, unfit.volunteerId]);
    expect(candidates[1]).toMatchObject({
      isPool: true,
      displayName: null,
      organisationName: name,
      peopleLeft: 3,
      isFit: false,
      failed: [],
    });
  });

  it('can be overridden as far as the reader may', async () => {
    const member = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, member);
    await aHelper(world, { kinds: '{PET}', insured_until: '2026-11-25' });
    const seenBy = async (by: typeof member) =>
      (await candidatesFor(by, id)).candidates[0]?.failed.map(({ gate, canOverride }) => [gate, canOverride]);

    expect(await seenBy(member)).toEqual([
      ['INSURANCE', false],
      ['KIND', false],
    ]);
    expect(await seenBy(await coordinator())).toEqual([
      ['INSURANCE', false],
      ['KIND', true],
    ]);
  });

  it('are for the staff of the request’s district, and missing for anyone else', async () => {
    const anna = await coordinator();
    const { id } = await aRequest(world, anna);
    const refused = { code: 'NOT_FOUND' };
    for (const [role, scope] of [
      ['TEAM_MEMBER', 'ochota'],
      ['ORGANISATION_COORDINATOR', 'wlochy'],
      ['CITY_ANALYST', null],
      ['AUDITOR', null],
    ] as const)
      expect(errorOf(await (await signIn(world, role, scope)).send(CANDIDATES, { id }))).toEqual(refused);
    expect(errorOf(await (await aHelper(world)).send(CANDIDATES, { id }))).toEqual(refused);
    expect(errorOf(await anna.send(CANDIDATES, { id: newId() }))).toEqual(refused);
  });
});
