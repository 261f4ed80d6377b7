import { describe, expect, it } from 'vitest';
import { useWorld } from '../support/world.ts';
import { CONSTRAINTS } from './migrated-constraints.ts';
import { INDEXES } from './migrated-indexes.ts';

const TRIGGERS = ['public.audit_entry audit_append_only', 'public.event event_position', 'public.minutes minutes_fixed'];

describe('the migrated database', () => {
  const world = useWorld();
  const names = async (sql: string) => (await world.orm.em.fork().execute<{ name: string }[]>(sql)).map(({ name }) => name).sort();

  it('has exactly these constraints', async () => {
    const found = await names(
      `select n.nspname || '.' || r.relname || ' ' || c.conname as name from pg_constraint c
       join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
       where n.nspname in ('public', 'auth') and r.relname <> 'mikro_orm_migrations' and c.contype <> 'n'`,
    );

    expect(found).toEqual(CONSTRAINTS);
  });

  it('has exactly these triggers', async () => {
    const found = await names(
      `select n.nspname || '.' || r.relname || ' ' || t.tgname as name from pg_trigger t
       join pg_class r on r.oid = t.tgrelid join pg_namespace n on n.oid = r.relnamespace
       where n.nspname in ('public', 'auth') and not t.tgisinternal`,
    );

    expect(found).toEqual(TRIGGERS);
  });

  it('gives an event its position at commit, not before', async () => {
    const [trigger] = await world.orm.em
      .fork()
      .execute(`select tgdeferrable as deferrable, tginitdeferred as deferred from pg_trigger where tgname = 'event_position'`);

    expect(trigger).toEqual({ deferrable: true, deferred: true });
  });

  it('has exactly these indexes besides', async () => {
    const found = await names(
      `select schemaname || '.' || indexname as name from pg_indexes i where schemaname in ('public', 'auth')
       and not exists (select 1 from pg_constraint c where c.conname = i.indexname)  and tablename <> 'mikro_orm_migrations'`,
    );

    expect(found).toEqual(INDEXES);
  });

  it('keeps what is worth nothing after a crash out of the write-ahead log, and nothing else', async () => {
    const found = await names(
      `select r.relname as name from pg_class r join pg_namespace n on n.oid = r.relnamespace
       where n.nspname in ('public', 'auth') and r.relkind = 'r' and r.relpersistence = 'u'`,
    );

    expect(found).toEqual(['presence', 'rate_bucket']);
  });

  it('has every column that the entities name, null where they say so', async () => {
    const rows = await world.orm.em
      .fork()
      .execute<{ at: string; nullable: boolean }[]>(
        `select table_name || '.' || column_name as at, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`,
      );
    const inDatabase = new Map(rows.map(({ at, nullable }) => [at, nullable]));

    const inEntities = [...world.orm.getMetadata().getAll().values()].flatMap((entity) =>
      entity.props
        .filter((property) => property.persist !== false && !property.formula)
        .flatMap((property) => property.fieldNames.map((column) => [`${entity.tableName}.${column}`, property.nullable ?? false] as const)),
    );

    expect(inEntities.length).toBeGreaterThan(50);
    expect(inEntities.filter(([at, nullable]) => inDatabase.get(at) !== nullable)).toEqual([]);
  });

  it('leaves no column to the entities’ imagination: each is either mapped or written by SQL alone', async () => {
    const mapped = new Set([...world.orm.getMetadata().getAll().values()].map(({ tableName }) => tableName));
    const tables = await names(
      `select relname as name from pg_class r join pg_namespace n on n.oid = r.relnamespace where n.nspname = 'public' and relkind = 'r'`,
    );

    expect(tables.filter((table) => !mapped.has(table))).toEqual([
      'ballot',
      'booking_told',
      'command_key',
      'district_counter',
      'log_follower',
      'log_identity',
      'meeting_seat',
      'meeting_told',
      'mikro_orm_migrations',
      'presence',
      'rate_bucket',
      'volunteer_absence',
      'volunteer_exception',
      'volunteer_hours',
    ]);
  });

  it('has nothing left to migrate', async () => {
    expect(await world.orm.migrator.getPending()).toEqual([]);
  });
});
