import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { signIn } from '../support/actors.ts';
import { LiveClient } from '../support/live-client.ts';
import { LIVE_QUEUE, loadQueue, touch } from '../support/live-queue.ts';
import { aRequest } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

interface Message {
  type: string;
  payload: { data: { queueChanges: { kind: string; cursor: string } } };
}

describe('a client that does not read', () => {
  const world = useWorld();

  it('costs a bounded amount of memory, is told to load again once it reads, and then follows', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const slow = await LiveClient.open(world, anna);
    const other = await LiveClient.open(world, anna);
    onTestFinished(() => [slow, other].forEach((client) => client.close()));
    const kinds: string[] = [];
    let last = '';
    // an id of 60 kB comes back in each frame: few changes fill what the system itself buffers
    slow.socket.on('message', (raw: Buffer) => {
      const message = JSON.parse(raw.toString()) as Message;
      if (message.type !== 'next') return;
      kinds.push(message.payload.data.queueChanges.kind);
      last = message.payload.data.queueChanges.cursor;
    });
    for (let index = 0; index < 8; index++) {
      const subscribe = {
        id: `${index}${'x'.repeat(60_000)}`,
        type: 'subscribe',
        payload: { query: LIVE_QUEUE, variables: { district: 'wlochy' } },
      };
      slow.socket.send(JSON.stringify(subscribe));
    }
    const prompt = other.subscribe(LIVE_QUEUE, { district: 'wlochy' });
    await vi.waitFor(() => expect(world.app.hub.size).toBe(9));

    slow.socket.pause();
    for (let index = 0; index < 60; index++) {
      await touch(world, [id]);
      await prompt.take(index + 1);
    }
    const waiting = [...world.app.sockets.clients].map(({ bufferedAmount }) => bufferedAmount);
    expect(Math.max(...waiting)).toBeGreaterThan(1 << 20);
    expect(Math.max(...waiting)).toBeLessThan(3 << 20);

    slow.socket.resume();
    await vi.waitFor(() => expect(kinds.filter((kind) => kind === 'RESET')).toHaveLength(8), 8_000);
    expect(kinds.length).toBeLessThan(60 * 8);
    expect(last).toBe((await loadQueue(anna)).cursor);
    await touch(world, [id]);
    await vi.waitFor(() => expect(kinds.at(-1)).toBe('UPSERT'));
    expect(prompt.frames).toHaveLength(61);
  });
});
