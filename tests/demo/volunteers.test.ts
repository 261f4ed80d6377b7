import { demoPeople } from '@ww/server/demo/people';
import { seedDemo } from '@ww/server/demo/seed';
import { Secrets } from '@ww/server/platform/secrets';
import { extremesOf } from '@ww/shared/volunteer/coverage';
import { describe, expect, it, vi } from 'vitest';
import { openSession, type Actor } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { SECRET } from '../support/secret.ts';
import { useWorld, type World } from '../support/world.ts';

const seed = (world: World) => seedDemo(world.orm, world.clock, new Secrets(SECRET), () => undefined);
const rows = <T>(world: World, sql: string, params: unknown[] = []) => world.orm.em.fork().execute<T[]>(sql, params);
const ask = async <T>(by: Actor, document: string, variables: object = {}) => dataOf(await by.send<T>(document, variables));

async function asPerson(world: World, name: string): Promise<Actor> {
  const [person] = await rows<{ id: string }>(world, 'select id from person where display_name = ?', [name]);
  if (!person) throw new Error(`nobody is called ${name}`);
  return openSession(world, person.id);
}

/** What must be nowhere, each with a query that finds it. */
const WRONG: Readonly<Record<string, string>> = {
  'an active task without its request': `select t.id from task t join help_request r on r.id = t.request_id where t.state in ('ACCEPTED', 'ON_THE_WAY')
     and (r.volunteer_id is distinct from t.volunteer_id or r.state <> case t.state when 'ACCEPTED' then 'ACCEPTED' else 'IN_PROGRESS' end)`,
  'a request held by a volunteer without a task': `select r.id from help_request r where r.volunteer_id is not null and r.state in ('ACCEPTED', 'IN_PROGRESS')
     and not exists (select 1 from task t where t.request_id = r.id and t.volunteer_id = r.volunteer_id and t.state in ('ACCEPTED', 'ON_THE_WAY'))`,
  'a done task whose request is not done by them': `select t.id from task t join help_request r on r.id = t.request_id where t.state = 'DONE' and (r.state <> 'DONE' or r.volunteer_id is distinct from t.volunteer_id)`,
  'an offered request whom nobody is asked for': `select r.id from help_request r where r.state = 'OFFERED' and not exists (select 1 from dispatch d join offer o on o.dispatch_id = d.id and o.state = 'OPEN'
     where d.request_id = r.id and d.state = 'RUNNING')`,
  'a search that runs for a request that is not offered, or an open offer of one that is over': `select d.id from dispatch d join help_request r on r.id = d.request_id where d.state = 'RUNNING' and r.state <> 'OFFERED'
     union all select o.id from offer o join dispatch d on d.id = o.dispatch_id where o.state = 'OPEN' and d.state <> 'RUNNING'`,
  'a task without the yes that gave it': `select t.id from task t left join offer o on o.id = t.offer_id where o.state is distinct from 'ACCEPTED' or o.volunteer_id is distinct from t.volunteer_id`,
  'somebody asked later than they know': `select v.id from volunteer v join offer o on o.volunteer_id = v.id where v.last_asked_at is null or v.last_asked_at < o.offered_at`,
  'steps out of order': `select t.id from task t join offer o on o.id = t.offer_id where t.accepted_at < o.offered_at or t.started_at < t.accepted_at or t.ended_at < t.started_at
     or o.expires_at < t.accepted_at`,
  'more tasks than they said they could hold': `select v.id from volunteer v where v.max_open < (select count(*) from task t where t.volunteer_id = v.id and t.state in ('ACCEPTED', 'ON_THE_WAY'))`,
  'an open offer that nobody with an account got': `select o.id from offer o left join volunteer v on v.id = o.volunteer_id where o.state = 'OPEN' and o.pool_id is null and v.person_id is null`,
  'a volunteer without the role': `select v.id from volunteer v where not exists (select 1 from role_grant g where g.person_id = v.person_id
     and g.role = 'VOLUNTEER' and g.scope = v.person_id::text)`,
  'a phone that could be somebody’s': `select volunteer_id from volunteer_private where phone !~ '^\\+48500000\\d{3}$' or email !~ '@example\\.org$'`,
};

