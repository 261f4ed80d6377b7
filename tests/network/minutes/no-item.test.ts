import { newId } from '@ww/shared/id';
import { expect, it } from 'vitest';
import { dataOf } from '../../support/client.ts';
import { coordinatorOf, didMeeting, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

const world = useWorld();

const MINUTES = `query ($id: ID!) { minutes(meetingId: $id) { items { title arrangements { text } actions { text } }
  arrangements { text state for against abstained } actions { text owner due } } }`;
interface Seen {
  minutes: {
    items: { title: string; arrangements: { text: string }[]; actions: { text: string }[] }[];
    arrangements: object[];
    actions: object[];
  };
}

it.each([
  ['after the last item', 1],
  ['in a meeting whose agenda is empty', 0],
])('what is arranged and given out %s is in the minutes, under no item', async (_when, points) => {
  const anna = await coordinatorOf(world);
  const { id, items, members } = await running(world, anna, { points });
  for (const from of items) await didMeeting(anna, 'nextItem', { id, from });
  const arrangementId = newId();
  await didMeeting(anna, 'putArrangement', { id: arrangementId, meetingId: id, text: 'Spotykamy się co miesiąc.' });
  await didMeeting(anna, 'saveArrangement', { id: arrangementId, round: 1, for: 5, against: 1, abstained: 0 });
  const ownerId = members[0]?.actor.personId;
  await didMeeting(anna, 'addAction', { id: newId(), meetingId: id, text: 'Zarezerwować salę', ownerId, due: '2026-12-10' });
  await didMeeting(anna, 'endMeeting', { id });

  const { minutes } = dataOf(await anna.send<Seen>(MINUTES, { id }));
  expect(minutes.items.filter(({ arrangements, actions }) => arrangements.length + actions.length > 0)).toEqual([]);
  expect(minutes.arrangements).toEqual([{ text: 'Spotykamy się co miesiąc.', state: 'ADOPTED', for: 5, against: 1, abstained: 0 }]);
  expect(minutes.actions).toEqual([{ text: 'Zarezerwować salę', owner: expect.any(String) as string, due: '2026-12-10' }]);
});
