import { newId } from '@ww/shared/id';
import { beforeEach, describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { done } from '../support/commands.ts';
import { OWN_REQUEST } from '../support/own.ts';
import { plant } from '../support/plant.ts';
import { aSubmitted, ROW } from '../support/requests.ts';
import { statementsOf } from '../support/statements.ts';
import { useWorld, type World } from '../support/world.ts';

/** Our own tables; the log is also read by what runs in the background. */
const OURS = /\b(help_request|request_private|request_note|role_grant|person|audit_entry|invitation|rate_bucket|auth\.session)\b/;

/** Statements of each screen's query: pinned, and the same for two rows and for thirty more. */
const SCREENS: [string, number, 'TEAM_MEMBER' | 'CITY_ANALYST' | 'AUDITOR' | 'DISTRICT_COORDINATOR' | null, string][] = [
  ['queue', 3, 'TEAM_MEMBER', `query { queue(district: "wlochy") { total rows { ${ROW} } } }`],
  ['closedToday', 2, 'TEAM_MEMBER', `query { closedToday(district: "wlochy") { ${ROW} } }`],
  ['request', 4, 'TEAM_MEMBER', `query ($id: ID!) { request(id: $id) { row { ${ROW} } hasReporter noteCount history { action byName } } }`],
  ['findRequest', 2, 'TEAM_MEMBER', `query { findRequest(district: "wlochy", number: 1) { ${ROW} } }`],
  ['colleagues', 2, 'TEAM_MEMBER', 'query { colleagues(district: "wlochy") { displayName openTasks } }'],
  ['deskFigures', 3, 'TEAM_MEMBER', 'query { deskFigures(district: "wlochy") { open medianMinutesToClaim } }'],
  ['cityCounts', 2, 'CITY_ANALYST', 'query { cityCounts { districts { open suppressed } } }'],
  ['auditTrail', 2, 'AUDITOR', 'query { auditTrail { entries { action actorName } } }'],
  ['team', 2, 'DISTRICT_COORDINATOR', 'query { team(district: "wlochy") { displayName } }'],
  ['invitations', 2, 'DISTRICT_COORDINATOR', 'query { invitations(district: "wlochy") { name } }'],
  ['mySessions', 2, 'TEAM_MEMBER', 'query { mySessions { device } }'],
  ['me', 1, 'TEAM_MEMBER', 'query { me { displayName grants { role } } }'],
  ['ownRequest', 3, null, OWN_REQUEST],
  ['districts', 0, null, 'query { districts { name } }'],
];

/** Without the event that a letter would follow, whose sending reads our tables too. */
const invite = (world: World) =>
  world.orm.em
    .fork()
    .execute(
      `insert into invitation (id, name, email, district, role, invited_at, expires_at) values (?, 'Kasia', 'kasia@example.org', 'wlochy', 'TEAM_MEMBER', ?, ?)`,
      [newId(), world.clock.now(), world.clock.now()],
    );

describe('SQL statements of a screen', () => {
  const world = useWorld();
  beforeEach(() => world.orm.em.fork().execute('delete from jobs.job'));

  it.each(SCREENS)('%s: %i, however many rows there are', async (_name, expected, role, query) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, code } = await aSubmitted(world, resident(world));
    const by = role ? await signIn(world, role, role === 'CITY_ANALYST' || role === 'AUDITOR' ? null : 'wlochy') : resident(world);
    const grow = async (rows: number) => {
      const states = ['NEW', 'ACCEPTED', 'DONE', 'IN_PROGRESS'] as const;
      await plant(
        world,
        Array.from({ length: rows }, (_, at) => ({ assigneeId: marta.personId ?? '', state: states[at % 4] ?? 'NEW' })),
      );
      for (let more = 0; more < rows / 10; more++) {
        await done(world, marta, 'note', { id });
        await invite(world);
        await signIn(world, 'TEAM_MEMBER', 'wlochy');
      }
    };
    await grow(2);
    const few = await statementsOf(world, OURS, by, query, { id, code });
    await grow(30);
    expect([few, await statementsOf(world, OURS, by, query, { id, code })]).toEqual([expected, expected]);
  });
});
