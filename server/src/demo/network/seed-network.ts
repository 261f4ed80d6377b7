import { newId } from '@ww/shared/id';
import { FIRST_NETWORKS } from '@ww/shared/network/terms';
import type { Em } from '../../platform/orm.ts';
import { insertRows } from '../insert-rows.ts';
import type { DemoOrganisation } from '../organisations.ts';
import type { SeededPerson } from '../seed-people.ts';
import { inventBoard } from './invent-board.ts';
import { inventMeetings, type Guest, type Room } from './invent-meetings.ts';
import { inventMemberships, memberRow, reachRow } from './members.ts';

/** The district whose Network has meetings and a board in the demo. */
const DISTRICT = 'wlochy';
/** Tables in the order in which their rows may refer to each other. */
const TABLES = [
  'meeting',
  'meeting_private',
  'meeting_told',
  'meeting_seat',
  'rsvp',
  'attendance',
  'agenda_item',
  'arrangement',
  'action_item',
  'minutes',
];

/** The Networks: who is in them, and in Włochy the meetings and the board. */
export async function seedNetwork(
  em: Em,
  organisations: readonly DemoOrganisation[],
  people: readonly SeededPerson[],
  now: Date,
): Promise<void> {
  const memberships = inventMemberships(organisations, FIRST_NETWORKS, now);
  await insertRows(em, 'network_member', memberships.map(memberRow));
  const guests = await guestsOf(em, DISTRICT);
  const inside = memberships.filter(({ state, district }) => state === 'MEMBER' && district === DISTRICT);
  await insertRows(
    em,
    'network_member_private',
    inside.map((membership, index) => {
      const answers = guests.find(({ organisationId }) => organisationId === membership.organisation.id);
      return reachRow(membership, answers?.name ?? null, answers?.email ?? null, index);
    }),
  );
  const coordinator = people.find(({ role, scope }) => role === 'DISTRICT_COORDINATOR' && scope === DISTRICT);
  if (!coordinator) throw new Error('the demo has no coordinator where it has a Network');
  const room: Room = { district: DISTRICT, coordinator, guests: new Map(guests.map((guest) => [guest.name, guest])), now };
  const board = inventBoard(room);
  await insertRows(em, 'board_entry', board.entries);
  await insertRows(em, 'joint_activity', board.activities);
  const rows = inventMeetings(room, board.ids);
  for (const table of TABLES) await insertRows(em, table, rows.get(table) ?? []);
  // by it a timer learns of each need that waits for an answer
  await insertRows(
    em,
    'event',
    board.waiting.map((id) => ({ id: newId(now.getTime()), topic: 'board', subject_id: id, scope: DISTRICT, version: 1, at: now })),
  );
}

/** Who coordinates an organisation of the district's Network, the longest in it first. */
function guestsOf(em: Em, district: string): Promise<(Guest & { email: string })[]> {
  return em.execute(
    `select p.id as "personId", p.display_name as name, p.email, o.id as "organisationId", o.name as organisation
     from network_member m join organisation o on o.id = m.organisation_id
       join role_grant g on g.role = 'ORGANISATION_COORDINATOR' and g.scope = o.id::text join person p on p.id = g.person_id
     where m.district = ? and m.state = 'MEMBER' order by m.since, g.created_at, p.id`,
    [district],
  );
}
