import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, mine } from '../support/dispatch.ts';
import { auditOf } from '../support/log.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { asked, expectRecorded, revealTask, taskIn } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const PEOPLE = {
  contact: { name: 'Dobrawa Pliszka', phone: '22 000 71 36' },
  address: { street: 'Słowikowa', house: '91', flat: '7', access: 'Domofon 12' },
};

describe('revealTask', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it.each(['ACCEPTED', 'ON_THE_WAY'] as const)(
    'shows the holder whom they go to while the task is %s, and writes it down',
    async (state) => {
      const olena = await aHelper(world);
      const { request, taskId } = await taskIn(world, await coordinator(), olena, state, PEOPLE);

      expect(dataOf(await revealTask(olena, taskId)).task).toEqual({
        ...{ id: taskId, revealedAt: world.clock.in(0), words: 'Chleb, mleko i jabłka.' },
        person: { name: 'Halina Wilga', phone: '+48220000134' },
        contact: { name: 'Dobrawa Pliszka', phone: '+48220007136' },
        address: PEOPLE.address,
      });
      await expectRecorded(world, request, { action: 'task.reveal', by: olena, reason: 'VISIT' });
    },
  );

  it('writes down each look, and changes nothing else', async () => {
    const olena = await aHelper(world);
    const { request, taskId, version } = await taskIn(world, await coordinator(), olena);
    for (let each = 0; each < 3; each++) dataOf(await revealTask(olena, taskId));

    expect((await auditOf(world, request.id)).filter(({ action }) => action === 'task.reveal')).toHaveLength(3);
    const [row] = await world.orm.em.fork().execute<{ version: number }[]>('select version from help_request where id = ?', [request.id]);
    expect(row?.version).toBe(version);
  });

  it.each(['DONE', 'RETURNED'] as const)('shows nothing once the task is %s', async (state) => {
    const olena = await aHelper(world);
    const { taskId } = await taskIn(world, await coordinator(), olena, state);
    const before = await snapshotOf(world);

    expect(errorOf(await revealTask(olena, taskId))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(0), state },
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each(['cancel', 'release'] as const)('shows nothing once staff %s the request', async (command) => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena);
    await done(world, anna, command, request);

    expect(errorOf(await revealTask(olena, taskId))).toMatchObject({ code: 'CONFLICT', conflict: { by: null, state: 'TAKEN_BACK' } });
  });

  it('has nothing to show by the id of an offer or of a request', async () => {
    const olena = await aHelper(world);
    const { request, offerId } = await asked(world, await coordinator(), olena);
    for (const id of [offerId, request.id]) expect(errorOf(await revealTask(olena, id)).code).toBe('NOT_FOUND');
  });

  it('shows the same again for the same key for a minute, for an answer that was lost, and not once the task is over', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const [kept, over] = [await taskIn(world, anna, olena), await taskIn(world, anna, olena)];
    const [key, otherKey] = [newId(), newId()];
    const first = await revealTask(olena, kept.taskId, key);
    dataOf(await revealTask(olena, over.taskId, otherKey));
    await mine(olena, 'finishTask', over.taskId);
    world.clock.advance(60);

    expect(await revealTask(olena, kept.taskId, key)).toEqual(first);
    expect(errorOf(await revealTask(olena, over.taskId, otherKey))).toEqual({ code: 'NOT_FOUND' });
    world.clock.advance(0.001);
    expect(errorOf(await revealTask(olena, kept.taskId, key))).toEqual({ code: 'INVALID', fields: [{ path: 'key', rule: 'keyReused' }] });
    expect((await auditOf(world, kept.request.id)).filter(({ action }) => action === 'task.reveal')).toHaveLength(1);
  });
});
