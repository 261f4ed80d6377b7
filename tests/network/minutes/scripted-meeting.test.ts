import { describe, expect, it } from 'vitest';
import { meetingFor } from '../../support/meetings.ts';
import { actionsFor, minutesFor } from '../../support/minutes.ts';
import { useWorld } from '../../support/world.ts';
import { EXPECTED, EXPECTED_OPEN } from './scripted-expected.ts';
import { scriptedMeeting } from './scripted-meeting.ts';

describe('the minutes of a scripted meeting', () => {
  const world = useWorld();

  it('are what was written down by hand, and the next meeting opens with what is still to be done', { timeout: 60_000 }, async () => {
    const { meeting, next, marta, olga } = await scriptedMeeting(world);

    const { meetingId, items, ...whole } = await minutesFor(marta, meeting);
    expect({ ...whole, items: items.map(({ itemId: _itemId, ...item }) => item) }).toEqual(EXPECTED);
    expect(meetingId).toBe(meeting);
    const onAgenda = (await meetingFor(marta, meeting)).items.filter(({ state }) => state !== 'PROPOSED' && state !== 'REFUSED');
    expect(items.map(({ itemId }) => itemId)).toEqual(onAgenda.map(({ id }) => id));

    const ahead = await meetingFor(marta, next);
    expect(ahead.items).toMatchObject([{ kind: 'FOLLOW_UP', state: 'PLANNED' }]);
    expect(ahead.followUps.map(({ due, text, ownerName }) => [due, text, ownerName])).toEqual(EXPECTED_OPEN);
    expect((await actionsFor(olga)).actions.map(({ text }) => text)).toEqual(['Zapytać szkołę o salę', 'Spisać, kto ma samochód']);
  });
});
