import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { done, give, requestIn } from '../support/commands.ts';
import { LiveClient } from '../support/live-client.ts';
import { LIVE_QUEUE, type QueueFrame } from '../support/live-queue.ts';
import { giveOwn, ownRequest } from '../support/own.ts';
import { aRequest, aSubmitted, intake, reveal, ROW, SUBMIT } from '../support/requests.ts';
import { useWorld, type World } from '../support/world.ts';

/** Words that occur nowhere but in what people say about themselves. */
const PEOPLE = {
  reporterKind: 'SOMEONE_ELSE',
  words: 'Kanarkowe mydło dla Halinki',
  person: { name: 'Halszka Kanarek', phone: '22 000 71 34' },
  reporter: { name: 'Zbyszko Gawron', phone: '22 000 71 35' },
  contact: { name: 'Dobrawa Pliszka', phone: '22 000 71 36' },
  address: { street: 'Słowikowa', house: '91B87', flat: '77C4', access: 'Kod bramy 5K443' },
};
const NOTE = 'Klucz pod wycieraczką';
const SECRET = /Kanar|Halink|Halszk|Zbyszko|Gawron|Dobrawa|Pliszk|2200071|000 71|Słowikow|91B87|77C4|bramy|5K443|wycieraczk/i;

const LOGGED = ['event', 'audit_entry', 'command_key', 'presence', 'rate_bucket', 'jobs.job'];

async function writtenElsewhere(world: World): Promise<string> {
  const parts: string[] = [];
  for (const table of LOGGED) parts.push(JSON.stringify(await world.orm.em.fork().execute(`select t::text from ${table} t`)));
  return [...parts, ...world.logs].join('\n').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'uuid');
}

