import { newId } from '@ww/shared/id';
import { NETWORK_INPUT } from '@ww/shared/network/input';
import { describe, expect, it } from 'vitest';
import { conflictOf, expectOnce, pointOf, recorded, refusal } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, giveMeeting, newPoint, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('noteItem', () => {
  const world = useWorld();

  it('writes what was said under a point, with its lines', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const note = ' Biblioteka:\r\n•\tkoce – 40 \n•\tkołdry\u00A0– 12\n\n\n\nReszta w\u00ADgrudniu. ';
    const seen = await recorded(...([world, marta, 'noteItem', { id: meeting, itemId: items[1], version: 1, note }] as const), {
      meeting,
      action: 'meeting.lead',
      about: { type: 'agenda', id: items[1] ?? '' },
    });
    expect(pointOf(seen, items[1])).toMatchObject({
      ...{ note: 'Biblioteka:\n- koce – 40\n- kołdry – 12\n\nReszta wgrudniu.', version: 2, state: 'PLANNED' },
    });
    expect(pointOf(await didMeeting(marta, 'noteItem', { id: meeting, itemId: items[1], version: 2, note: ' ' }), items[1])).toMatchObject({
      ...{ note: null, version: 3 },
    });
  });

  it('overwrites nothing: of two who write at once one is told, and another may write while one leads', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const ewa = await coordinatorOf(world);
    const answers = await Promise.all(
      [marta, ewa].map((by) => giveMeeting(by, 'noteItem', { id: meeting, itemId: items[0], version: 1, note: by.name })),
    );
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([{ code: 'STALE', version: 2 }]);
    await didMeeting(ewa, 'noteItem', { id: meeting, itemId: items[0], version: 2, note: 'Razem.' });
  });

  it('takes so much and no more, of a point of this meeting, while it runs', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const about = { id: meeting, itemId: items[0], version: 1 };
    expect((await refusal(world, marta, 'noteItem', { ...about, note: 'a'.repeat(NETWORK_INPUT.note + 1) })).fields).toMatchObject([
      { path: 'note', rule: 'tooLong' },
    ]);
    const { id: other } = await aMeeting(marta, { startsAt: world.clock.in(86_400) });
    const point = newPoint(other);
    await didMeeting(marta, 'proposeItem', point);
    for (const itemId of [newId(), point.id])
      expect((await refusal(world, marta, 'noteItem', { ...about, itemId, note: 'Koce.' })).code).toBe('NOT_FOUND');
    expect(await conflictOf(world, marta, 'noteItem', { id: other, itemId: point.id, version: 1, note: 'Koce.' })).toMatchObject({
      state: 'PUBLISHED',
    });
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'noteItem', { ...about, note: 'Koce.' })).toMatchObject({ state: 'ENDED' });
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    await expectOnce(world, marta, 'noteItem', { id: meeting, itemId: items[0], version: 1, note: 'Koce.' });
  });
});
