import { newId } from '@ww/shared/id';
import { NETWORK_INPUT } from '@ww/shared/network/input';
import { describe, expect, it } from 'vitest';
import { aVote, conflictOf, expectOnce, recorded, refusal } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, giveMeeting, meetingFor, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('putArrangement', () => {
  const world = useWorld();

  it('puts it to a vote under the current point, with no hands yet', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const id = newId();
    const input = { id, meetingId: meeting, text: ' Zbieramy koce\r\ndo końca\u00A0grudnia. ' };
    const seen = await recorded(world, marta, 'putArrangement', input, { meeting, action: 'meeting.lead', reason: 'PUT' });
    expect(seen.arrangements).toEqual([
      {
        ...{ id, itemId: items[0], text: 'Zbieramy koce do końca grudnia.', state: 'VOTING', round: 1 },
        ...{ for: 0, against: 0, abstained: 0, savedAt: null },
      },
    ]);
  });

  it('is of no point where none is current', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world), { points: 1 });
    await didMeeting(marta, 'nextItem', { id: meeting, from: items[0] });
    await aVote(marta, meeting);
    expect((await meetingFor(marta, meeting)).arrangements).toMatchObject([{ itemId: null }]);
  });

  it('is one at a time: another waits until this one is saved or taken back', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const put = () => ({ id: newId(), meetingId: meeting, text: 'Kartony kupuje dzielnica.' });
    const answers = await Promise.all([1, 2, 3].map(() => giveMeeting(marta, 'putArrangement', put())));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await conflictOf(world, marta, 'putArrangement', put())).toEqual({ by: null, at: world.clock.in(0), state: 'VOTING' });
    const [first] = (await meetingFor(marta, meeting)).arrangements;
    await didMeeting(marta, 'saveArrangement', { id: first?.id, round: 1, for: 1, against: 0, abstained: 0 });
    const second = put();
    world.clock.advance(1);
    await didMeeting(marta, 'putArrangement', second);
    await didMeeting(marta, 'withdrawArrangement', { id: second.id });
    world.clock.advance(1);
    await didMeeting(marta, 'putArrangement', put());
    expect((await meetingFor(marta, meeting)).arrangements.map(({ state }) => state)).toEqual(['ADOPTED', 'VOTING']);
  });

  it('has one vote at a time in the database, whatever writes it', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    await aVote(marta, meeting);
    const copy = `insert into arrangement (id, meeting_id, text, state, round, put_at) select gen_random_uuid(), meeting_id, text, state, 1, put_at from arrangement`;
    await expect(world.orm.em.fork().execute(copy)).rejects.toThrow(/arrangement_voting/);
  });

  it('refuses what is no text, too much of it, and an id that is taken', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    for (const [text, rule] of [
      [' \u200B ', 'required'],
      ['a'.repeat(NETWORK_INPUT.words + 1), 'tooLong'],
    ])
      expect((await refusal(world, marta, 'putArrangement', { id: newId(), meetingId: meeting, text })).fields).toMatchObject([
        { path: 'text', rule },
      ]);
    const { id } = await aVote(marta, meeting);
    await didMeeting(marta, 'withdrawArrangement', { id });
    expect((await refusal(world, marta, 'putArrangement', { id, meetingId: meeting, text: 'Koce.' })).fields).toEqual([
      { path: 'id', rule: 'taken' },
    ]);
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'putArrangement', { id: newId(), meetingId: meeting, text: 'Koce.' })).toMatchObject({
      state: 'ENDED',
    });
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    await expectOnce(world, marta, 'putArrangement', { id: newId(), meetingId: meeting, text: 'Koce.' });
  });
});
