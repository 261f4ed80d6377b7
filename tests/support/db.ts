import { PGlite, types } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { createOrm, type Orm } from '@ww/server/platform/orm';
import { MODEL } from '@ww/server/model';
import { FIRST_NETWORKS } from '@ww/shared/network/terms';
import { inject } from 'vitest';
import { createDatabase } from './postgres-database.ts';

export interface TestDatabase {
  orm: Orm;
  /** Null on PGlite. */
  url: string | null;
}

/** A migrated database of this worker's own, on whichever database the project runs. */
export async function openDatabase(): Promise<TestDatabase> {
  const url = process.env.WW_TEST_DATABASE === 'postgres' ? await createDatabase(inject('postgresUrl')) : null;
  // a day as text, as on every connection that the ORM opens itself
  const orm = url
    ? await createOrm({ url }, MODEL)
    : await createOrm({ pglite: await PGlite.create({ extensions: { btree_gist }, parsers: { [types.DATE]: (day) => day } }) }, MODEL);
  await orm.migrator.up();
  return { orm, url };
}

const TABLES = [
  ...['audit_entry', 'minutes', 'presence'],
  ...['fridge_temperature', 'fridge_item', 'fridge_shelf', 'booking_told', 'booking_private', 'booking_proof', 'booking'],
  ...['closure', 'opening_day', 'opening_week', 'house_rules', 'room', 'place'],
  ...[
    'ballot',
    'arrangement',
    'speaker',
    'action_item',
    'attendance',
    'rsvp_private',
    'rsvp',
    'meeting_seat',
    'meeting_told',
    'meeting_private',
  ],
  ...['joint_activity', 'agenda_item', 'board_entry', 'meeting', 'network_member_private', 'network_member'],
  'task',
  'offer',
  'dispatch',
  'request_note',
  'request_private',
  'help_request',
  'volunteer_pool',
  'volunteer_hours',
  'volunteer_exception',
  'volunteer_absence',
  'volunteer_private',
  'volunteer',
  'organisation',
  'invitation',
  'sign_in_link',
  'role_grant',
  'person',
  'auth."rateLimit"',
  ...['auth.verification', 'auth.session', 'auth.account'],
  'auth."user"',
  'command_key',
  'rate_bucket',
  'event',
];

/** One statement, and no trigger: the audit trail and approved minutes would refuse, and there is no key left to check. */
const EMPTY = `do $$ begin
  perform set_config('session_replication_role', 'replica', true);
  ${TABLES.map((table) => `delete from ${table};`).join('\n  ')}
  update district_counter set last = 0 where last > 0;
  update network set enabled = district in (${FIRST_NETWORKS.map((slug) => `'${slug}'`).join(', ')}), unanswered_days = 14, version = 1 where version > 1;
end $$`;

export async function emptyDatabase(orm: Orm): Promise<void> {
  await orm.em.fork().execute(EMPTY);
}