describe('the demo city’s volunteers', () => {
  const world = useWorld();

  it.for([
    ['at noon', '2026-11-26T11:00:00.000Z'],
    ['in the night', '2026-11-24T02:10:00.000Z'],
    ['late on a Saturday', '2026-11-28T21:40:00.000Z'],
    ['in the night in which the clocks go back', '2026-10-25T00:40:00.000Z'],
  ] as const)('agree with its requests when it is filled %s', async ([, at]) => {
    world.clock.set(at);
    await seed(world);
    for (const [what, sql] of Object.entries(WRONG)) expect([what, await rows(world, sql)]).toEqual([what, []]);
    const now = world.clock.now();
    const late = await rows(world, `select id from dispatch where state = 'RUNNING' and next_at <= ?`, [now]);
    expect(late).toEqual([]);
    const [duty] = await rows<{ count: number; city: number }>(
      world,
      `select count(*) filter (where 'wlochy' = any (districts))::int as count, count(*)::int as city from volunteer
       where duty_until > ?::timestamptz + interval '30 minutes' and duty_until <= ?::timestamptz + interval '16 hours'`,
      [now, now],
    );
    expect(duty?.count).toBeGreaterThanOrEqual(4);
    expect(duty?.city).toBeGreaterThanOrEqual(20);
    const beyond = await rows(
      world,
      `select v.id from volunteer v where duty_until is not null and exists (select 1 from volunteer_absence a
         where a.volunteer_id = v.id and (?::timestamptz at time zone 'Europe/Warsaw')::date between a.from_day and a.to_day)`,
      [now],
    );
    expect(beyond).toEqual([]);
  });

  it('are of every sort that dispatch has to tell apart, and only the demo’s own people sign in with a password', async () => {
    await seed(world);
    const [found] = await rows<Record<string, number>>(
      world,
      `select count(*)::int as all, count(*) filter (where district = 'wlochy')::int as wlochy,
         count(*) filter (where adult_on > $1 and guardian_consent_on is null)::int as "withoutConsent",
         count(*) filter (where adult_on > $1 and guardian_consent_on is not null)::int as "withConsent",
         count(*) filter (where since < $1 - 30 and agreement_on is null)::int as "withoutAgreement",
         count(*) filter (where since >= $1 - 30 and insured_until < $1)::int as "insuranceOver",
         count(*) filter (where since >= $1 - 30 and insured_until between $1 and $1 + 3)::int as "insuranceEnds",
         count(*) filter (where last_asked_at is null)::int as "neverAsked",
         count(*) filter (where organisation_id is null)::int as "ofDistrict",
         count(*) filter (where exists (select 1 from volunteer_absence a where a.volunteer_id = v.id and $1 between from_day and to_day))::int as away,
         count(*) filter (where district = 'wlochy' and max_open <= (select count(*) from task t where t.volunteer_id = v.id and t.state in ('ACCEPTED', 'ON_THE_WAY')))::int as "atLimit",
         count(*) filter (where 'UK' = any (languages))::int as ukrainian
       from volunteer v`.replaceAll('$1', `'2026-11-26'::date`),
    );
    const { all = 0, wlochy = 0, ...sorts } = found ?? {};
    expect(all).toBeGreaterThanOrEqual(240);
    expect(wlochy).toBeGreaterThanOrEqual(55);
    for (const [sort, count] of Object.entries(sorts)) expect(`${sort} ${String(count > 0)}`).toBe(`${sort} true`);

    const passwords = await rows<{ email: string }>(world, `select u.email from auth.account a join auth."user" u on u.id = a."userId"`);
    expect(passwords.map(({ email }) => email).toSorted()).toEqual(
      demoPeople()
        .map(({ email }) => email)
        .toSorted(),
    );
    const [organisations] = await rows<{ count: number }>(world, 'select count(*)::int as count from organisation');
    expect(organisations?.count).toBeGreaterThanOrEqual(12);
    expect(organisations?.count).toBeLessThanOrEqual(20);
  });

  it('leave some districts short and others with people to spare; where the visitor looks, both', async () => {
    await seed(world);
    type Cells = ({ supply: number; demand: number } | null)[];
    const marta = await asPerson(world, 'Marta Zielonka');
    const { coverage } = await ask<{
      coverage: { halves: { day: string; half: string }[]; rows: { district: string; onDuty: number; cells: Cells }[] };
    }>(marta, '{ coverage { halves { day half } rows { district onDuty cells { supply demand } } } }');
    const cellsOf = (slug: string) => coverage.rows.find(({ district }) => district === slug)?.cells ?? [];
    const balances = (slug: string) => cellsOf(slug).flatMap((cell) => (cell ? [cell.supply - cell.demand] : []));
    const { worst, best } = extremesOf(cellsOf('wlochy'));
    expect(coverage.halves[worst ?? -1]).toEqual({ day: '2026-11-26', half: 'AFTERNOON' });
    expect(balances('wlochy')[0]).toBe(-3);
    expect(coverage.halves[best ?? -1]).toEqual({ day: '2026-11-28', half: 'MORNING' });
    expect(Math.max(...balances('wlochy'))).toBe(6);
    expect(Math.min(...balances('praga-poludnie'))).toBeLessThanOrEqual(-3);
    expect(Math.max(...balances('praga-poludnie'))).toBeLessThanOrEqual(1);
    for (const slug of ['wesola', 'wilanow']) expect(Math.min(...balances(slug))).toBeGreaterThanOrEqual(1);
  });

  it('have timers for what is asked and for each duty, and events that name nobody', async () => {
    await seed(world);
    const counted = async (queue: string) => {
      const [row] = await rows<{ count: number }>(world, 'select count(*)::int as count from jobs.job where name = ?', [queue]);
      return row?.count ?? 0;
    };
    const [running] = await rows<{ count: number }>(world, `select count(*)::int as count from dispatch where state = 'RUNNING'`);
    const [onDuty] = await rows<{ count: number }>(world, `select count(*)::int as count from volunteer where duty_until is not null`);
    await vi.waitFor(async () => {
      const jobs = await rows<{ id: string }>(
        world,
        `select d.id from dispatch d join jobs.job j on j.id = d.timer_id and j.start_after = d.next_at`,
      );
      expect(jobs).toHaveLength(running?.count ?? -1);
      expect(await counted('duty-end')).toBeGreaterThanOrEqual(onDuty?.count ?? Infinity);
    }, 15_000);
    const events = await rows<{ topic: string; scope: string | null }>(world, 'select distinct topic, scope from event');
    expect(events.length).toBeGreaterThan(3);
    for (const { topic, scope } of events) {
      expect(['board', 'dispatch', 'duty']).toContain(topic);
      if (scope !== null) expect(scope).toMatch(/^[a-z-]+$/);
    }
  });
});

