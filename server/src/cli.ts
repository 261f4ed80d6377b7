import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { hashPassword } from 'better-auth/crypto';
import { newId } from '@ww/shared/id';
import { createUser } from './identity/commands/create-user.ts';
import { grantRole } from './identity/commands/grant-role.ts';
import { Person } from './identity/person.entity.ts';
import { MODEL } from './model.ts';
import { ChangeFeed } from './platform/change-feed.ts';
import { systemClock } from './platform/clock.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import type { Context } from './platform/context.ts';
import { AppError } from './platform/errors.ts';
import { lockFolder } from './platform/folder-lock.ts';
import { createLogger } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { createOrm, type Orm } from './platform/orm.ts';
import { RateLimiter } from './platform/rate-limit.ts';
import { Secrets } from './platform/secrets.ts';
import { ownWaker } from './platform/waker.ts';

const USAGE = `usage:
  migrate                                        bring the database up to date
  user:create --email E --name N                 make an account; the password is read from standard input
  role:grant  --email E --role R [--scope S]     give a role; S is a district's slug for TEAM_MEMBER and DISTRICT_COORDINATOR
`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Who sits at the server's keyboard acts as an administrator without an account; the audit trail says so by having no name. */
function contextOf(orm: Orm, secret: string): Context {
  const feed = new ChangeFeed(orm, ownWaker(), createLogger('silent'));
  const services = {
    orm,
    clock: systemClock,
    feed,
    secrets: new Secrets(secret),
    limiter: new RateLimiter(orm, systemClock),
    hashPassword,
    nudgeLive: () => undefined,
    demo: null,
  };
  return {
    services,
    actor: { personId: null, grants: [{ role: 'ADMIN', scope: null }] },
    signedIn: null,
    requestId: newId(),
    address: 'cli',
    em: orm.em.fork(),
  };
}

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  if (process.stdin.isTTY) process.stdout.write('password: ');
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}

async function withDatabase(run: (orm: Orm, ctx: Context) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const unlock = config.DATABASE_URL ? null : await lockFolder(config.DATA_DIR);
  const orm = await createOrm(config.DATABASE_URL ? { url: config.DATABASE_URL } : { folder: `${config.DATA_DIR}/pglite` }, MODEL);
  try {
    await run(orm, contextOf(orm, config.SECRET));
  } finally {
    await orm.close(true);
    await unlock?.();
  }
}

async function main(argv: string[]): Promise<void> {
  const [name, ...rest] = argv;
  const { values } = parseArgs({
    args: rest,
    options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, scope: { type: 'string' } },
  });
  switch (name) {
    case 'migrate':
      return withDatabase(async (orm) =>
        say(`migrated: ${(await migrate(orm, readConfig(process.env).DATABASE_URL)).join(', ') || 'nothing to do'}`),
      );
    case 'user:create':
      return withDatabase(async (_orm, ctx) => {
        const { id } = await createUser(ctx, {
          key: newId(),
          id: newId(),
          email: values.email,
          name: values.name,
          password: await readPassword(),
        });
        say(id);
      });
    case 'role:grant':
      return withDatabase(async (orm, ctx) => {
        const person = await orm.em.fork().findOne(Person, { email: values.email?.toLowerCase() ?? '' });
        if (!person) throw new Error('no account has this address');
        const { id } = await grantRole(ctx, {
          key: newId(),
          id: newId(),
          personId: person.id,
          role: values.role,
          scope: values.scope ?? null,
        });
        say(id);
      });
    default:
      throw new Error(USAGE);
  }
}

function explain(error: unknown): string {
  if (error instanceof AppError) return `${error.code} ${JSON.stringify(error.extensions.fields ?? '')}`;
  if (error instanceof ConfigError || error instanceof Error) return error.message;
  return String(error);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
