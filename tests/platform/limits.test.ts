import { request } from 'node:http';
import { LIMITS, limitRules } from '@ww/server/platform/limits';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, gql, type Answer } from '../support/client.ts';
import { ROW } from '../support/requests.ts';
import { openSecondApp } from '../support/second-app.ts';
import { useWorld } from '../support/world.ts';

const codeOf = (answer: Answer<unknown>) => answer.errors?.[0]?.extensions.code;

describe('the depth of an operation', () => {
  // nothing in our schema is deep enough yet to reach the limit
  const schema = buildSchema('type Query { a: Query b: Int }');
  const nested = (depth: number) => `${'a { '.repeat(depth)}b${' }'.repeat(depth)}`;
  const messages = (query: string) => validate(schema, parse(query), limitRules).map(({ extensions }) => extensions.code);

  it('has a limit, through fragments too', () => {
    expect(messages(`{ ${nested(LIMITS.depth - 1)} }`)).toEqual([]);
    expect(messages(`{ ${nested(LIMITS.depth + 1)} }`)).toContain('TOO_COMPLEX');
    expect(messages(`{ a { a { ...A } } } fragment A on Query { ${nested(LIMITS.depth - 1)} }`)).toContain('TOO_COMPLEX');
  });

  it('through a fragment that holds itself ends', () => {
    expect(
      validate(schema, parse('{ ...A } fragment A on Query { a { ...A } }'), [...specifiedRules, ...limitRules]).length,
    ).toBeGreaterThan(0);
  });
});

const FULL_PAGE = `queue(district: "wlochy", first: ${LIMITS.pageRows}) { cursor total next rows { ${ROW} } }`;

describe('an operation over HTTP', () => {
  const world = useWorld();
  const post = async (body: string, headers: Record<string, string> = {}): Promise<Answer<unknown>> => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<unknown>, 'status'>) };
  };

  it.each([
    ['too many aliases', `{ ${Array.from({ length: 30 }, (_, index) => `a${index}: me { email }`).join(' ')} }`],
    ['too many tokens', `{ districts { ${'name '.repeat(1_600)} } }`],
    ['too costly', `{ a: ${FULL_PAGE} b: ${FULL_PAGE} }`],
    ['too costly through a fragment', `{ ...A b: ${FULL_PAGE} } fragment A on Query { a: ${FULL_PAGE} }`],
  ])('that is %s is TOO_COMPLEX', async (_what, query) => {
    const answer = await gql(world.url, query);

    expect(codeOf(answer)).toBe('TOO_COMPLEX');
    expect(answer.data).toBeNull();
    expect(answer.status).toBe(400);
  });

  it.each([
    ['a batch', JSON.stringify([{ query: '{ me { email } }' }, { query: '{ me { email } }' }])],
    ['no JSON', '{ me { email } }'],
    ['no operation', '{}'],
    ['something that is no text', JSON.stringify({ query: { me: true } })],
    ['what does not parse', JSON.stringify({ query: '{ me {' })],
    ['what does not validate', JSON.stringify({ query: '{ nobody }' })],
    [
      'a variable of a wrong type',
      JSON.stringify({ query: 'query ($code: String!) { ownRequest(code: $code) { state } }', variables: { code: 7 } }),
    ],
    ['variables that are none', JSON.stringify({ query: '{ districts { name } }', variables: 'x' })],
    ['an operation that is not there', JSON.stringify({ query: 'query A { districts { name } }', operationName: 'B' })],
    ['a subscription', JSON.stringify({ query: 'subscription { countsChanges { kind } }' })],
    ['null', 'null'],
    ['a number', '7'],
  ])('refuses %s as INVALID', async (_what, body) => {
    const answer = await post(body);

    expect(codeOf(answer)).toBe('INVALID');
    expect(answer.status).toBe(400);
  });

  it('refuses what a form of another site could send', async () => {
    const answer = await post('{"query":"{ me { email } }"}', { 'content-type': 'text/plain' });

    expect(codeOf(answer)).toBe('INVALID');
    expect(answer.data ?? null).toBeNull();
  });

  it('refuses GET', async () => {
    const response = await fetch(`${world.url}/graphql?query={districts{name}}`);

    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID' } }] });
  });

  it.each([
    ['with its length told', true],
    ['in pieces', false],
  ])('answers 413 with a code to more than 100 kB %s', async (_how, told) => {
    const body = JSON.stringify({ query: '{ me { email } }', variables: { x: 'x'.repeat(1_500_000) } });

    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request(
        `${world.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json', ...(told ? { 'content-length': body.length } : {}) } },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      sent.on('error', reject);
      for (let at = 0; at < body.length; at += 50_000) sent.write(body.slice(at, at + 50_000));
      sent.end();
    });

    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'TOO_COMPLEX' } }] });
  });

  it('may be as large as the largest form', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');

    expect((await gql(world.url, '{ me { email } }', { x: 'ż'.repeat(40_000) }, { cookie: anna.cookie })).errors).toBeUndefined();
  });

  it('may read a full page of whole rows', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');

    expect(dataOf(await anna.send(`{ ${FULL_PAGE} }`))).toMatchObject({ queue: { rows: [] } });
  });

  it('may not look into the schema in production', async () => {
    const production = await openSecondApp(world, { production: true });
    onTestFinished(() => production.close());
    const INTROSPECTION = '{ __schema { queryType { name } } }';

    expect(dataOf(await gql(world.url, INTROSPECTION))).toEqual({ __schema: { queryType: { name: 'Query' } } });
    expect(codeOf(await gql(production.url, INTROSPECTION))).toBe('INVALID');
    expect(dataOf(await gql(production.url, '{ districts { slug } }'))).toBeTruthy();
  });
});
