import { ERROR_CODES, FIELD_RULES } from '@ww/shared/error-codes';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { everyMutation } from '../support/mutations.ts';
import { post } from '../support/raw.ts';
import { aSubmitted } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('bad input of queries and of HTTP', () => {
  const world = useWorld();

  const strange = ['\u0000', '', 'krakow', 'wlochy\u0000', `' or 1=1`, 'WLOCHY'];
  it.each(['AUDITOR', 'ADMIN', 'CITY_ANALYST', 'TEAM_MEMBER'] as const)(
    'no query answers %s with INTERNAL, whatever stands for a district, an id or a page',
    async (role) => {
      const by = await signIn(world, role, role === 'TEAM_MEMBER' ? 'wlochy' : null);
      const afters = [
        '',
        'x',
        Buffer.from(`2026-01-01T00:00:00.000Z|${'-'.repeat(36)}`).toString('base64url'),
        Buffer.from('+275760-09-13T00:00:00.000Z|0192a0b0-0000-7000-8000-000000000000').toString('base64url'),
        '\u0000',
      ];
      const asked: [string, object][] = [
        ...strange.map((district) => ['query ($district: ID!) { queue(district: $district) { total } }', { district }] as [string, object]),
        ...['closedToday', 'colleagues', 'team', 'invitations', 'deskFigures'].flatMap((field) =>
          strange.map((district): [string, object] => [
            `query ($district: ID!) { ${field}(district: $district) { __typename } }`,
            { district },
          ]),
        ),
        ...strange.map((id): [string, object] => ['query ($id: ID!) { request(id: $id) { noteCount } }', { id }]),
        ...strange.map((text): [string, object] => ['query ($text: String!) { ownRequest(code: $text) { number } }', { text }]),
        ...strange.map((text): [string, object] => ['query ($text: String!) { invitation(token: $text) { name } }', { text }]),
        ...afters.flatMap((after): [string, object][] => [
          ['query ($after: String) { queue(district: "wlochy", after: $after) { total } }', { after }],
          ['query ($after: String) { auditTrail(after: $after) { next } }', { after }],
        ]),
        ...strange.flatMap((text) =>
          ['district', 'action', 'person'].map((field): [string, object] => [
            'query ($filter: AuditFilter) { auditTrail(filter: $filter) { next } }',
            { filter: { [field]: text } },
          ]),
        ),
        ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'].flatMap((at) =>
          ['from', 'to'].map((field): [string, object] => [
            'query ($filter: AuditFilter) { auditTrail(filter: $filter) { next } }',
            { filter: { [field]: at } },
          ]),
        ),
        ...[0, -1, 2_147_483_647, -2_147_483_648].flatMap((first): [string, object][] => [
          ['query ($first: Int) { queue(district: "wlochy", first: $first) { total } }', { first }],
          ['query ($first: Int) { auditTrail(first: $first) { next } }', { first }],
          ['query ($first: Int!) { findRequest(district: "wlochy", number: $first) { id } }', { first }],
        ]),
      ];
      for (const [query, variables] of asked) {
        const answer = await by.send(query, variables);
        expect([query, variables, answer.status < 500]).toEqual([query, variables, true]);
        for (const { extensions } of answer.errors ?? []) {
          const answered = { query, variables, code: extensions.code };
          expect(answered).toEqual({ ...answered, code: expect.not.stringContaining('INTERNAL') as string });
          expect(ERROR_CODES).toContain(extensions.code);
          for (const { rule } of extensions.fields ?? []) expect(FIELD_RULES).toContain(rule);
        }
      }
    },
  );

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a batch', '[{"query":"{ me { email } }"},{"query":"{ me { email } }"}]'],
    ['no query', '{}'],
    ['a query that is no text', '{"query":7}'],
    ['a query that is no GraphQL', '{"query":"select 1"}'],
    ['variables that are no object', '{"query":"{ me { email } }","variables":[1]}'],
    ['an unknown operation', '{"query":"query a { me { email } }","operationName":"b"}'],
    ['an unknown field', '{"query":"{ password }"}'],
    ['a subscription', '{"query":"subscription { countsChanges { kind } }"}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]).toString('latin1')],
  ])('%s as a body is answered with INVALID, never with 500', async (_what, body) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    for (const by of [anna, resident(world)]) {
      const { status, text } = await post(world, by, body);
      expect(status).toBeLessThan(500);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'INVALID' } }] });
    }
  });

  it('a signed-out tab is told to sign in by everything of the staff, whatever it sends', async () => {
    const nobody = resident(world);
    const { id, code } = await aSubmitted(world, nobody);
    const open = ['submit', 'amendOwn', 'withdrawOwn', 'accept', 'askForLink'];
    for (const [name, { document, input }] of Object.entries(everyMutation(world, { by: { ...nobody, personId: id }, id, code }))) {
      if (!open.includes(name))
        expect([name, errorOf(await nobody.send(document, { input }))]).toEqual([name, { code: 'UNAUTHENTICATED' }]);
    }
    const queries = [
      'queue(district: "wlochy") { total }',
      'closedToday(district: "wlochy") { id }',
      `request(id: "${id}") { noteCount }`,
      'findRequest(district: "wlochy", number: 1) { id }',
    ];
    const more = ['colleagues', 'deskFigures', 'team', 'invitations'].map((field) => `${field}(district: "wlochy") { __typename }`);
    for (const query of [...queries, ...more, 'cityCounts { cursor }', 'auditTrail { next }', 'mySessions { id }']) {
      expect([query, errorOf(await nobody.send(`query { ${query} }`))]).toEqual([query, { code: 'UNAUTHENTICATED' }]);
    }
  });
});
