import 'reflect-metadata';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { createApp } from './app.ts';
import { demoMail, type DemoDesk } from './demo/demo-desk.ts';
import { refuseDemoAccounts } from './demo/refuse.ts';
import { seedDemo } from './demo/seed.ts';
import { createTraffic } from './demo/traffic.ts';
import { MODEL } from './model.ts';
import { systemClock } from './platform/clock.ts';
import { ConfigError, readConfig, type Config } from './platform/config.ts';
import { lockFolder } from './platform/folder-lock.ts';
import { createLogger } from './platform/log.ts';
import { smtpMail } from './platform/mail.ts';
import { migrate } from './platform/migrate.ts';
import { createOrm, requireVersion } from './platform/orm.ts';
import { Secrets } from './platform/secrets.ts';
import { serve } from './platform/serve.ts';
import { loadPages } from './pages.ts';
import { announce, phase } from './announce.ts';

async function main(config: Config): Promise<void> {
  const log = createLogger(config.LOG_LEVEL);
  phase(config.DATABASE_URL ? 'opening PostgreSQL' : `opening the embedded database in ${config.DATA_DIR}/`);
  const unlock = config.DATABASE_URL ? null : await lockFolder(config.DATA_DIR);
  const orm = await createOrm(config.DATABASE_URL ? { url: config.DATABASE_URL } : { folder: `${config.DATA_DIR}/pglite` }, MODEL);
  await requireVersion(orm);
  const done = await migrate(orm, config.DATABASE_URL);
  phase(done.length > 0 ? `migrated: ${done.join(', ')}` : 'nothing to migrate');
  if (config.NODE_ENV === 'production') await refuseDemoAccounts(orm);
  if (config.DEMO) await seedDemo(orm, systemClock, new Secrets(config.SECRET), phase);

  const letters = config.DEMO && !config.SMTP_URL ? demoMail(systemClock) : null;
  const mail = letters?.mail ?? smtpMail(config.SMTP_URL ?? 'smtp://127.0.0.1:1025', config.MAIL_FROM);
  const traffic = config.DEMO
    ? createTraffic({ url: `http://127.0.0.1:${config.PORT}`, origin: config.ORIGIN, clock: systemClock, log })
    : null;
  const demo: DemoDesk | null = traffic && {
    letters: letters?.letters ?? [],
    trafficUntil: () => traffic.until(),
    steerTraffic: (on) => traffic.steer(on),
  };
  const pagesToken = randomBytes(24).toString('base64url');
  const app = await createApp({
    orm,
    mail,
    log,
    demo,
    secret: config.SECRET,
    origin: config.ORIGIN,
    databaseUrl: config.DATABASE_URL,
    trustedProxies: config.TRUSTED_PROXIES,
    production: config.NODE_ENV === 'production',
    pages: await loadPages(config, pagesToken),
    pagesToken,
  });
  const server = createServer((request, response) => app.handle(request, response));
  server.on('upgrade', (request, stream, head) => app.upgrade(request, stream, head));
  await serve(server, config.HOST, config.PORT, {
    async begin() {
      traffic?.steer(false);
      await app.beginStop();
    },
    async close() {
      await app.close();
      await orm.close(true);
      await unlock?.();
    },
  });
  announce(config);
  if (config.DEMO_TRAFFIC) traffic?.steer(true);
}

try {
  await main(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}
