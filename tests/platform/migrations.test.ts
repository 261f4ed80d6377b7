import { describe, expect, it } from 'vitest';
import { useWorld } from '../support/world.ts';

/** By hand, from the migrations. A schema diff that wants to drop one of these must not get away with it. */
const CONSTRAINTS = [
  'auth.account account_pkey',
  'auth.account account_userId_fkey',
  'auth.rateLimit rateLimit_key_key',
  'auth.rateLimit rateLimit_pkey',
  'auth.session session_pkey',
  'auth.session session_token_key',
  'auth.session session_userId_fkey',
  'auth.user user_email_key',
  'auth.user user_pkey',
  'auth.verification verification_pkey',
  'public.audit_entry audit_entry_outcome_check',
  'public.audit_entry audit_entry_pkey',
  'public.command_key command_key_pkey',
  'public.district_counter district_counter_district_check',
  'public.district_counter district_counter_pkey',
  'public.event event_pkey',
  'public.event event_position',
  'public.help_request help_request_assignee_id_fkey',
  'public.help_request help_request_cancel_reason_check',
  'public.help_request help_request_changed_by_id_fkey',
  'public.help_request help_request_channel_check',
  'public.help_request help_request_closed',
  'public.help_request help_request_code_hash_key',
  'public.help_request help_request_district_fkey',
  'public.help_request help_request_due',
  'public.help_request help_request_errand_check',
  'public.help_request help_request_held',
  'public.help_request help_request_helpers_check',
  'public.help_request help_request_informed_check',
  'public.help_request help_request_kind_check',
  'public.help_request help_request_number',
  'public.help_request help_request_pkey',
  'public.help_request help_request_priority_check',
  'public.help_request help_request_reason',
  'public.help_request help_request_reporter_kind_check',
  'public.help_request help_request_state_check',
  'public.help_request help_request_untaken',
  'public.invitation invitation_district_check',
  'public.invitation invitation_pkey',
  'public.invitation invitation_role_check',
  'public.log_follower log_follower_pkey',
  'public.log_identity log_identity_one_check',
  'public.log_identity log_identity_pkey',
  'public.person person_display_name_check',
  'public.person person_email_check',
  'public.person person_email_key',
  'public.person person_pkey',
  'public.person person_user',
  'public.presence presence_person_id_fkey',
  'public.presence presence_pkey',
  'public.rate_bucket rate_bucket_pkey',
  'public.request_note request_note_pkey',
  'public.request_note request_note_request_id_fkey',
  'public.request_private request_private_pkey',
  'public.request_private request_private_request_id_fkey',
  'public.role_grant role_grant_city',
  'public.role_grant role_grant_district',
  'public.role_grant role_grant_once',
  'public.role_grant role_grant_person_id_fkey',
  'public.role_grant role_grant_pkey',
  'public.role_grant role_grant_role_check',
  'public.sign_in_link sign_in_link_person_id_fkey',
  'public.sign_in_link sign_in_link_pkey',
  'public.sign_in_link sign_in_link_purpose',
  'public.sign_in_link sign_in_link_times',
];

const TRIGGERS = ['public.audit_entry audit_append_only', 'public.event event_position'];

/** Those that no constraint makes. */
const INDEXES = [
  'auth.account_of_user',
  'auth.session_of_user',
  'auth.verification_identifier',
  'public.audit_entry_at',
  'public.audit_entry_subject',
  'public.command_key_at',
  'public.event_position_key',
  'public.help_request_assignee',
  'public.help_request_closed_at',
  'public.help_request_open',
  'public.invitation_district',
  'public.request_note_request',
  'public.role_grant_scope',
  'public.sign_in_link_person',
];

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
      'command_key',
      'district_counter',
      'log_follower',
      'log_identity',
      'mikro_orm_migrations',
      'presence',
      'rate_bucket',
    ]);
  });

  it('has nothing left to migrate', async () => {
    expect(await world.orm.migrator.getPending()).toEqual([]);
  });
});
