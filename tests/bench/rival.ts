import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type WebSocket, WebSocketServer } from 'ws';
import { useServer } from 'graphql-ws/use/ws';
import type { GraphQLSchema } from 'graphql';
import { grantAllows } from '@ww/shared/policy';
import type { Grant } from '@ww/shared/roles';

// What the real server is compared with, in a process of its own. Both follow the same log and read a changed row once,
// through the same read policy. `stock`: TypeGraphQL's pub/sub and graphql-ws, executing for each client.
// `plain`: no GraphQL and no rights at all, the same bytes to everyone.

const [kind, databaseUrl = '', port = '', secret = ''] = process.argv.slice(2);
const dist = (path: string) => new URL(`../../server/dist/${path}`, import.meta.url).href;
type Modules = [
  typeof import('@ww/server/schema'),
  typeof import('@ww/server/model'),
  typeof import('@ww/server/platform/orm'),
  typeof import('@ww/server/platform/change-feed'),
  typeof import('@ww/server/platform/waker'),
  typeof import('@ww/server/platform/log'),
  typeof import('@ww/server/request/request.queries'),
  typeof import('@ww/server/identity/auth'),
  typeof import('@ww/server/identity/sign-in'),
];
const names = [
  'schema.js',
  'model.js',
  'platform/orm.js',
  'platform/change-feed.js',
  'platform/waker.js',
  'platform/log.js',
  'request/request.queries.js',
  'identity/auth.js',
  'identity/sign-in.js',
];
// first of all, because decorators ask for it
await import(dist('schema.js'));
const [
  schemas,
  { MODEL },
  { createOrm },
  { ChangeFeed },
  { postgresWaker },
  { createLogger },
  { findRow },
  { createAuth },
  { signedInFrom },
] = (await Promise.all(names.map((name) => import(dist(name)) as Promise<unknown>))) as Modules;

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
    mail: { send: () => Promise.resolve(), close: () => undefined },
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

if (kind === 'stock') stock(await schemas.createSchema());
else plain();
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
