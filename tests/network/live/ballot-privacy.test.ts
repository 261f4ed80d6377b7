import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { aVote } from '../../support/meeting-steps.ts';
import { MEETING_VIEW, type MeetingSeen } from '../../support/meeting-views.ts';
import { coordinatorOf, didMeeting, meetingFor, mineIn, running } from '../../support/meetings.ts';
import { useWorld, type World } from '../../support/world.ts';

const CHOICE = /\b(?:FOR|AGAINST|ABSTAINED)\b/;
const LIVE = `subscription ($id: ID!) { meetingChanges(id: $id) { kind meeting { ${MEETING_VIEW} } } }`;
const PEOPLE = `subscription ($id: ID!) { meetingPeopleChanges(id: $id) { kind people { guests { name state } } } }`;
const OWN = `subscription ($id: ID!) { myMeetingChanges(id: $id) { kind mine { ballot { ballot } } } }`;

/** Everything that is written down but the hands themselves. */
async function written(world: World): Promise<string> {
  const parts = [...world.logs, JSON.stringify(world.letters)];
  for (const table of [
    'event',
    'audit_entry',
    'command_key',
    'rate_bucket',
    'jobs.job',
    'meeting',
    'rsvp',
    'speaker',
    'arrangement',
    'minutes',
  ])
    parts.push(JSON.stringify(await world.orm.em.fork().execute(`select t::text from ${table} t`)));
  return parts.join('\n');
}

describe('a show of hands', () => {
  const world = useWorld();

  it('tells nobody who voted what: only how many, to everybody alike, and afterwards nothing else is left', async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world), { members: 3 });
    const [olga, jan, ewa] = members.map(({ actor }) => actor) as [Actor, Actor, Actor];
    const { id: vote } = await aVote(marta, meeting);
    await caughtUp(world);
    const watched: Subscription<{ meetingChanges?: { meeting: MeetingSeen } }>[] = [];
    for (const [by, documents] of [
      [marta, [LIVE, PEOPLE, OWN]],
      [ewa, [LIVE, OWN]],
    ] as const) {
      const client = await LiveClient.open(world, by);
      onTestFinished(() => client.close());
      for (const document of documents) watched.push(client.subscribe(document, { id: meeting }));
    }
    const cast = (by: Actor, ballot: string, round = 1) => didMeeting(by, 'castBallot', { id: vote, round, ballot });

    const answers: unknown[] = [await cast(olga, 'AGAINST'), await cast(jan, 'FOR'), await cast(olga, 'ABSTAINED')];
    answers.push(await didMeeting(marta, 'recountArrangement', { id: vote }), await cast(olga, 'AGAINST', 2), await cast(jan, 'FOR', 2));
    for (const by of [marta, ewa]) answers.push(await meetingFor(by, meeting), await mineIn(by, meeting));
    await caughtUp(world);
    const counted = () => watched[0]?.frames.at(-1)?.data?.meetingChanges?.meeting.arrangements[0];
    await vi.waitFor(() => expect(counted()).toMatchObject({ round: 2, for: 1, against: 1, abstained: 0 }), 5_000);
    expect((await mineIn(olga, meeting)).ballot).toEqual({ arrangementId: vote, ballot: 'AGAINST' });

    const seen = JSON.stringify([answers, watched.map(({ frames }) => frames)]);
    expect(seen.length).toBeGreaterThan(5_000);
    expect(seen).not.toMatch(CHOICE);
    expect(await written(world)).not.toMatch(CHOICE);

    await didMeeting(marta, 'saveArrangement', { id: vote, round: 2, for: 1, against: 1, abstained: 0 });
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect((await mineIn(olga, meeting)).ballot).toBeNull();
    expect(await world.orm.em.fork().execute<object[]>('select 1 from ballot')).toEqual([]);
    expect(await written(world)).not.toMatch(CHOICE);
  });
});
