import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { give } from '../support/commands.ts';
import { everyMutation } from '../support/mutations.ts';
import { aRequest, aSubmitted, CREATE, intake, reveal, SUBMIT } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld, type World } from '../support/world.ts';

const LONG = 'ż'.repeat(10_000);
const person = (over: object) => ({ person: { name: 'Halina Wilga', phone: '22 000 01 34', ...over } });
const address = (over: object) => ({ address: { street: 'Krakowiaków', house: '18', ...over } });

/** What is wrong with an intake, and what is said of it: the field's path, the rule, its limit. */
const INTAKES: [string, (world: World) => object, string, string, number?][] = [
  ['letters for a phone', () => person({ phone: 'dwa dwa zero' }), 'person.phone', 'phone'],
  ['a phone that lacks a digit', () => person({ phone: '22 000 01 3' }), 'person.phone', 'phone'],
  ['a phone that is too long', () => person({ phone: '2'.repeat(41) }), 'person.phone', 'tooLong', 40],
  ['no phone', () => person({ phone: ' ' }), 'person.phone', 'required'],
  ['a wrong phone of the contact', () => ({ contact: { name: 'Ola', phone: '12' } }), 'contact.phone', 'phone'],
  ['no name', () => person({ name: '\u2003' }), 'person.name', 'required'],
  ['a name of 121 characters', () => person({ name: 'a'.repeat(121) }), 'person.name', 'tooLong', 120],
  ['an unknown district', () => ({ district: 'krakow' }), 'district', 'district'],
  ['a district by its name', () => ({ district: 'Włochy' }), 'district', 'district'],
  ['a due time in the past', (world) => ({ due: { to: world.clock.in(-60) } }), 'due.to', 'dueInPast'],
  ['a due time that is now', (world) => ({ due: { to: world.clock.in(0) } }), 'due.to', 'dueInPast'],
  [
    'a window ended before it starts',
    (world) => ({ due: { from: world.clock.in(7_200), to: world.clock.in(3_600) } }),
    'due.to',
    'dueOrder',
  ],
  ['a due time 61 days ahead', (world) => ({ due: { to: world.clock.in(61 * 86_400) } }), 'due.to', 'dueTooFar', 60],
  ['a due time in the year 9999', () => ({ due: { to: '9999-12-31T23:59:59.999Z' } }), 'due.to', 'dueTooFar', 60],
  ['a start in the year 0', (world) => ({ due: { from: '0000-01-01T00:00:00Z', to: world.clock.in(60) } }), 'due.from', 'malformed'],
  ['a text of 10,000 characters', () => ({ words: LONG }), 'words', 'tooLong', 2_000],
  ['no words', () => ({ words: '' }), 'words', 'required'],
  ['a null character', () => ({ words: 'mleko\u0000chleb' }), 'words', 'malformed'],
  ['half of a surrogate pair', () => ({ words: 'mleko \ud83e' }), 'words', 'malformed'],
  ['a null character in a name', () => person({ name: '\u0000a' }), 'person.name', 'malformed'],
  ['a null character in an optional text', () => address({ access: 'a\u0000' }), 'address.access', 'malformed'],
  ['a street of 121 characters', () => address({ street: 'a'.repeat(121) }), 'address.street', 'tooLong', 120],
  ['a house number of 13 characters', () => address({ house: '1'.repeat(13) }), 'address.house', 'tooLong', 12],
  ['a malformed id', () => ({ id: 'x' }), 'id', 'uuid'],
  ['an id with a letter too many', () => ({ id: '0192a0b0-0000-7000-8000-000000000000a' }), 'id', 'uuid'],
  ['a malformed key', () => ({ key: "'; drop table event; --" }), 'key', 'uuid'],
  ['an empty key', () => ({ key: '' }), 'key', 'uuid'],
  ['somebody else without who asks', () => ({ reporterKind: 'SOMEONE_ELSE' }), 'reporter.name', 'required'],
  ['six helpers', () => ({ helpers: Array.from({ length: 6 }, () => 'FAMILY') }), 'helpers', 'tooLong', 5],
];

