import { describe, expect, it, onTestFinished } from 'vitest';
import { LiveClient } from '../../support/live-client.ts';
import { apart, coordinatorOf, didMeeting, meetingFor, running } from '../../support/meetings.ts';
import { MEETING_VIEW, type MeetingSeen } from '../../support/meeting-views.ts';
import { useWorld } from '../../support/world.ts';

const LIVE = `subscription ($id: ID!, $after: String) { change: meetingChanges(id: $id, after: $after) { kind cursor meeting { ${MEETING_VIEW} } } }`;
interface Frame {
  change: { kind: string; cursor: string; meeting: MeetingSeen | null };
}

describe('whoever comes back to a meeting after a break', () => {
  const world = useWorld();

  it('gets one picture of it, the newest: an hour of pictures of one meeting is neither kept nor sent', async () => {
    const { id, dkw, items } = await running(world, await coordinatorOf(world), { points: 2 });
    const open = async (after: string) => {
      const socket = await LiveClient.open(world, dkw);
      onTestFinished(() => socket.close());
      return socket.subscribe<Frame>(LIVE, { id, after });
    };
    const { cursor } = await meetingFor(dkw, id);
    const staying = await open(cursor);
    for (let each = 1; each <= 8; each++) {
      await didMeeting(dkw, 'extendItem', { id, from: items[0], minutes: 1 });
      await staying.take(each);
    }

    const back = await open(cursor);
    const [picture] = await back.take(1);
    expect(picture?.change.meeting && apart(picture.change.meeting)).toEqual(apart(await meetingFor(dkw, id)));
    expect(picture?.change.cursor).toBe(staying.frames.at(-1)?.data?.change.cursor);

    await didMeeting(dkw, 'extendItem', { id, from: items[0], minutes: 1 });
    expect((await back.take(2)).map(({ change }) => change.meeting?.items[0]?.extraMinutes)).toEqual([8, 9]);
    expect(back.frames).toHaveLength(2);
  });
});
