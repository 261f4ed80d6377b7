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
  'role_grant',
  'invitation',
  'sign_in_link',
  'person',
  'presence',
  'command_key',
  'event',
  'district_counter',
];

/** Everything that a command could have changed, as one text: equal texts, nothing happened. */
export async function snapshotOf(world: World): Promise<string> {
  const em = world.orm.em.fork();
  const parts: string[] = [];
  for (const table of WRITTEN) {
    const [row] = await em.execute<{ rows: string | null }[]>(
      `select string_agg(t::text, E'\\n' order by t::text) as rows from ${table} t`,
    );
    parts.push(`${table}\n${row?.rows ?? ''}`);
  }
  const [sessions] = await em.execute<{ ids: string | null }[]>(`select string_agg(id::text, ' ' order by id) as ids from auth.session`);
  return [...parts, `session\n${sessions?.ids ?? ''}`].join('\n\n');
}
