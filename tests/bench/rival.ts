import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type WebSocket, WebSocketServer } from 'ws';
import { useServer } from 'graphql-ws/use/ws';
import type { GraphQLSchema } from 'graphql';
import { grantAllows } from '@ww/shared/policy';
import type { Grant } from '@ww/shared/roles';
import type * as Schema from '@ww/server/schema';
import type * as Model from '@ww/server/model';
import type * as OrmModule from '@ww/server/platform/orm';
import type * as FeedModule from '@ww/server/platform/change-feed';
import type * as WakerModule from '@ww/server/platform/waker';
import type * as LogModule from '@ww/server/platform/log';
import type * as QueriesModule from '@ww/server/request/request.queries';
import type * as AuthModule from '@ww/server/identity/auth';
import type * as SignInModule from '@ww/server/identity/sign-in';

// What the real server is compared with, in a process of its own. Both follow the same log and read a changed row once,
// through the same read policy. `stock`: TypeGraphQL's pub/sub and graphql-ws, executing for each client.
// `plain`: no GraphQL and no rights at all, the same bytes to everyone.

const [kind, databaseUrl = '', port = '', secret = ''] = process.argv.slice(2);
const dist = (path: string) => new URL(`../../server/dist/${path}`, import.meta.url).href;
const load = (path: string): Promise<unknown> => import(dist(`${path}.js`));
// the compiled server, as it runs; its schema first of all, because it brings what decorators ask for
const { createSchema } = (await load('schema')) as typeof Schema;
const { MODEL } = (await load('model')) as typeof Model;
const { createOrm } = (await load('platform/orm')) as typeof OrmModule;
const { ChangeFeed } = (await load('platform/change-feed')) as typeof FeedModule;
const { postgresWaker } = (await load('platform/waker')) as typeof WakerModule;
const { createLogger } = (await load('platform/log')) as typeof LogModule;
const { findRow } = (await load('request/request.queries')) as typeof QueriesModule;
const { createAuth } = (await load('identity/auth')) as typeof AuthModule;
const { signedInFrom } = (await load('identity/sign-in')) as typeof SignInModule;

const log = createLogger('warn');
const orm = await createOrm({ url: databaseUrl }, MODEL);
const feed = new ChangeFeed(orm, postgresWaker(orm, databaseUrl, log), log);
await feed.start();

interface Change {
  kind: 'UPSERT';
  cursor: string;
  id: string;
  row: Record<string, unknown>;
}
let work = Promise.resolve();
/** Each change once, in commit order. */
function onChange(tell: (district: string, change: Change) => void): void {
  feed.onEvents((events) => {
    work = work.then(async () => {
      for (const { scope, subjectId, position } of events) {
        const row = await findRow(orm.em.fork(), subjectId, [scope ?? '']);
        if (row)
          tell(row.district, {
            kind: 'UPSERT',
            cursor: feed.cursorAt(position),
            id: subjectId,
            row: row as unknown as Record<string, unknown>,
          });
      }
    });
  });
}

const server = createServer();
// stock pub/sub has a listener for each client
setMaxListeners(0);

function stock(schema: GraphQLSchema): void {
  const path = createRequire(dist('main.js')).resolve('type-graphql');
  const yoga = createRequire(path)('@graphql-yoga/subscription') as {
    createPubSub(): {
      publish(topic: string, payload: unknown): void;
      subscribe(topic: string): AsyncIterable<{ district: string; change: Change }>;
    };
    pipe(source: unknown, ...steps: unknown[]): AsyncIterable<unknown>;
    filter(check: (value: { district: string }) => boolean): unknown;
    map(make: (value: { change: Change }) => unknown): unknown;
  };
  const pubSub = yoga.createPubSub();
  const auth = createAuth({
    orm,
    secret,
    origin: `http://localhost:${port}`,
    limited: false,
    mail: { from: '', send: () => Promise.resolve(), close: () => undefined },
  });
  const field = schema.getSubscriptionType()?.getFields().queueChanges;
  if (!field) throw new Error('no such subscription');
  field.subscribe = (_root, { district }: { district: string }, { grants }: { grants: readonly Grant[] }) => {
    const mayRead = () => grants.some((grant) => grantAllows(grant, 'request.read', { district }));
    if (!mayRead()) throw new Error('NOT_FOUND');
    const forThem = yoga.filter((told) => told.district === district && mayRead());
    return yoga.pipe(
      pubSub.subscribe('request'),
      forThem,
      yoga.map(({ change }) => change),
    );
  };
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer(
    { schema, context: async ({ extra }) => ({ grants: (await signedInFrom(auth, orm, extra.request.headers))?.grants ?? [] }) },
    sockets,
  );
  onChange((district, change) => pubSub.publish('request', { district, change }));
}

function plain(): void {
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  const followers = new Map<string, Set<WebSocket>>();
  let fields: string[] = [];
  sockets.on('connection', (socket) => {
    socket.on('message', (raw: Buffer) => {
      const { type, payload } = JSON.parse(raw.toString()) as { type: string; payload: { query: string; variables: { district: string } } };
      if (type === 'connection_init') return socket.send('{"type":"connection_ack"}');
      fields = (/row \{([^}]+)\}/.exec(payload.query)?.[1] ?? '').trim().split(/\s+/);
      const { district } = payload.variables;
      const group = followers.get(district) ?? new Set();
      followers.set(district, group.add(socket));
      socket.on('close', () => group.delete(socket));
    });
  });
  const id = crypto.randomUUID();
  onChange((district, { row, ...change }) => {
    const shown = Object.fromEntries(fields.map((field) => [field, row[field]]));
    const message = Buffer.from(JSON.stringify({ id, type: 'next', payload: { data: { queueChanges: { ...change, row: shown } } } }));
    for (const socket of followers.get(district) ?? []) socket.send(message, { binary: false });
  });
}

if (kind === 'stock') stock(await createSchema());
else plain();
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
