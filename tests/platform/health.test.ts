import { createServer } from 'node:http';
import { createServer as createTcp, connect, type AddressInfo, type Socket } from 'node:net';
import { createOrm } from '@ww/server/platform/orm';
import { answerHealth } from '@ww/server/platform/health';
import { MODEL } from '@ww/server/model';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSecondApp } from '../support/second-app.ts';
import { useWorld } from '../support/world.ts';

async function ask(url: string, path: string): Promise<[number, unknown]> {
  const response = await fetch(`${url}${path}`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return [response.status, await response.json()];
}

describe('health', () => {
  const world = useWorld();

  it('is live and ready', async () => {
    expect(await ask(world.url, '/health/live')).toEqual([200, { status: 'ok' }]);
    expect(await ask(world.url, '/health/ready')).toEqual([200, { status: 'ok' }]);
  });

  it('is not ready while it stops, but live', async () => {
    const second = await openSecondApp(world);
    onTestFinished(() => second.close());

    await second.app.beginStop();

    expect(await ask(second.url, '/health/ready')).toEqual([503, { status: 'unavailable' }]);
    expect(await ask(second.url, '/health/live')).toEqual([200, { status: 'ok' }]);
  });

  if (process.env.WW_TEST_DATABASE === 'postgres') {
    it.each([['gone'], ['silent']])(
      'is not ready when the database is %s, says so within 3 s, and is ready when it is back',
      async (how) => {
        const door = await openDoor(new URL(world.databaseUrl ?? ''));
        onTestFinished(() => door.close());
        const orm = await createOrm({ url: door.url }, MODEL);
        onTestFinished(() => orm.close(true));
        const server = createServer((request, response) => void answerHealth(request.url ?? '', response, orm, false));
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        onTestFinished(() => void server.close());
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        expect((await ask(url, '/health/ready'))[0]).toBe(200);

        door.shut(how === 'silent');
        const started = performance.now();
        expect((await ask(url, '/health/ready'))[0]).toBe(503);
        expect(performance.now() - started).toBeLessThan(3_000);
        expect((await ask(url, '/health/live'))[0]).toBe(200);

        door.open();
        expect((await ask(url, '/health/ready'))[0]).toBe(200);
      },
    );
  }
});

/** A way to the database that can be shut: at once, or so that nothing answers any more. */
async function openDoor(to: URL) {
  let state: 'open' | 'gone' | 'silent' = 'open';
  const sockets = new Set<Socket>();
  const server = createTcp((near) => {
    sockets.add(near);
    near.on('error', () => undefined);
    if (state === 'gone') return near.destroy();
    if (state === 'silent') return;
    const far = connect(Number(to.port), to.hostname);
    sockets.add(far);
    far.on('error', () => undefined);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: url.href,
    shut(silent: boolean) {
      state = silent ? 'silent' : 'gone';
      if (silent) for (const socket of sockets) socket.pause().unpipe();
      else cut();
    },
    open() {
      state = 'open';
      cut();
    },
    close() {
      cut();
      server.close();
    },
  };
}
