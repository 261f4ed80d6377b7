import { type EntityClass, type MikroORM as CoreORM, DataloaderType, type Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PgliteORM, PgliteConnection, type SqlEntityManager } from '@mikro-orm/pglite';
import { MikroORM as PostgresORM, type AbstractSqlConnection } from '@mikro-orm/postgresql';
import type { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import type { Migration } from '@mikro-orm/migrations';
import { assertOutsideCommand, assertOwnTransaction } from './guard.ts';

/** Where the data is: PostgreSQL by URL, or the embedded PGlite in a folder (or one that a test hands over). */
export type DatabaseTarget = { url: string; poolSize?: number } | { folder: string } | { pglite: PGlite };

export type Orm = CoreORM & { em: SqlEntityManager };
export type Em = SqlEntityManager;

interface Model {
  entities: EntityClass<object>[];
  migrations: (new (...args: ConstructorParameters<typeof Migration>) => Migration)[];
}

/** The ORM over either database, with the guard against queries outside a command's transaction. */
export async function createOrm(target: DatabaseTarget, model: Model): Promise<Orm> {
  const shared: Partial<Options> = {
    entities: model.entities,
    extensions: [Migrator],
    dataloader: DataloaderType.ALL,
    forceUtcTimezone: true,
    // The server speaks through its own structured log; the ORM's lines would quote SQL.
    logger: () => undefined,
    migrations: { migrationsList: model.migrations, snapshot: false, disableForeignKeys: false },
  };
  const orm = 'url' in target ? await overPostgres(target, shared) : await overPglite(target, shared);
  guardQueries(orm);
  return orm;
}

async function overPostgres(target: { url: string; poolSize?: number }, shared: Partial<Options>): Promise<Orm> {
  const orm = await PostgresORM.init({
    ...(shared as object),
    clientUrl: target.url,
    pool: { min: 0, max: target.poolSize ?? 10 },
  });
  return orm;
}

async function overPglite(target: { folder: string } | { pglite: PGlite }, shared: Partial<Options>): Promise<Orm> {
  const where =
    'folder' in target
      ? { dbName: target.folder, driverOptions: { extensions: { btree_gist } } }
      : { dbName: 'given', driverOptions: { pglite: target.pglite } };
  const orm = await PgliteORM.init({ ...(shared as object), ...where });
  return orm;
}

export const connectionOf = (orm: Orm) => orm.em.getConnection() as unknown as AbstractSqlConnection;

/** The embedded database itself, or null on PostgreSQL. */
export async function pgliteOf(orm: Orm): Promise<PGlite | null> {
  const connection: unknown = connectionOf(orm);
  return connection instanceof PgliteConnection ? connection.getNativeClient() : null;
}

function guardQueries(orm: Orm): void {
  const connection = connectionOf(orm);
  const begin = connection.begin.bind(connection);
  connection.begin = (options) => {
    if (!options?.ctx) assertOwnTransaction();
    return begin(options);
  };
  const execute = connection.execute.bind(connection);
  connection.execute = (query, params, method, ctx, loggerContext) => {
    if (!ctx) assertOutsideCommand();
    return execute(query, params, method, ctx, loggerContext);
  };
}

/** The oldest PostgreSQL that is tested: collation rules need it. */
const OLDEST = 160_000;

/** @throws Error naming the version found when the database is too old. */
export async function requireVersion(orm: Orm): Promise<void> {
  const [row] = await orm.em
    .fork()
    .execute<{ number: number; text: string }[]>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
    );
  if (!row || row.number < OLDEST) throw new Error(`PostgreSQL 16 or newer is needed; this is ${row?.text ?? 'unknown'}.`);
}
