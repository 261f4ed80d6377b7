import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type App } from '@ww/server/app';
import { createLogger } from '@ww/server/platform/log';
import type { Letter } from '@ww/server/platform/mail';
import type { Orm } from '@ww/server/platform/orm';
import { afterEach, beforeAll } from 'vitest';
import { FrozenClock } from './clock.ts';
import { emptyDatabase, openDatabase } from './db.ts';
import { SECRET } from './secret.ts';

/** A whole server on a port of its own, over a database of this worker's own. */
export interface World {
  url: string;
  app: App;
  orm: Orm;
  databaseUrl: string | null;
  clock: FrozenClock;
  letters: Letter[];
  /** What the server logged, one JSON line each. */
  logs: string[];
}

async function openWorld(): Promise<World> {
  const { orm, url: databaseUrl } = await openDatabase();
  const clock = new FrozenClock();
  const letters: Letter[] = [];
  const logs: string[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const from = 'Warszawa Wspiera <no-reply@example.org>';
  const mail = { from, send: (letter: Letter) => Promise.resolve(void letters.push(letter)), close: () => undefined };
  const log = createLogger('debug', { write: (line) => void logs.push(line) });
  const app = await createApp({
    orm,
    mail,
    log,
    clock,
    secret: SECRET,
    origin: url,
    databaseUrl: databaseUrl ?? undefined,
    signInLimited: false,
    trustedProxies: 1,
  });
  server.on('request', (request, response) => app.handle(request, response));
  server.on('upgrade', (request, stream, head) => app.upgrade(request, stream, head));
  return { url, app, orm, databaseUrl, clock, letters, logs };
}

let opened: Promise<World> | undefined;

/** The worker's world, emptied after each test and its clock put back to noon. */
export function useWorld(): World {
  const world = {} as World;
  beforeAll(async () => {
    opened ??= openWorld();
    Object.assign(world, await opened);
  });
  afterEach(async () => {
    await emptyDatabase(world.orm);
    world.clock.set(new FrozenClock().now().toISOString());
    world.letters.length = 0;
    world.logs.length = 0;
  });
  return world;
}
