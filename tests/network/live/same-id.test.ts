import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { coordinatorOf, giveMeeting, newPoint, running, type MeetingMutation, type Running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

const NEW: [MeetingMutation, (at: Running, id: string) => object][] = [
  ['proposeItem', ({ id: meetingId }, id) => newPoint(meetingId, { id })],
  ['addAction', ({ id: meetingId, dkw }, id) => ({ id, meetingId, text: 'Kartony', ownerId: dkw.personId, due: '2026-12-11' })],
  ['putArrangement', ({ id: meetingId }, id) => ({ id, meetingId, text: 'Zbieramy koce.' })],
];

describe('an id that two meetings take at the same moment', () => {
  const world = useWorld();

  it.each(NEW)('is one of theirs after %s, and told as taken to the other', { timeout: 60_000 }, async (mutation, input) => {
    const meetings: Running[] = [];
    for (const district of ['wlochy', 'ochota']) {
      world.clock.set('2026-11-26T11:00:00.000Z');
      meetings.push(await running(world, await coordinatorOf(world, district), { members: 0, points: 1, over: { district } }));
    }
    for (let each = 0; each < 8; each++) {
      const id = newId();
      const answers = await Promise.all(meetings.map((at) => giveMeeting(at.dkw, mutation, input(at, id))));
      const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE');
      expect(codes.toSorted()).toEqual(['DONE', 'INVALID']);
      if (mutation === 'putArrangement') await giveMeeting(meetings[codes.indexOf('DONE')]?.dkw ?? fail(), 'withdrawArrangement', { id });
    }
  });
  const fail = (): never => {
    throw new Error('nobody took it');
  };
});
