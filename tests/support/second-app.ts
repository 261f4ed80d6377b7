import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type App, type AppOptions } from '@ww/server/app';
import { createLogger } from '@ww/server/platform/log';
import type { Letter } from '@ww/server/platform/mail';
import { createOrm, type Orm } from '@ww/server/platform/orm';
import { MODEL } from '@ww/server/model';
import { SECRET } from './secret.ts';
import type { World } from './world.ts';

/** One more server over the world's database: with connections of its own on PostgreSQL, sharing the one connection on PGlite. */
export interface SecondApp {
  url: string;
  app: App;
  orm: Orm;
  close(): Promise<void>;
}

export async function openSecondApp(world: World, over: Partial<AppOptions> = {}): Promise<SecondApp> {
  const { databaseUrl } = world;
  const orm = databaseUrl ? await createOrm({ url: databaseUrl }, MODEL) : world.orm;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const from = 'Warszawa Wspiera <no-reply@example.org>';
  const mail = { from, send: (letter: Letter) => Promise.resolve(void world.letters.push(letter)), close: () => undefined };
  const log = createLogger('debug', { write: (line) => void world.logs.push(line) });
  const app = await createApp({
    ...{ orm, mail, log, clock: world.clock, secret: SECRET, origin: url, databaseUrl: databaseUrl ?? undefined },
    ...{ signInLimited: false, trustedProxies: 1 },
    ...over,
  });
  server.on('request', (request, response) => app.handle(request, response));
  server.on('upgrade', (request, stream, head) => app.upgrade(request, stream, head));
  return {
    url,
    app,
    orm,
    async close() {
      await app.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (databaseUrl) await orm.close(true);
    },
  };
}
