import { createDice, type Dice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { spentMs } from '@ww/shared/network/agenda';
import type { ItemState } from '@ww/shared/network/terms';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import type { MeetingSeen } from '../../support/meeting-views.ts';
import { currentOf } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, giveMeeting, meetingFor, running, type MeetingMutation } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

const ROUNDS = 10;
const AT_ONCE = 10;
const EXPECTED = new Set(['CONFLICT', 'NOT_FOUND', 'STALE', 'INVALID']);

interface People {
  leaders: Actor[];
  members: Actor[];
}

/** What one of several people does, by what they all saw a moment ago. */
function someStep(dice: Dice, { leaders, members }: People, { row: { id }, items, speakers, arrangements }: MeetingSeen) {
  const [leader, member] = [dice.pick(leaders), dice.pick(members)];
  const from = items.find(({ state }) => state === 'CURRENT')?.id ?? null;
  const item = dice.pick(items);
  const vote = arrangements.find(({ state }) => state === 'VOTING');
  const [hand, own] = [speakers[0], speakers.find(({ personId }) => personId === member.personId)];
  const ways: [Actor, MeetingMutation, object][] = [
    [leader, 'takeLead', { id }],
    [leader, 'nextItem', { id, from }],
    [leader, 'nextItem', { id, from }],
    [leader, 'previousItem', { id, from }],
    [leader, 'resumeItem', { id, from, itemId: item.id }],
    [leader, 'noteItem', { id, itemId: item.id, version: item.version, note: leader.name || 'Notatka' }],
    [member, 'raiseHand', { id: newId(), meetingId: id }],
    [leader, 'putArrangement', { id: newId(), meetingId: id, text: 'Zbieramy koce.' }],
    ...(from === null
      ? []
      : ([
          [leader, 'parkItem', { id, from }],
          [leader, 'extendItem', { id, from, minutes: 1 }],
        ] as [Actor, MeetingMutation, object][])),
    ...(hand
      ? ([
          [leader, 'giveVoice', { id: hand.id }],
          [leader, 'endVoice', { id: hand.id }],
        ] as [Actor, MeetingMutation, object][])
      : []),
    ...(own ? ([[member, 'lowerHand', { id: own.id }]] as [Actor, MeetingMutation, object][]) : []),
  ];
  if (vote) {
    const { id: arrangement, round } = vote;
    for (let each = 0; each < 4; each++)
      ways.push([member, 'castBallot', { id: arrangement, round, ballot: dice.pick(['FOR', 'AGAINST']) }]);
    ways.push([leader, 'recountArrangement', { id: arrangement }]);
    ways.push([leader, 'saveArrangement', { id: arrangement, round, for: vote.for, against: vote.against, abstained: 0 }]);
  }
  return dice.pick(ways);
}

describe('a meeting in which everybody does something at once', () => {
  const world = useWorld();

  it.each([5, 6])('has one point, one voice and one vote at a time, and loses no moment (run %i)', { timeout: 120_000 }, async (seed) => {
    const dice = createDice(seed);
    const { id, dkw: marta, members } = await running(world, await coordinatorOf(world), { members: 4, points: 8 });
    const people = members.map(({ actor }) => actor);
    const [jan = marta] = people;
    await didMeeting(marta, 'setDeputies', { id, people: [jan.personId] });
    const at = { leaders: [marta, jan, await coordinatorOf(world)], members: people };
    let [seen, done, idle] = [await meetingFor(marta, id), 0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const seconds = dice.int(1, 90);
      world.clock.advance(seconds);
      if (!currentOf(seen)) idle += seconds * 1000;
      const batch = Array.from({ length: AT_ONCE }, () => someStep(dice, at, seen));
      for (const { errors } of await Promise.all(batch.map(([by, mutation, input]) => giveMeeting(by, mutation, input)))) {
        const [error] = errors ?? [];
        if (error) expect(EXPECTED).toContain(error.extensions.code);
        else done++;
      }
      seen = await meetingFor(marta, id);
      expect(seen.items.filter(({ state }) => state === 'CURRENT').length).toBeLessThanOrEqual(1);
      expect(seen.speakers.filter(({ state }) => state === 'SPEAKING').length).toBeLessThanOrEqual(1);
      expect(seen.arrangements.filter(({ state }) => state === 'VOTING').length).toBeLessThanOrEqual(1);
      const waiting = seen.speakers.map(({ personId }) => personId);
      expect(new Set(waiting).size).toBe(waiting.length);
      for (const { for: yes, against } of seen.arrangements) expect(yes + against).toBeLessThanOrEqual(people.length);
      // each moment since the start is some point's, or nobody's while there was none
      const now = world.clock.now();
      const spent = seen.items.map((item) =>
        spentMs({ ...item, state: item.state as ItemState, since: item.since === null ? null : new Date(item.since) }, now),
      );
      const begun = new Date(seen.row.startedAt ?? now).getTime();
      expect(spent.reduce((sum, each) => sum + each, 0) + idle).toBe(now.getTime() - begun);
    }
    expect(done).toBeGreaterThan(ROUNDS * 2);
    expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });
});
