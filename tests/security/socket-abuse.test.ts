import { LIMITS } from '@ww/server/platform/limits';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { WebSocket } from 'ws';
import { resident, signIn } from '../support/actors.ts';
import { LiveClient } from '../support/live-client.ts';
import { useWorld } from '../support/world.ts';

const from = (address: string) => ({ 'x-forwarded-for': address });

describe('a socket', () => {
  const world = useWorld();

  const ended = (socket: WebSocket, milliseconds: number) =>
    Promise.race([
      new Promise<'closed'>((resolve) => socket.once('close', () => resolve('closed'))),
      new Promise<'open'>((resolve) => setTimeout(resolve, milliseconds, 'open')),
    ]);

  it.each([
    [
      'pings of the protocol above',
      (socket: WebSocket) => socket.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(60_000) } })),
    ],
    [
      'mistakes',
      (socket: WebSocket, at: number) =>
        socket.send(JSON.stringify({ id: `${String(at)}${'x'.repeat(60_000)}`, type: 'subscribe', payload: { query: '{' } })),
    ],
  ])('that sends %s and never reads is cut off', async (_what, send) => {
    const client = await LiveClient.open(world, resident(world), from('198.51.100.21'));
    onTestFinished(() => client.socket.terminate());
    client.socket.pause();
    const [mine] = [...world.app.sockets.clients].slice(-1);
    if (!mine) throw new Error('no socket');
    const cut = ended(mine, 8_000);

    for (let at = 0; at < 600 && mine.readyState === mine.OPEN; at++) {
      send(client.socket, at);
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(await cut).toBe('closed');
    expect(mine.bufferedAmount).toBeLessThan(LIMITS.unreadBytes * 2);
  });

  it('of an address without a session is one of so many, and a closed one makes room', async () => {
    const open = () => LiveClient.open(world, resident(world), from('198.51.100.22'));
    const clients = await Promise.all(Array.from({ length: LIMITS.strangersSockets }, open));
    onTestFinished(() => clients.forEach((client) => client.close()));

    await expect(open()).rejects.toThrow('429');
    // neither another address nor someone signed in at this one has to suffer for it
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    for (const client of [
      await LiveClient.open(world, resident(world), from('198.51.100.23')),
      await LiveClient.open(world, anna, from('198.51.100.22')),
    ])
      client.close();

    clients[0]?.close();
    await clients[0]?.closed;
    const tried = async () => {
      try {
        (await open()).close();
        return 'opened';
      } catch (error) {
        return String(error);
      }
    };
    await expect.poll(tried).toBe('opened');
  });
});