/** What GraphQL itself refuses: wrong shapes. No field of ours was reached, so none is named. */
const SHAPES: [string, object][] = [
  ['a missing field', { words: undefined }],
  ['null for a field', { district: null }],
  ['a number for a text', { words: 7 }],
  ['a list for a text', { words: ['Chleb'] }],
  ['an object for an id', { id: {} }],
  ['an unknown kind', { kind: 'GARDENING' }],
  ['a kind in small letters', { kind: 'shopping' }],
  ['an unknown field', { priorityy: 'LOW' }],
  ['a text for a list', { helpers: 'EVERYBODY' }],
  ['words for an instant', { due: { to: 'jutro o 14' } }],
  ['an instant without a zone', { due: { to: '2026-11-26T14:00:00' } }],
  ['a day that does not exist', { due: { to: '2026-02-30T12:00:00Z' } }],
];

describe('bad input', () => {
  const world = useWorld();

  it.each(INTAKES)('%s is refused beside its field, on the phone and on the web', async (_what, over, path, rule, limit) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const before = await snapshotOf(world);
    for (const answer of [
      await anna.send(CREATE, { input: intake(world, over(world)) }),
      await resident(world).send(SUBMIT, { input: intake(world, over(world)) }),
    ]) {
      expect(answer.status).toBe(200);
      expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [{ path, rule, ...(limit ? { limit } : {}) }] });
    }
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each(SHAPES)('%s is refused by its shape', async (_what, over) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const before = await snapshotOf(world);
    const answer = await anna.send(CREATE, { input: intake(world, over) });
    expect(answer.status).toBeLessThan(500);
    expect(errorOf(answer)).toEqual({ code: 'INVALID', fields: [] });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('names every wrong field at once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const wrong = { district: 'krakow', words: '', ...person({ name: '', phone: 'x' }), ...address({ house: '' }) };
    expect(
      errorOf(await anna.send(CREATE, { input: intake(world, wrong) }))
        .fields?.map(({ path }) => path)
        .toSorted(),
    ).toEqual(['address.house', 'district', 'person.name', 'person.phone', 'words']);
  });

  it('a null character and a text of 10,000 are refused in notes and corrections too', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna);
    for (const [command, field] of [
      ['note', 'text'],
      ['amend', 'words'],
    ] as const) {
      expect(errorOf(await give(world, anna, command, request, { [field]: 'a\u0000' }))).toEqual({
        code: 'INVALID',
        fields: [{ path: field, rule: 'malformed' }],
      });
      expect(errorOf(await give(world, anna, command, request, { [field]: LONG }))).toEqual({
        code: 'INVALID',
        fields: [{ path: field, rule: 'tooLong', limit: 2_000 }],
      });
    }
  });

  it('mark-up, odd letters and signs are no bad input: they are kept as they are', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    for (const words of [
      '<script>alert(1)</script>',
      `'; drop table help_request; --`,
      '👩‍👩‍👧‍👦 é e\u0301 Ω ﷽ \u202eodwrotnie',
      'a\tb\r\nc\u0001\u007f\ufffe',
      '{{7*7}} ${x} %s \\0 \\u0000',
      'Żółć 🥛'.repeat(200),
    ]) {
      const { id } = await aRequest(world, anna, { words, ...person({ name: words.slice(0, 60) }) });
      expect(await reveal(anna, id)).toMatchObject({ words, person: { name: words.slice(0, 60) } });
    }
  });

  it('a malformed id is refused by every mutation and query that takes one', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, code } = await aSubmitted(world, resident(world));
    for (const [name, { document, input }] of Object.entries(everyMutation(world, { by: anna, id, code }))) {
      for (const field of ['key', 'id', 'grantId', 'assigneeId'].filter((each) => each in input)) {
        for (const value of ['', 'x', '\u0000', `${id}\u0000`, `{${id}}`]) {
          // the public form is limited by address
          if (name === 'submit') world.clock.advance(3_600);
          const { code: answered, fields } = errorOf(await anna.send(document, { input: { ...input, [field]: value } }));
          expect([name, field, value, answered, fields]).toEqual([name, field, value, 'INVALID', [{ path: field, rule: 'uuid' }]]);
        }
      }
    }
    expect(errorOf(await anna.send('query { request(id: "x") { noteCount } }'))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'id', rule: 'uuid' }],
    });
  });

  it('an id in capital letters is the same id', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const input = intake(world);
    const row = await aRequest(world, anna, { ...input, id: input.id.toUpperCase() });
    expect(row.id).toBe(input.id);
    expect(dataOf(await give(world, anna, 'claim', { id: row.id.toUpperCase() })).row.id).toBe(input.id);
  });
});
