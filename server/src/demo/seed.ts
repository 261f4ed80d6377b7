import 'reflect-metadata';
import { DISTRICT_SLUGS } from '@ww/shared/district';
import { newId } from '@ww/shared/id';
import type { Clock } from '../platform/clock.ts';
import type { Em, Orm } from '../platform/orm.ts';
import type { Secrets } from '../platform/secrets.ts';
import { Bench } from './bench.ts';
import type { Team } from './desk.ts';
import { fatesOf } from './fates.ts';
import { asColumns, insertRows } from './insert-rows.ts';
import { live } from './lives.ts';
import { finishRoster } from './finish-roster.ts';
import { inventOrganisations, type DemoOrganisation } from './organisations.ts';
import { askAgain } from './regulars.ts';
import { inventRoster } from './roster.ts';
import { seedOrganisations, seedSearches, seedVolunteers } from './seed-volunteers.ts';
import { LOADS } from './loads.ts';
import { seedNetwork } from './network/seed-network.ts';
import { inventPlaces, seedPlaces } from './place/seed-places.ts';
import { createDice, type Dice } from './random.ts';
import { seedPeople, type SeededPerson } from './seed-people.ts';
import type { Story } from './story.ts';
import { addRefusals } from './refusals.ts';

const SEED = 20_200_330;
/** One process fills the database; another that starts at the same time waits, and then finds it filled. */
const SEED_LOCK = 4_418;

/** Fills an empty database with invented people and a believable city. Does nothing where anyone has an account. */
export async function seedDemo(orm: Orm, clock: Clock, secrets: Secrets, say: (what: string) => void): Promise<void> {
  if (await isInhabited(orm.em.fork())) return;
  const filled = await orm.em.fork().transactional(async (own) => {
    const em = own as Em;
    await em.execute('select pg_advisory_xact_lock(?)', [SEED_LOCK]);
    if (await isInhabited(em)) return null;
    const dice = createDice(SEED);
    const now = clock.now();
    const organisations = inventOrganisations(now);
    const places = inventPlaces(now);
    const scopes = [
      ...organisations.map(({ key, id }) => [key ?? id, id] as const),
      ...places.map(({ id, data }) => [data.slug, id] as const),
    ];
    const people = await seedPeople(em, dice, new Map(scopes), now);
    const volunteers = inventRoster(dice, people, organisations, now);
    const bench = new Bench(dice, volunteers, people.find(({ role }) => role === 'VOLUNTEER')?.id ?? null, now);
    const stories = DISTRICT_SLUGS.flatMap((district) => storiesOf(dice, district, { people, bench, organisations }, now));
    addRefusals(stories, people, now);
    finishRoster(dice, volunteers, organisations, stories, now);
    await seedOrganisations(em, organisations, now);
    await seedVolunteers(em, volunteers, people, now);
    await seedNetwork(em, organisations, people, now);
    await seedPlaces(em, places, { organisations, people }, secrets);
    await write(em, stories, secrets);
    await seedSearches(em, stories, volunteers, now);
    return { people, volunteers, stories };
  });
  if (!filled) return;
  const { people, volunteers, stories } = filled;
  say(`demo: ${String(people.length)} invented people, ${String(volunteers.length)} volunteers and ${String(stories.length)} requests`);
}

async function isInhabited(em: Em): Promise<boolean> {
  const found = await em.execute<unknown[]>('select 1 from person limit 1');
  return found.length > 0;
}

interface Cast {
  people: readonly SeededPerson[];
  bench: Bench;
  organisations: readonly DemoOrganisation[];
}

/** The requests of a district, numbered as they came. */
function storiesOf(dice: Dice, district: string, { people, bench, organisations }: Cast, now: Date): Story[] {
  const load = LOADS[district];
  if (!load) return [];
  const staff = people.filter(({ role, scope }) => scope === district && (role === 'TEAM_MEMBER' || role === 'DISTRICT_COORDINATOR'));
  // The pool of the demo's own organisation is asked, so that its coordinator has something to answer.
  const pools = organisations.flatMap(({ key, district: home, pools: own }) => (key && home === district ? own.map(({ id }) => id) : []));
  const team: Team = { desk: [...staff], open: [...staff], closed: [...staff], bench, pools };
  const stories = fatesOf(dice, load, now).map((fate, index) => {
    const story = live(dice, district, team, fate, now);
    story.request.number = load.firstNumber + index;
    return story;
  });
  askAgain(dice, stories);
  return stories;
}

async function write(em: Em, stories: readonly Story[], secrets: Secrets): Promise<void> {
  const last = Map.groupBy(stories, ({ request }) => request.district);
  const counters = [...last].map(([district, own]) => ({ district, last: Math.max(...own.map(({ request }) => request.number)) }));
  await em.execute(
    'update district_counter c set last = v.last from jsonb_to_recordset(?::jsonb) as v (district text, last int) where c.district = v.district',
    [JSON.stringify(counters)],
  );
  await insertRows(
    em,
    'help_request',
    stories.map((story) => requestRow(story, secrets)),
  );
  await insertRows(
    em,
    'request_private',
    stories.map(({ request, texts }) =>
      asColumns({ requestId: request.id, ownWords: request.channel === 'WEB' ? texts.words : null, ...texts }),
    ),
  );
  await insertRows(
    em,
    'request_note',
    stories.flatMap(({ request, notes }) =>
      notes.map((note) => asColumns({ id: newId(note.at.getTime()), requestId: request.id, ...note })),
    ),
  );
  await insertRows(em, 'audit_entry', stories.flatMap(auditRows));
}

function requestRow({ request }: Story, secrets: Secrets): Record<string, unknown> {
  const { assigneeName: _assignee, changedByName: _changer, undo: _undo, ...row } = request;
  return asColumns({ ...row, codeHash: request.channel === 'WEB' ? secrets.codeHash(secrets.requestCode(request.id)) : null });
}

function auditRows({ request, entries }: Story): Record<string, unknown>[] {
  const about = { subjectType: 'request', subjectId: request.id, subjectLabel: String(request.number), district: request.district };
  return entries.map(({ actor, at, ...entry }) => {
    const ids = { id: newId(at.getTime()), requestId: newId(at.getTime()) };
    return asColumns({ ...ids, ...about, ...entry, at, actorId: actor?.id ?? null, actorName: actor?.displayName ?? null });
  });
}
