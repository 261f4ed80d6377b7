import { newId } from '@ww/shared/id';
import { NETWORK_INPUT } from '@ww/shared/network/input';
import { describe, expect, it } from 'vitest';
import { dataOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import type { MinutesSeen } from '../../support/meeting-views.ts';
import { conflictOf, refusal } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, giveMeeting, running } from '../../support/meetings.ts';
import { ended, minutesFor } from '../../support/minutes.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('amendMinutes', () => {
  const world = useWorld();
  const amended = (id: string, over: object = {}) => ({ id, version: 1, remarks: 'Dziękujemy bibliotece.', items: [], ...over });

  it('puts the coordinator’s words to each point and to the whole; what happened stays as it was', async () => {
    const { id: meeting, dkw: marta, items, minutes } = await ended(world);
    world.clock.advance(60);
    const told = (await eventsOf(world, meeting)).length;
    const input = amended(meeting, {
      remarks: ' Uwagi:\r\n•\tprotokół – projekt ',
      items: [
        { itemId: items[1], note: ' Koców\u00A0jest 40. ' },
        { itemId: items[0], note: ' ' },
        { itemId: newId(), note: 'Punkt, którego nie ma.' },
      ],
    });
    const seen = await didMeeting<MinutesSeen>(marta, 'amendMinutes', input);
    expect(seen).toEqual({
      ...{ ...minutes, version: 2, remarks: 'Uwagi:\n- protokół – projekt' },
      items: minutes.items.map((item, at) => ({ ...item, note: at === 1 ? 'Koców jest 40.' : null })),
    });
    expect((await eventsOf(world, meeting)).slice(told)).toMatchObject([{ topic: 'meeting', scope: 'wlochy' }]);
    expect((await auditOf(world, meeting)).at(-1)).toMatchObject({ action: 'minutes.write', actor_id: marta.personId, reason: 'AMEND' });
  });

  it('keeps notes that are not sent, from the meeting too', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    await didMeeting(marta, 'noteItem', { id: meeting, itemId: items[0], version: 1, note: 'Z sali.' });
    await didMeeting(marta, 'endMeeting', { id: meeting });
    await didMeeting<MinutesSeen>(marta, 'amendMinutes', amended(meeting, { items: [{ itemId: items[1], note: 'Po spotkaniu.' }] }));
    const seen = await didMeeting<MinutesSeen>(marta, 'amendMinutes', amended(meeting, { version: 2, remarks: null }));
    expect(seen.items.map(({ note }) => note)).toEqual(['Z sali.', 'Po spotkaniu.', null]);
    expect(seen.remarks).toBeNull();
  });

  it('overwrites nothing: of two who save at once one is told', async () => {
    const { id: meeting, dkw: marta } = await ended(world);
    const others = [marta, await coordinatorOf(world)];
    const answers = await Promise.all(
      others.map((by) => giveMeeting<MinutesSeen>(by, 'amendMinutes', amended(meeting, { remarks: by.name }))),
    );
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([{ code: 'STALE', version: 2 }]);
    const won = answers.findIndex(({ errors }) => !errors);
    expect((await minutesFor(marta, meeting)).remarks).toBe(others[won]?.name);
  });

  it('is of minutes that are there and not approved', async () => {
    const { id: meeting, dkw: marta } = await ended(world);
    const { id: ahead } = await aMeeting(marta, { startsAt: world.clock.in(86_400) });
    expect((await refusal(world, marta, 'amendMinutes', amended(ahead))).code).toBe('NOT_FOUND');
    await didMeeting(marta, 'approveMinutes', { id: meeting, version: 1 });
    for (const version of [1, 2])
      expect(await conflictOf(world, marta, 'amendMinutes', amended(meeting, { version }))).toEqual({
        ...{ by: marta.name, at: world.clock.in(0), state: 'APPROVED' },
      });
  });

  it.each([
    ['remarks', 'tooLong', { remarks: 'a'.repeat(NETWORK_INPUT.note + 1) }],
    ['items.0.note', 'tooLong', { items: [{ itemId: newId(), note: 'a'.repeat(NETWORK_INPUT.note + 1) }] }],
    ['items.0.itemId', 'uuid', { items: [{ itemId: 'punkt', note: null }] }],
    ['items', 'tooLong', { items: Array.from({ length: NETWORK_INPUT.noted + 1 }, () => ({ itemId: newId(), note: null })) }],
  ])('refuses %s: %s', async (path, rule, over) => {
    const { id, dkw: marta } = await ended(world);
    expect((await refusal(world, marta, 'amendMinutes', amended(id, over))).fields).toMatchObject([{ path, rule }]);
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta } = await ended(world);
    const input = { key: newId(), ...amended(meeting) };
    const first = dataOf(await giveMeeting<MinutesSeen>(marta, 'amendMinutes', input)).done;
    const before = await snapshotOf(world);
    expect(dataOf(await giveMeeting<MinutesSeen>(marta, 'amendMinutes', input)).done).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });
});
