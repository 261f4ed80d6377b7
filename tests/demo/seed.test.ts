import { demoPeople } from '@ww/server/demo/people';
import { seedDemo } from '@ww/server/demo/seed';
import { Secrets } from '@ww/server/platform/secrets';
import { createOrm } from '@ww/server/platform/orm';
import { MODEL } from '@ww/server/model';
import { describe, expect, it } from 'vitest';
import { openSession, resident } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { aRequest } from '../support/requests.ts';
import { SECRET } from '../support/secret.ts';
import { useWorld, type World } from '../support/world.ts';

const secrets = new Secrets(SECRET);
const said: string[] = [];
const seed = (world: World) => seedDemo(world.orm, world.clock, secrets, (what) => said.push(what));
const rows = <T>(world: World, sql: string, params: unknown[] = []) => world.orm.em.fork().execute<T[]>(sql, params);

async function asPerson(world: World, email: string) {
  const [person] = await rows<{ id: string }>(world, 'select id from person where email = ?', [email]);
  if (!person) throw new Error(`nobody has ${email}`);
  return openSession(world, person.id);
}

describe('the demo city', () => {
  const world = useWorld();

  it('has districts that are empty, quiet, waiting and urgent, and a coordinator can go on from there', async () => {
    await seed(world);
    const marta = await asPerson(world, 'marta.zielonka@example.org');
    const { cityCounts } = dataOf(
      await marta.send<{
        cityCounts: { districts: { district: string; open: number; urgent: number; oldestWaitingSince: string | null }[] };
      }>('{ cityCounts { districts { district open urgent oldestWaitingSince } } }'),
    );
    const of = new Map(cityCounts.districts.map((row) => [row.district, row]));
    const minutes = (slug: string) => (world.clock.now().getTime() - Date.parse(of.get(slug)?.oldestWaitingSince ?? '')) / 60_000;

    expect(of.get('wesola')).toMatchObject({ open: 0, urgent: 0, oldestWaitingSince: null });
    expect(of.get('bielany')?.urgent).toBe(0);
    expect(minutes('bielany')).toBeLessThan(60);
    expect(of.get('mokotow')?.urgent).toBe(0);
    expect(minutes('mokotow')).toBeGreaterThan(60);
    expect(of.get('praga-poludnie')?.urgent).toBeGreaterThan(3);
    expect(of.get('wlochy')).toMatchObject({ open: 21, urgent: 4 });

    const [last] = await rows<{ number: number }>(world, `select max(number) as number from help_request where district = 'wlochy'`);
    expect((await aRequest(world, marta)).number).toBe((last?.number ?? 0) + 1);
  });

  it('leaves behind what people using it would have left: versions, steps in order, an entry for each', async () => {
    await seed(world);
    const broken = await rows(
      world,
      `select r.district, r.number, r.version, count(a.*) as steps from help_request r
       left join audit_entry a on a.subject_id = r.id and a.outcome = 'DONE' and a.action not in ('request.reveal', 'task.reveal', 'dispatch.advance')
         and not (a.action = 'offer.answer' and a.reason is not null)
       group by r.id having r.version <> count(a.*) + count(a.*) filter (where a.action = 'request.intake' and a.to_name is not null)`,
    );
    expect(broken).toEqual([]);
    const untimely = await rows(
      world,
      `select r.district, r.number from help_request r join audit_entry a on a.subject_id = r.id
       where a.at < r.created_at or a.at > ? or r.triaged_at < r.created_at or r.accepted_at < r.triaged_at or r.started_at < r.accepted_at or r.closed_at < r.started_at`,
      [new Date(world.clock.now().getTime() + 60_000)],
    );
    expect(untimely).toEqual([]);
    const notes = await rows(
      world,
      'select r.number from request_note n join help_request r on r.id = n.request_id where n.at < r.created_at',
    );
    expect(notes).toEqual([]);
  });

  it('names nobody who lives: numbers that are nobody’s, whole sentences, everyone in the audit trail from the Team or a volunteer', async () => {
    await seed(world);
    const texts = await rows<{ words: string; person_phone: string; reporter_phone: string | null; contact_phone: string | null }>(
      world,
      'select * from request_private',
    );
    expect(texts.length).toBeGreaterThan(300);
    for (const { words, person_phone: own, reporter_phone: reporter, contact_phone: contact } of texts) {
      expect(words).toMatch(/^\p{Lu}.*[.?]$/u);
      expect(words).not.toMatch(/[{}|]/);
      for (const phone of [own, reporter, contact]) if (phone) expect(phone).toMatch(/^\+48(22000\d{4}|500000\d{3})$/);
    }
    const strangers = await rows(
      world,
      `select a.id from audit_entry a where a.outcome = 'DONE' and a.actor_id is not null
       and not exists (select 1 from role_grant g where g.person_id = a.actor_id and (g.scope = a.district or (g.role = 'VOLUNTEER' and a.action in ('offer.answer', 'task.step', 'task.reveal'))))`,
    );
    expect(strangers).toEqual([]);
    const refused = await rows(world, `select id from audit_entry where outcome = 'REFUSED'`);
    expect(refused).toHaveLength(3);
  });

  it('lets a resident follow a request of the public form by its code', async () => {
    await seed(world);
    const [web] = await rows<{ id: string; number: number; district: string }>(
      world,
      `select id, number, district from help_request where channel = 'WEB' limit 1`,
    );
    const code = secrets.requestCode(web?.id ?? '');
    const own = dataOf(
      await resident(world).send<{ ownRequest: object }>('query ($code: String!) { ownRequest(code: $code) { number district } }', {
        code,
      }),
    );
    expect(own.ownRequest).toEqual({ number: web?.number, district: web?.district });
  });

  it('is filled once, though two processes start at the same moment', async () => {
    const other = world.databaseUrl ? await createOrm({ url: world.databaseUrl }, MODEL) : world.orm;
    said.length = 0;
    await Promise.all([seed(world), seedDemo(other, world.clock, secrets, (what) => said.push(what))]);
    if (other !== world.orm) await other.close();
    expect(said).toHaveLength(1);
    const [people] = await rows<{ count: number }>(
      world,
      `select count(*)::int as count from auth.account where "providerId" = 'credential'`,
    );
    expect(people?.count).toBe(demoPeople().length);
  });

  it('leaves alone a database in which anyone has an account', async () => {
    await seed(world);
    const before = await rows(world, 'select count(*)::int as count, max(version) as version from help_request');
    await seed(world);
    expect(await rows(world, 'select count(*)::int as count, max(version) as version from help_request')).toEqual(before);
  });
});
