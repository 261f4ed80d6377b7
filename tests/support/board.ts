import { newId } from '@ww/shared/id';
import { signIn, type Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import type { Member } from './network.ts';
import type { World } from './world.ts';

export interface Suggestion {
  entryId: string;
  reasons: string[];
  words: string[];
}

export interface Entry {
  id: string;
  version: number;
  side: string;
  kind: string;
  title: string;
  words: string | null;
  amount: number | null;
  place: string | null;
  fromDay: string | null;
  toDay: string | null;
  state: string;
  organisation: { id: string; name: string } | null;
  postedBy: string;
  createdAt: string;
  proposeAt: string | null;
  endedAt: string | null;
  proposedOn: string | null;
  suggestions: Suggestion[];
}

export interface Activity {
  id: string;
  version: number;
  title: string;
  day: string | null;
  state: string;
  owners: { personId: string; name: string }[];
  offer: { entryId: string; title: string; organisation: { id: string; name: string } | null };
  need: { entryId: string; title: string; organisation: { id: string; name: string } | null };
  createdAt: string;
  endedAt: string | null;
}

export interface BoardSeen {
  cursor: string;
  district: string;
  enabled: boolean;
  unansweredDays: number;
  entries: Entry[];
  activities: Activity[];
}

export interface BoardFrame {
  boardChanges: { kind: string; cursor: string; board: BoardSeen | null };
}

const PART = 'entryId title organisation { id name }';
export const BOARD_FIELDS = `cursor district enabled unansweredDays entries { id version side kind title words amount place fromDay toDay state
  organisation { id name } postedBy createdAt proposeAt endedAt proposedOn suggestions { entryId reasons words } }
  activities { id version title day state owners { personId name } offer { ${PART} } need { ${PART} } createdAt endedAt }`;
export const BOARD = `query ($district: ID!) { board(district: $district) { ${BOARD_FIELDS} } }`;
export const LIVE_BOARD = `subscription ($district: ID!, $after: String) { boardChanges(district: $district, after: $after) {
  kind cursor board { ${BOARD_FIELDS} } } }`;

const MUTATIONS = {
  postEntry: 'PostEntryInput',
  amendEntry: 'AmendEntryInput',
  closeEntry: 'OnBoardInput',
  joinEntries: 'JoinEntriesInput',
  finishActivity: 'FinishActivityInput',
} as const;
export type BoardMutation = keyof typeof MUTATIONS;

/** The text of the mutation, its answer under the name `board`. */
export const boardDocument = (mutation: BoardMutation) =>
  `mutation ($input: ${MUTATIONS[mutation]}!) { board: ${mutation}(input: $input) { ${BOARD_FIELDS} } }`;

/** Gives the command with a key of its own unless `input` has one. */
export function onBoard(by: Actor, mutation: BoardMutation, input: object): Promise<Answer<{ board: BoardSeen }>> {
  return by.send<{ board: BoardSeen }>(boardDocument(mutation), { input: { key: newId(), ...input } });
}

/** As `onBoard`, for a command that must succeed: the board after it. */
export async function boardAfter(by: Actor, mutation: BoardMutation, input: object): Promise<BoardSeen> {
  return dataOf(await onBoard(by, mutation, input)).board;
}

export async function boardFor(by: Actor, district = 'wlochy'): Promise<BoardSeen> {
  return dataOf(await by.send<{ board: BoardSeen }>(BOARD, { district })).board;
}

/** Chairs that somebody lacks for one evening; override what the test is about. */
export const said = (over: object = {}) => ({
  ...{ side: 'NEED', kind: 'EQUIPMENT', title: 'Krzesła na spotkanie sąsiedzkie', words: null, amount: 40, place: 'Rejonowa 6' },
  ...{ fromDay: '2026-12-10', toDay: '2026-12-10' },
  ...over,
});

export const newEntry = (organisationId: string | null, over: object = {}) => ({
  ...{ id: newId(), district: 'wlochy', organisationId },
  ...said(),
  ...over,
});

/** What suits `newEntry`. */
export const suitable = {
  ...{ side: 'OFFER', title: 'Pożyczymy krzesła', amount: 60, fromDay: '2026-12-01', toDay: '2026-12-31' },
};

/** Who posts, and for whom; for nobody as the district's coordinator. */
interface Poster {
  actor: Actor;
  organisationId: string | null;
}

/** An entry that they posted. */
export async function anEntry({ actor, organisationId }: Poster, over: object = {}): Promise<Entry> {
  const input = newEntry(organisationId, over);
  return entryOf(await boardAfter(actor, 'postEntry', input), input.id);
}

export function entryOf({ entries }: BoardSeen, id: string): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error('this entry is not on the board');
  return found;
}

export function activityOf({ activities }: BoardSeen, id: string): Activity {
  const found = activities.find((activity) => activity.id === id);
  if (!found) throw new Error('this activity is not on the board');
  return found;
}

/** What joins two entries, seen to by this person. */
export const joining = (offerId: string, needId: string, owner: string | null, over: object = {}) => ({
  ...{ id: newId(), offerId, needId, title: 'Spotkanie sąsiedzkie na czterdzieści krzeseł', day: '2026-12-10', owners: [owner] },
  ...over,
});

/** A need and an offer of two members, joined by the one in need, who sees to it. */
export async function anActivity(needing: Member, offering: Member): Promise<{ activity: Activity; need: Entry; offer: Entry }> {
  const need = await anEntry(needing);
  const offer = await anEntry(offering, suitable);
  const input = joining(offer.id, need.id, needing.actor.personId);
  return { activity: activityOf(await boardAfter(needing.actor, 'joinEntries', input), input.id), need, offer };
}

export const coordinatorOf = (world: World, district = 'wlochy') => signIn(world, 'DISTRICT_COORDINATOR', district);

interface MeetingRow {
  district?: string;
  state?: string;
  startsAt?: string;
}

/** A meeting as it is in the database; the board asks only whether it can take proposals. */
export async function plantMeeting(
  world: World,
  by: Actor,
  { district = 'wlochy', state = 'PUBLISHED', startsAt }: MeetingRow = {},
): Promise<string> {
  const id = newId();
  const now = world.clock.now();
  const starts = startsAt ? new Date(startsAt) : new Date(now.getTime() + 40 * 86_400_000);
  await world.orm.em.fork().execute(
    `insert into meeting (id, district, title, place, online, starts_at, ends_at, seats, sign_up_until, state, called_by_id, created_at, published_at,
       cancelled_at, deputy_ids, next_place, started_at, ended_at, sequence, details_version, version)
     values (?, ?, 'Spotkanie Sieci', 'Rejonowa 6/8', false, ?, ?, 30, ?, ?, ?, ?, ?, ?, '{}', 1, ?, ?, 0, 1, 1)`,
    [
      ...[id, district, starts, new Date(starts.getTime() + 5_400_000), starts, state, by.personId, now, state === 'DRAFT' ? null : now],
      ...[state === 'CANCELLED' ? now : null, state === 'ENDED' ? now : null, state === 'ENDED' ? now : null],
    ],
  );
  return id;
}

export interface ItemRow {
  id: string;
  meetingId: string;
  title: string;
  kind: string;
  state: string;
  minutes: number;
  version: number;
}

/** The agenda items of a need. */
export function itemsOf(world: World, entryId: string): Promise<ItemRow[]> {
  return world.orm.em
    .fork()
    .execute<ItemRow[]>(
      'select id, meeting_id as "meetingId", title, kind, state, minutes, version from agenda_item where entry_id = ? order by created_at, id',
      [entryId],
    );
}
