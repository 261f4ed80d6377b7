import { newId } from '@ww/shared/id';
import { DISTRICT_SLUGS } from '@ww/shared/district';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { aRequest, CREATE, intake, reveal, type Row } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

describe('createRequest', () => {
  const world = useWorld();

  it('writes down a call: the row for the queue, the people apart, an event, an audit entry', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const id = newId();
    const due = { from: world.clock.in(3_600), to: world.clock.in(7_200) };
    const people = {
      reporterKind: 'SOMEONE_ELSE',
      reporter: { name: 'Sąsiad Zenon', phone: '22 000 01 35' },
      contact: { name: 'Dozorczyni', phone: null },
      informed: 'TOLD_BY_REPORTER',
      address: { street: 'Krakowiaków', house: '18', flat: '4', access: 'Domofon 12' },
    };

    const row = await aRequest(world, anna, { id, due, priority: 'URGENT', kind: 'PET', errand: 'WALK', ...people });

    const now = world.clock.now().toISOString();
    const none = {
      triagedAt: null,
      acceptedAt: null,
      startedAt: null,
      closedAt: null,
      assigneeId: null,
      assigneeName: null,
      cancelReason: null,
    };
    expect(row).toEqual({
      ...{ id, number: 1, district: 'wlochy', kind: 'PET', errand: 'WALK', state: 'NEW', priority: 'URGENT', channel: 'PHONE', version: 1 },
      ...{ dueFrom: due.from, dueTo: due.to, createdAt: now, changedAt: now, changedByName: anna.name, ...none },
    });
    expect(await eventsOf(world, id)).toMatchObject([{ topic: 'request', subject_id: id, scope: 'wlochy', version: 1 }]);
    expect(await auditOf(world, id)).toMatchObject([
      { action: 'request.intake', actor_id: anna.personId, subject_label: '1', district: 'wlochy', outcome: 'DONE', to_name: null },
    ]);
    expect(await reveal(anna, id)).toMatchObject({
      words: 'Chleb, mleko i jabłka.',
      person: { name: 'Halina Wilga', phone: '+48220000134' },
      reporter: { name: 'Sąsiad Zenon', phone: '+48220000135' },
      contact: { name: 'Dozorczyni', phone: null },
      address: people.address,
      notes: [],
    });
  });

  it('is of ordinary priority, for oneself and at once, unless said otherwise', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const row = await aRequest(world, anna);
    expect(row).toMatchObject({ priority: 'NORMAL', dueFrom: null });
    expect(await reveal(anna, row.id)).toMatchObject({ reporter: null, contact: null });
  });

  it('assigns at once to oneself or a colleague: taken at the moment of intake, in one step', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const now = world.clock.now().toISOString();
    for (const colleague of [anna, marta]) {
      const row = await aRequest(world, anna, { assignTo: colleague.personId });
      expect(row).toMatchObject({ state: 'ACCEPTED', assigneeName: colleague.name, createdAt: now, triagedAt: now, acceptedAt: now });
      expect(await eventsOf(world, row.id)).toMatchObject([{ version: row.version }]);
      expect(await auditOf(world, row.id)).toMatchObject([{ action: 'request.intake', to_name: colleague.name }]);
    }
  });

  it('refuses to assign to anyone else, and then writes nothing down and counts no number', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const stranger = await signIn(world, 'TEAM_MEMBER', 'ochota');
    const before = await snapshotOf(world);
    const answer = await anna.send(CREATE, { input: intake(world, { assignTo: stranger.personId }) });
    expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [{ path: 'assignTo', rule: 'assignee' }] });
    expect(await snapshotOf(world)).toBe(before);
    expect((await aRequest(world, anna)).number).toBe(1);
  });

  it('counts numbers in each district on its own', async () => {
    for (const district of DISTRICT_SLUGS) {
      const anna = await signIn(world, 'TEAM_MEMBER', district);
      expect((await aRequest(world, anna, { district })).number).toBe(1);
      expect((await aRequest(world, anna, { district })).number).toBe(2);
    }
  });

  it('gives each of many who call at once a number of their own, without a gap', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    const rows = await Promise.all(
      Array.from({ length: 24 }, (_, at) => (at % 3 === 0 ? aRequest(world, ewa, { district: 'ochota' }) : aRequest(world, anna))),
    );
    const numbersOf = (district: string) =>
      rows.flatMap((row) => (row.district === district ? [row.number] : [])).toSorted((a, b) => a - b);
    expect(numbersOf('wlochy')).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
    expect(numbersOf('ochota')).toEqual(Array.from({ length: 8 }, (_, at) => at + 1));
  });

  it('answers the same again for the same key, and writes it down once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const input = intake(world);
    const first = await anna.send(CREATE, { input });
    world.clock.advance(5);
    expect(await anna.send(CREATE, { input })).toEqual(first);
    expect(await Promise.all([anna.send(CREATE, { input }), anna.send(CREATE, { input })])).toEqual([first, first]);
    expect((await aRequest(world, anna)).number).toBe(2);
  });

  it('does it once for one key sent many times at once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const input = intake(world);
    const answers = await Promise.all(Array.from({ length: 8 }, () => anna.send<{ createRequest: Row }>(CREATE, { input })));
    for (const answer of answers) expect(dataOf(answer)).toEqual(dataOf(answers[0] ?? answer));
    expect(await eventsOf(world, input.id)).toHaveLength(1);
  });

  it('refuses a key that was used for other words, and an id that is taken', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const input = intake(world);
    await anna.send(CREATE, { input });
    const otherWords = { ...input, words: 'Tylko chleb.' };
    expect(errorOf(await anna.send(CREATE, { input: otherWords }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
    const otherKey = { ...input, key: newId() };
    expect(errorOf(await anna.send(CREATE, { input: otherKey }))).toEqual({ code: 'INVALID', fields: [{ path: 'id', rule: 'taken' }] });
  });

  it('refuses one id sent with two keys at once, in one district or in two', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    for (const [other, district] of [
      [anna, 'wlochy'],
      [ewa, 'ochota'],
    ] as const) {
      const id = newId();
      const answers = await Promise.all([
        anna.send(CREATE, { input: intake(world, { id }) }),
        other.send(CREATE, { input: intake(world, { id, district }) }),
      ]);
      const refused = answers.filter(({ errors }) => errors);
      expect(refused.map(errorOf)).toEqual([{ code: 'INVALID', fields: [{ path: 'id', rule: 'taken' }] }]);
    }
  });
});
