import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { aVolunteer, newcomer, profile, tell, told } from '../support/volunteers.ts';
import { useWorld, type World } from '../support/world.ts';

const REACHED = { email: 'kanarkowa.pliszka@example.org', phone: '22 000 71 34' };
const SECRET = /kanarkowa|22\s?000\s?71\s?34/i;
const NAME = /Dobrawa/;

/** What is kept or sent beside the tables that may hold it. */
async function writtenElsewhere(world: World, tables: string[]): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) parts.push(JSON.stringify(await world.orm.em.fork().execute(`select t::text from ${table} t`)));
  return parts.join('\n').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'uuid');
}

describe('how a volunteer is reached', () => {
  const world = useWorld();

  it('is in no event, audit entry, key, job, log or frame, refusals and mistakes included; the name in no event, key, job or log', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const socket = await LiveClient.open(world, anna);
    const live = socket.subscribe(
      `subscription { rosterChanges(district: "wlochy") { kind id row { volunteer { displayName hasAccount contact } } } }`,
    );
    const person = { name: 'Dobrawa Pliszka', ...REACHED };
    const { id } = await aVolunteer(marta, { ...person, invite: true });
    await told(marta, 'amendVolunteer', { id, version: 1, ...profile(person) });
    await told(marta, 'inviteVolunteer', { id });
    await told(marta, 'setDuty', { id, until: world.clock.in(600) });
    await tell(anna, 'amendVolunteer', { id, version: 4, ...profile(person) });
    await tell(marta, 'addVolunteer', newcomer({ ...person, invite: true }));
    await tell(marta, 'addVolunteer', newcomer({ ...person, unknown: REACHED.phone }));
    const revealed = await told(anna, 'revealVolunteer', { id, reason: 'CALL_BACK' });
    const read = dataOf(
      await anna.send<object>(
        `query ($id: ID!) { roster(district: "wlochy") { rows { volunteer { displayName contact hasAccount invitedAt } } } volunteerDetail(id: $id) { hasEmail hasPhone pools { id } } }`,
        { id },
      ),
    );
    const frames = JSON.stringify(await live.take(4));

    const quiet = `${await writtenElsewhere(world, ['event', 'command_key', 'rate_bucket'])}${world.logs.join('\n')}`;
    const jobs = await writtenElsewhere(world, ['jobs.job']);
    expect(quiet).toContain('volunteer.write');
    expect(quiet).not.toMatch(NAME);
    for (const written of [quiet, jobs, frames, JSON.stringify(read), await writtenElsewhere(world, ['audit_entry'])])
      expect(written).not.toMatch(SECRET);
    // and looking for it means something
    expect(JSON.stringify(revealed)).toMatch(/kanarkowa/);
    await told(marta, 'endVolunteer', { id });
    socket.close();
  });
});