describe('personal data', () => {
  const world = useWorld();

  it('is in no event, audit entry, key, job or log after a whole life of requests, refusals and mistakes included', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    const halina = resident(world);
    const called = await aRequest(world, anna, { ...PEOPLE, assignTo: anna.personId });
    await done(world, anna, 'note', called, { text: NOTE });
    const amended = await done(
      world,
      anna,
      'amend',
      { id: called.id, version: called.version + 1 },
      { ...PEOPLE, reporterKind: undefined, reporter: undefined },
    );
    await done(world, anna, 'start', amended);
    await done(world, anna, 'finish', amended);
    await reveal(anna, called.id);
    await give(world, anna, 'claim', called);
    for (const command of ['claim', 'note', 'amend'] as const)
      await give(world, ewa, command, called, command === 'note' ? { text: NOTE } : {});
    const submitted = await aSubmitted(world, halina, PEOPLE);
    await giveOwn(world, halina, 'amend', submitted.code, { words: PEOPLE.words });
    await giveOwn(world, halina, 'withdraw', submitted.code);
    await halina.send(SUBMIT, { input: intake(world, { ...PEOPLE, district: 'krakow' }) });
    await halina.send(SUBMIT, { input: intake(world, { ...PEOPLE, due: { to: PEOPLE.words } }) });
    await halina.send(SUBMIT, { input: { ...intake(world, PEOPLE), unknown: PEOPLE.words } });

    const written = await writtenElsewhere(world);
    expect(written).toContain('request.withdraw-own');
    expect(written).not.toMatch(SECRET);
    expect(written).not.toContain(submitted.code);
    // and the same words are found where they belong, so that looking for them means something
    expect(JSON.stringify(await reveal(anna, called.id))).toMatch(/Kanarek.*Gawron.*Pliszka.*Słowikowa.*bramy/);
  });

  it('is in no log when the database fails in the middle of writing it', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna, PEOPLE);
    const em = world.orm.em.fork();
    await em.execute('alter table request_note rename to request_note_away');
    await em.execute(`alter table request_private add constraint never check (person_name not like 'Halszka%') not valid`);
    try {
      for (const answer of [
        await give(world, anna, 'note', request, { text: NOTE }),
        await anna.send(SUBMIT, { input: intake(world, PEOPLE) }),
      ]) {
        expect(answer).toMatchObject({
          data: null,
          errors: [{ message: 'INTERNAL', extensions: { code: 'INTERNAL', requestId: expect.any(String) as string } }],
        });
        const { requestId } = answer.errors?.[0]?.extensions ?? {};
        expect(JSON.stringify(answer)).not.toMatch(SECRET);
        expect(world.logs.filter((line) => line.includes('unexpected error') && line.includes(requestId ?? '?'))).toHaveLength(1);
      }
    } finally {
      await em.execute('alter table request_note_away rename to request_note');
      await em.execute('alter table request_private drop constraint never');
    }
    expect(world.logs.join('\n')).toMatch(/unexpected error/);
    expect(world.logs.join('\n').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'uuid')).not.toMatch(SECRET);
  });

  it('is in nothing that staff read without a reveal, and in nothing that crosses a socket', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const socket = await LiveClient.open(world, anna);
    const halina = resident(world);
    const submitted = await aSubmitted(world, halina, PEOPLE);
    const cursor = (await ownRequest(halina, submitted.code)).cursor;
    const [queue, own] = [
      socket.subscribe<QueueFrame>(LIVE_QUEUE.replace(/row \{.*?\}/, `row { ${ROW} }`), { district: 'wlochy', after: cursor }),
      socket.subscribe(
        `subscription ($code: String!, $after: String) { ownRequestChanges(code: $code, after: $after) { kind cursor steps { number state version dueTo } } }`,
        { code: submitted.code, after: cursor },
      ),
    ];
    await requestIn(world, 'DONE', anna, PEOPLE);
    await done(world, anna, 'note', submitted, { text: NOTE });
    await giveOwn(world, halina, 'amend', submitted.code, { version: 2, words: PEOPLE.words });
    const frames = [await queue.take(5), await own.take(2)];

    const document = `query ($id: ID!) { queue(district: "wlochy") { rows { ${ROW} } } closedToday(district: "wlochy") { ${ROW} } findRequest(district: "wlochy", number: 1) { ${ROW} }
      request(id: $id) { row { ${ROW} } reporterKind informed helpers hasReporter hasContact noteCount undoableUntil history { action byName at reason toName } }
      colleagues(district: "wlochy") { displayName } deskFigures(district: "wlochy") { open } cityCounts { districts { open } } }`;
    const read = dataOf(await anna.send<object>(document, { id: submitted.id }));
    expect(read).toMatchObject({ request: { hasReporter: true, hasContact: true, noteCount: 1 }, findRequest: { id: submitted.id } });
    expect(JSON.stringify([frames, read]).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'uuid')).not.toMatch(SECRET);
    socket.close();
  });

  it('is offered by no type of the schema but the revealed one and the resident’s own', () => {
    const printed = Object.values(world.app.schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const personal = printed.flatMap((type) =>
      'getFields' in type && !type.name.endsWith('Input') ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    // what a Network agrees on, gives out and posts on its board is for everybody in it to read
    const network = /^(ActionView|ArrangementView|BoardEntryView|BoardSuggestion|MinutesActionView|MinutesArrangementView)\./;
    const others = personal.filter((field) => !network.test(field));
    expect(others.filter((field) => /\.(words|phone|street|house|flat|access|notes|text|code)$/.test(field)).toSorted()).toEqual([
      'AddressData.access',
      'AddressData.flat',
      'AddressData.house',
      'AddressData.street',
      // a word of a closed list
      'CandidateReason.code',
      'DemoMail.text',
      // of a house, not of a person
      'HouseRulesView.text',
      'NoteData.text',
      'OwnRequest.words',
      'PersonData.phone',
      // a place's own number
      'PlaceLine.phone',
      'PlaceView.phone',
      'RevealedBooking.phone',
      'RevealedBooking.words',
      'RevealedMember.phone',
      'RevealedRequest.notes',
      'RevealedRequest.words',
      'RevealedTask.words',
      'RevealedVolunteer.phone',
      'Submitted.code',
      'VisitorBooking.code',
    ]);
  });
});
