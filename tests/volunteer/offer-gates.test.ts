import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { candidatesFor } from '../support/candidates.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aHelper, logOf, mine, offerTo, type Helper } from '../support/dispatch.ts';
import { auditOf } from '../support/log.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { heldOf, taskIn } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const DAY = 86_400;
const HOUR = 3600;

describe('an offer to someone whom a gate stops', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
  const passing = (...gates: string[]) => ({ overrides: gates.map((gate) => ({ gate, reason: 'Zna tę panią od lat.' })) });

  it('is refused with every gate that stops them, in order, and nothing is written', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world, { kinds: '{PET}', insured_until: '2026-11-25', districts: '{ochota}' });
    const { id } = await aRequest(world, anna);
    const before = await snapshotOf(world);

    expect(errorOf(await offerTo(anna, id, olena.volunteerId))).toEqual({
      code: 'GATE_FAILED',
      gates: ['INSURANCE', 'DISTRICT', 'KIND'],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('goes through when the coordinator lets each gate of the house pass with a reason, which the journal keeps', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world, { kinds: '{PET}', districts: '{ochota}' });
    const { id, number } = await aRequest(world, anna);

    // one of the two is not enough
    expect(errorOf(await offerTo(anna, id, olena.volunteerId, passing('KIND')))).toEqual({ code: 'GATE_FAILED', gates: ['DISTRICT'] });
    const { dispatch } = dataOf(await offerTo(anna, id, olena.volunteerId, passing('KIND', 'DISTRICT', 'LOAD')));

    expect(dispatch.offers).toMatchObject([
      {
        volunteerId: olena.volunteerId,
        overrides: [
          { gate: 'KIND', reason: 'Zna tę panią od lat.' },
          { gate: 'DISTRICT', reason: 'Zna tę panią od lat.' },
        ],
      },
    ]);
    const entries = (await auditOf(world, olena.volunteerId)).filter(({ action }) => action === 'dispatch.override');
    // LOAD did not stop them, so nobody let it pass
    expect(entries.map(({ reason }) => reason).toSorted()).toEqual(['DISTRICT: Zna tę panią od lat.', 'KIND: Zna tę panią od lat.']);
    for (const entry of entries)
      expect(entry).toMatchObject({
        ...{ actor_id: anna.personId, subject_type: 'volunteer', subject_label: String(number), district: 'wlochy' },
        ...{ outcome: 'DONE', to_name: olena.name },
      });
    expect((await logOf(anna, id)).dispatches[0]?.offers[0]?.overrides).toHaveLength(2);
  });

  it('is refused to a member of the Team, whatever reason they give', async () => {
    const ewa = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const olena = await aHelper(world, { kinds: '{PET}' });
    const { id } = await aRequest(world, ewa);
    const before = await snapshotOf(world);

    expect(errorOf(await offerTo(ewa, id, olena.volunteerId, passing('KIND')))).toEqual({ code: 'GATE_FAILED', gates: ['KIND'] });
    expect(await snapshotOf(world)).toBe(before);
    expect(await auditOf(world, olena.volunteerId)).toEqual([]);
  });

  it.each([
    ['GUARDIAN', { adult_on: '2027-01-01' }],
    ['AGREEMENT', { since: '2026-10-01' }],
    ['INSURANCE', { insured_until: null }],
  ] as const)('is refused to everybody where the law says so: %s', async (gate, over) => {
    const anna = await coordinator();
    const olena = await aHelper(world, over);
    const { id } = await aRequest(world, anna);

    expect(errorOf(await offerTo(anna, id, olena.volunteerId))).toEqual({ code: 'GATE_FAILED', gates: [gate] });
    expect(errorOf(await offerTo(anna, id, olena.volunteerId, passing(gate)))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'overrides.0.gate', rule: 'choice' }],
    });
    expect((await heldOf(anna, id)).state).toBe('NEW');
    expect(await auditOf(world, olena.volunteerId)).toEqual([]);
  });

  it('is refused without a reason, or with one that is too long', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world, { kinds: '{PET}' });
    const { id } = await aRequest(world, anna);
    const refused = async (reason: string) =>
      errorOf(await offerTo(anna, id, olena.volunteerId, { overrides: [{ gate: 'KIND', reason }] })).fields;

    expect(await refused(' ')).toEqual([{ path: 'overrides.0.reason', rule: 'required' }]);
    expect(await refused('x'.repeat(301))).toEqual([{ path: 'overrides.0.reason', rule: 'tooLong', limit: 300 }]);
  });

  it('counts the day of the visit, not today: an insurance that ends before it, a birthday that comes before it', async () => {
    const anna = await coordinator();
    const insured = await aHelper(world, { insured_until: '2026-11-27' });
    const minor = await aHelper(world, { adult_on: '2026-11-28' });
    const { id } = await aRequest(world, anna);
    const on = (days: number) => ({ from: world.clock.in(days * DAY), to: world.clock.in(days * DAY + 2 * HOUR) });
    const gatesOf = async (who: Helper, days: number) =>
      (await candidatesFor(anna, id, on(days))).candidates.find((each) => each.id === who.volunteerId)?.failed.map(({ gate }) => gate);

    expect([await gatesOf(insured, 1), await gatesOf(insured, 2)]).toEqual([[], ['INSURANCE']]);
    expect([await gatesOf(minor, 1), await gatesOf(minor, 2)]).toEqual([['GUARDIAN'], []]);
  });

  it('counts Warsaw’s day, which begins an hour before London’s', async () => {
    const anna = await coordinator();
    const insured = await aHelper(world, { insured_until: '2026-11-26' });
    const { id } = await aRequest(world, anna);
    const fit = async (from: string, to: string) => (await candidatesFor(anna, id, { from, to })).fit;

    expect(await fit('2026-11-26T22:59:00.000Z', '2026-11-27T01:00:00.000Z')).toBe(1);
    expect(await fit('2026-11-26T23:00:00.000Z', '2026-11-27T01:00:00.000Z')).toBe(0);
    expect(insured.volunteerId).toBeDefined();
  });

  it('counts open tasks against the load, until they are over', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world, { max_open: 1 });
    const { taskId } = await taskIn(world, anna, olena);
    const { id } = await aRequest(world, anna);

    expect(errorOf(await offerTo(anna, id, olena.volunteerId))).toEqual({ code: 'GATE_FAILED', gates: ['LOAD'] });
    await mine(olena, 'finishTask', taskId);
    expect(dataOf(await offerTo(anna, id, olena.volunteerId)).dispatch.state).toBe('RUNNING');
  });

  it('counts what is planned and done in the week of the visit against the weekly limit', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world, { weekly_minutes: 120, max_open: 9 });
    const done = await taskIn(world, anna, olena);
    await mine(olena, 'finishTask', done.taskId, { minutes: 59 });
    const { id } = await aRequest(world, anna);
    const nextWeek = { from: '2026-11-30T09:00:00.000Z', to: '2026-11-30T11:00:00.000Z' };
    const gates = async (window: object = {}) => (await candidatesFor(anna, id, window)).candidates[0]?.failed.map(({ gate }) => gate);

    // 59 done and 60 for this visit
    expect(await gates()).toEqual([]);
    await world.orm.em.fork().execute('update task set minutes = 61 where id = ?', [done.taskId]);
    expect(await gates()).toEqual(['WEEKLY_LIMIT']);
    expect(await gates(nextWeek)).toEqual([]);

    // an hour planned on Monday leaves one more there
    const planned = await aRequest(world, anna);
    const { offers } = dataOf(await offerTo(anna, planned.id, olena.volunteerId, nextWeek)).dispatch;
    await mine(olena, 'acceptOffer', offers[0]?.id ?? '');
    expect(await gates(nextWeek)).toEqual([]);
    await world.orm.em.fork().execute('update volunteer set weekly_minutes = 119');
    expect(await gates(nextWeek)).toEqual(['WEEKLY_LIMIT']);
  });

  it('asks for the person’s language only where it is not Polish', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world, { languages: '{UK}' });
    const [polish, ukrainian, english] = [
      await aRequest(world, anna),
      await aRequest(world, anna, { language: 'UK' }),
      await aRequest(world, anna, { language: 'EN' }),
    ];

    expect(dataOf(await offerTo(anna, polish.id, olena.volunteerId)).dispatch.state).toBe('RUNNING');
    expect(dataOf(await offerTo(anna, ukrainian.id, olena.volunteerId)).dispatch.state).toBe('RUNNING');
    expect(errorOf(await offerTo(anna, english.id, olena.volunteerId))).toEqual({ code: 'GATE_FAILED', gates: ['LANGUAGE'] });
  });
});