describe('the pages of the demo people', () => {
  const world = useWorld();

  it('show the volunteer a question, two tasks of today, one that is done, and her hours', async () => {
    await seed(world);
    const kinga = await asPerson(world, 'Kinga Jaskółka');
    const { myDay, myHours, myAvailability } = await ask<{
      myDay: {
        dutyUntil: string | null;
        offers: { state: string; expiresAt: string }[];
        tasks: { state: string; fromAt: string; endedAt: string | null }[];
        tally: { weekMinutes: number; totalMinutes: number };
      };
      myHours: { minutes: number }[];
      myAvailability: { dutyUntil: string | null };
    }>(
      kinga,
      `{ myDay { dutyUntil offers { state expiresAt } tasks { state fromAt endedAt } tally { weekMinutes totalMinutes } }
         myHours { minutes } myAvailability { dutyUntil } }`,
    );
    expect(Date.parse(myDay.dutyUntil ?? '')).toBeGreaterThan(world.clock.now().getTime());
    expect(myAvailability.dutyUntil).toBe(myDay.dutyUntil);
    expect(myDay.offers.map(({ state }) => state)).toEqual(['OPEN']);
    expect(myDay.tasks.map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED', 'DONE']);
    for (const { fromAt } of myDay.tasks) expect(fromAt.slice(0, 10)).toBe('2026-11-26');
    expect(myHours.length).toBeGreaterThanOrEqual(4);
    expect(myDay.tally.totalMinutes).toBe(myHours.reduce((sum, { minutes }) => sum + minutes, 0));
  });

  it('show the organisation’s coordinator her own, with a question to her pool', async () => {
    await seed(world);
    const natalia = await asPerson(world, 'Natalia Pliszka');
    const { myOrganisations } = await ask<{
      myOrganisations: { row: { id: string; name: string }; volunteers: number; coordinators: string[] }[];
    }>(natalia, '{ myOrganisations { row { id name } volunteers coordinators } }');
    expect(myOrganisations).toMatchObject([
      { row: { name: 'Fundacja Kładka' }, coordinators: expect.arrayContaining(['Natalia Pliszka']) as string[] },
    ]);
    const organisation = myOrganisations[0]?.row.id;
    const seen = await ask<{ rosterOfOrganisation: { rows: { volunteer: { displayName: string } }[] }; poolOffers: { state: string }[] }>(
      natalia,
      'query ($organisation: ID!) { rosterOfOrganisation(organisation: $organisation) { rows { volunteer { displayName } } } poolOffers(organisation: $organisation) { state } }',
      { organisation },
    );
    const names = seen.rosterOfOrganisation.rows.map(({ volunteer }) => volunteer.displayName);
    expect(names).toHaveLength(myOrganisations[0]?.volunteers ?? -1);
    expect(names).toContain('Kinga Jaskółka');
    expect(seen.poolOffers).toMatchObject([{ state: 'OPEN' }]);
  });

  it('show the Team whom a request can be offered to, and whose gate is shut', async () => {
    await seed(world);
    const anna = await asPerson(world, 'Anna Kruk');
    const { queue, roster } = await ask<{ queue: { rows: { id: string; state: string }[] }; roster: { rows: { id: string }[] } }>(
      anna,
      '{ queue(district: "wlochy") { rows { id state } } roster(district: "wlochy") { rows { id } } }',
    );
    expect(roster.rows.length).toBeGreaterThanOrEqual(55);
    const waiting = queue.rows.find(({ state }) => state === 'TRIAGED' || state === 'NEW');
    const { candidates } = await ask<{
      candidates: { fit: number; total: number; candidates: { failed: { gate: string }[]; isFit: boolean }[] };
    }>(anna, 'query ($id: ID!) { candidates(requestId: $id) { fit total candidates { failed { gate } isFit } } }', { id: waiting?.id });
    expect(candidates.fit).toBeGreaterThan(0);
    expect(candidates.total).toBeGreaterThan(candidates.fit);
    const gates = new Set(candidates.candidates.flatMap(({ failed }) => failed.map(({ gate }) => gate)));
    expect(gates.size).toBeGreaterThan(2);
    const offered = queue.rows.find(({ state }) => state === 'OFFERED');
    const { dispatchLog } = await ask<{ dispatchLog: { dispatches: { state: string; offers: { state: string }[] }[] } }>(
      anna,
      'query ($id: ID!) { dispatchLog(requestId: $id) { dispatches { state offers { state } } } }',
      { id: offered?.id },
    );
    expect(dispatchLog.dispatches[0]?.state).toBe('RUNNING');
    expect(dispatchLog.dispatches[0]?.offers.some(({ state }) => state === 'OPEN')).toBe(true);
  });
});
