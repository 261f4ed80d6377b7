import { once } from 'node:events';
import { newId } from '@ww/shared/id';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { resident, signIn, type Actor } from '../support/actors.ts';
import { LiveClient } from '../support/live-client.ts';
import { LIVE_QUEUE } from '../support/live-queue.ts';
import { useWorld } from '../support/world.ts';

describe('the socket refuses', () => {
  const world = useWorld();
  const clients: LiveClient[] = [];
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  async function open(by: Pick<Actor, 'cookie'>) {
    const client = await LiveClient.open(world, by);
    clients.push(client);
    return client;
  }
  const refusal = async (client: LiveClient, query: string, variables: object = {}) => {
    const subscription = client.subscribe(query, variables);
    await vi.waitFor(() => expect(subscription.frames).toHaveLength(1));
    expect(subscription.frames[0]?.data).toBeUndefined();
    return subscription.frames[0]?.errors?.map(({ message, extensions }) => ({ message, ...extensions }));
  };

  it('what is forbidden exactly as what is missing', async () => {
    const pawel = await open(await signIn(world, 'TEAM_MEMBER', 'ochota'));

    const forbidden = await refusal(pawel, LIVE_QUEUE, { district: 'wlochy' });

    expect(forbidden).toEqual([{ message: 'NOT_FOUND', code: 'NOT_FOUND' }]);
    expect(await refusal(pawel, LIVE_QUEUE, { district: 'atlantyda' })).toEqual(forbidden);
  });

  it('whoever is signed out', async () => {
    const nobody = await open(resident(world));

    expect(await refusal(nobody, LIVE_QUEUE, { district: 'wlochy' })).toEqual([{ message: 'UNAUTHENTICATED', code: 'UNAUTHENTICATED' }]);
    expect(await refusal(nobody, 'subscription { countsChanges { kind } }')).toEqual([
      { message: 'UNAUTHENTICATED', code: 'UNAUTHENTICATED' },
    ]);
    expect(await refusal(nobody, 'subscription { presence(district: "wlochy") { lookers { displayName } } }')).toEqual([
      { message: 'UNAUTHENTICATED', code: 'UNAUTHENTICATED' },
    ]);
  });

  it('a wrong code', async () => {
    const nobody = await open(resident(world));
    const OWN = 'subscription ($code: String!) { ownRequestChanges(code: $code) { kind } }';

    expect(await refusal(nobody, OWN, { code: 'ABCD-EFGH-JKMN' })).toEqual([{ message: 'NOT_FOUND', code: 'NOT_FOUND' }]);
  });

  it.each([
    ['a query', 'query { me { personId } }'],
    ['a mutation', 'mutation { showPresence(district: "wlochy") }'],
    ['introspection', '{ __schema { types { name } } }'],
    ['what does not parse', 'subscription {'],
    ['what does not validate', 'subscription { queueChanges(district: "wlochy") { person } }'],
    ['two fields in one subscription', 'subscription { countsChanges { kind } presence(district: "wlochy") { lookers { displayName } } }'],
  ])('%s', async (_what, query) => {
    const anna = await open(await signIn(world, 'TEAM_MEMBER', 'wlochy'));

    expect(await refusal(anna, query)).toEqual([expect.objectContaining({ code: 'INVALID' })]);
  });

  it('a variable of a wrong type', async () => {
    const anna = await open(await signIn(world, 'TEAM_MEMBER', 'wlochy'));

    expect(await refusal(anna, LIVE_QUEUE, { district: { slug: 'wlochy' } })).toEqual([expect.objectContaining({ code: 'INVALID' })]);
    expect(await refusal(anna, LIVE_QUEUE)).toEqual([expect.objectContaining({ code: 'INVALID' })]);
  });

  it.each([
    [
      'too many aliases',
      `subscription { queueChanges(district: "wlochy") { ${Array.from({ length: 40 }, (_, index) => `a${index}: kind`).join(' ')} } }`,
    ],
    ['too many tokens', `subscription { queueChanges(district: "wlochy") { ${'kind '.repeat(1_600)} } }`],
  ])('%s', async (_what, query) => {
    const anna = await open(await signIn(world, 'TEAM_MEMBER', 'wlochy'));

    expect(await refusal(anna, query)).toEqual([expect.objectContaining({ code: 'TOO_COMPLEX' })]);
  });

  it('the seventeenth subscription of a socket, and lets the others go on', async () => {
    const anna = await open(await signIn(world, 'TEAM_MEMBER', 'wlochy'));
    for (let index = 0; index < 16; index++) anna.subscribe(LIVE_QUEUE, { district: 'wlochy' });
    await vi.waitFor(() => expect(world.app.hub.size).toBe(16));

    expect(await refusal(anna, LIVE_QUEUE, { district: 'wlochy' })).toEqual([expect.objectContaining({ code: 'TOO_COMPLEX' })]);
    expect(world.app.hub.size).toBe(16);
  });

  it('a message of more than 64 kB, by closing', async () => {
    const anna = await open(await signIn(world, 'TEAM_MEMBER', 'wlochy'));

    anna.subscribe(LIVE_QUEUE, { district: 'w'.repeat(66_000) });

    expect((await anna.closed).code).toBe(1009);
  });

  it.each([['https://example.org'], ['null'], ['']])('an upgrade from the origin "%s"', async (origin) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const headers = { cookie: anna.cookie, ...(origin ? { origin } : {}) };
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    onTestFinished(() => socket.terminate());

    const [error] = (await once(socket, 'error')) as [Error];

    expect(error.message).toContain('403');
  });

  it('an upgrade anywhere else', async () => {
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws', {
      headers: { origin: world.url },
    });

    const [error] = (await once(socket, 'error')) as [Error];

    expect(error.message).toMatch(/socket hang up|ECONNRESET/);
  });

  it('nonsense, without harm to others', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const kept = await open(anna);
    for (const nonsense of ['not json', '[]', '{}', '{"type":"subscribe"}', '{"id":"1","type":"subscribe","payload":{"query":7}}']) {
      const client = await open(anna);
      client.socket.send(nonsense);
      expect((await client.closed).code).toBe(4400);
    }

    kept.subscribe(LIVE_QUEUE, { district: 'wlochy', after: newId() });
    await vi.waitFor(() => expect(world.app.hub.size).toBe(1));
  });
});
