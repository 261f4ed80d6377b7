import { ERROR_CODES } from '@ww/shared/error-codes';
import { newId } from '@ww/shared/id';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHand, anAction, aVote, proposal } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, giveMeeting, newPoint, running, type MeetingMutation } from '../../support/meetings.ts';
import { changesOf, spoiled } from '../../support/odd.ts';
import { useWorld } from '../../support/world.ts';

const RUNS = 25;

describe('every step of a meeting', () => {
  const world = useWorld();

  it('answers any input with a code of the closed list, and never with INTERNAL', { timeout: 120_000 }, async () => {
    const { id, dkw: marta, members, items } = await running(world, await coordinatorOf(world), { points: 5 });
    const olga = members[0]?.actor ?? marta;
    const [from, , itemId] = items;
    const { meetingId: meeting, ...words } = newPoint(id);
    const [own, proposed, hand, vote] = [await proposal(olga, id), await proposal(olga, id), await aHand(olga, id), await aVote(marta, id)];
    const action = await anAction(marta, id, olga.personId);
    const put = { id: newId(), meetingId: id, text: 'Zbieramy koce.' };
    const steps: [MeetingMutation, object][] = [
      ['proposeItem', { ...words, id: newId(), meetingId: meeting, presenter: 'Jan Perkoz' }],
      ['amendItem', { ...words, id: own.id, version: 1, presenter: null }],
      ['answerItem', { id: proposed.id, accepted: false, answer: 'Było w październiku.' }],
      ['moveItem', { id: itemId, afterId: items[3] }],
      ['withdrawItem', { id: own.id }],
      ['startMeeting', { id }],
      ['takeLead', { id }],
      ['extendItem', { id, from, minutes: 5 }],
      ['noteItem', { id, itemId: from, version: 1, note: 'Koce.' }],
      ['nextItem', { id, from }],
      ['previousItem', { id, from }],
      ['parkItem', { id, from }],
      ['resumeItem', { id, from, itemId }],
      ['raiseHand', { id: newId(), meetingId: id, remote: true }],
      ['giveVoice', { id: hand.id }],
      ['endVoice', { id: hand.id }],
      ['lowerHand', { id: hand.id }],
      ['castBallot', { id: vote.id, round: 1, ballot: 'FOR' }],
      ['recountArrangement', { id: vote.id }],
      ['saveArrangement', { id: vote.id, round: 1, for: 3, against: 1, abstained: 0 }],
      ['putArrangement', put],
      ['withdrawArrangement', { id: put.id }],
      ['addAction', { id: newId(), meetingId: id, text: 'Kartony', ownerId: olga.personId, due: '2026-12-11' }],
      ['finishAction', { id: action.id, done: true }],
      ['endMeeting', { id }],
      ['amendMinutes', { id, version: 1, remarks: 'Dziękujemy.', items: [{ itemId, note: 'Koce.' }] }],
      ['approveMinutes', { id, version: 1 }],
    ];
    const answered = new Set<string>();
    for (const [mutation, input] of steps)
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(marta, olga), changesOf({ key: newId(), ...input }), async (by, changes) => {
          const sent = spoiled({ key: newId(), ...input }, changes);
          const { status, errors } = await giveMeeting<unknown>(by, mutation, sent as object);
          for (const { extensions } of errors ?? []) answered.add(extensions.code);
          const codes = (errors ?? []).map(({ extensions }) => extensions.code);
          expect([mutation, sent, status < 500, codes.filter((code) => code === 'INTERNAL' || !ERROR_CODES.includes(code))]).toEqual([
            ...[mutation, sent, true, []],
          ]);
        }),
        { numRuns: RUNS },
      );
    // what was sent got past the door
    expect([...answered]).toEqual(expect.arrayContaining(['INVALID', 'NOT_FOUND', 'CONFLICT']));
    expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
    await didMeeting(olga, 'finishAction', { id: action.id, done: true });
  });
});
