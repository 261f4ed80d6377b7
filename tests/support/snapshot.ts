import type { World } from './world.ts';

const WRITTEN = [
  'help_request',
  'request_private',
  'request_note',
  ...['organisation', 'volunteer', 'volunteer_private', 'volunteer_pool', 'volunteer_hours', 'volunteer_exception', 'volunteer_absence'],
  ...['dispatch', 'offer', 'task'],
  ...[
    'network',
    'network_member',
    'network_member_private',
    'meeting',
    'meeting_private',
    'meeting_seat',
    'rsvp',
    'rsvp_private',
    'attendance',
  ],
  ...['agenda_item', 'speaker', 'arrangement', 'ballot', 'action_item', 'minutes', 'board_entry', 'joint_activity'],
  ...['place', 'room', 'house_rules', 'opening_week', 'opening_day', 'closure'],
  ...['booking', 'booking_private', 'booking_told', 'booking_proof', 'fridge_shelf', 'fridge_item', 'fridge_temperature'],
  'role_grant',
  'invitation',
  'sign_in_link',
  'person',
  'presence',
  'command_key',
  'event',
  'district_counter',
];

const rowsOf = (table: string) =>
  `(select '${table}' || E'\\n' || coalesce(string_agg(t::text, E'\\n' order by t::text), '') from ${table} t)`;
const SESSIONS = `(select 'session ' || coalesce(string_agg(id::text, ' ' order by id), '') from auth.session)`;
const SNAPSHOT = `select concat_ws(E'\\n\\n', ${[...WRITTEN.map(rowsOf), SESSIONS].join(', ')}) as snapshot`;

/** Everything that a command could have changed, as one text: equal texts, nothing happened. */
export async function snapshotOf(world: World): Promise<string> {
  const [row] = await world.orm.em.fork().execute<{ snapshot: string }[]>(SNAPSHOT);
  if (!row) throw new Error('a select without rows');
  return row.snapshot;
}
