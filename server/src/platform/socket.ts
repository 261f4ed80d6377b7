import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  print,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Context } from './context.ts';
import { AppError } from './errors.ts';
import { LIMITS, limitRules } from './limits.ts';
import type { LiveHub } from './live-hub.ts';
import type { Wire } from './live-member.ts';

/** Close codes of our own: the session behind the socket ended (stop), the server goes away (come back). */
export const CLOSE = { sessionEnded: 4401, goingAway: 1012 } as const;

const CACHED_DOCUMENTS = 500;

interface Deps {
  schema: GraphQLSchema;
  hub: LiveHub;
  /** Made once, when the socket opens; revoking the session closes the socket. */
  contextOf(request: IncomingMessage): Promise<Context>;
  isOriginAllowed(request: IncomingMessage): boolean;
  formatError(error: GraphQLError, ctx: Context): GraphQLFormattedError;
  onOpen(socket: WebSocket, ctx: Context): void;
}

interface Extra extends Record<PropertyKey, unknown> {
  live: Context;
}

interface Prepared {
  document: DocumentNode;
  text: string;
  errors: readonly GraphQLError[];
}

/** Subscriptions over one WebSocket endpoint; queries and mutations are refused here. */
export function createSocketServer(deps: Deps) {
  const server = new WebSocketServer({ noServer: true, maxPayload: LIMITS.socketBytes, perMessageDeflate: false });
  const contexts = new WeakMap<IncomingMessage, Context>();
  const streams = new WeakMap<WebSocket, Duplex>();
  const strangers = new Map<string, number>();
  const documents = new Map<string, Prepared>();

  function prepare(query: string): Prepared {
    const known = documents.get(query);
    if (known) return known;
    const prepared = prepareDocument(deps.schema, query);
    if (documents.size >= CACHED_DOCUMENTS) documents.delete(documents.keys().next().value ?? '');
    documents.set(query, prepared);
    return prepared;
  }

  useServer<Record<string, unknown>, Extra>(
    {
      onConnect: ({ extra }) => contexts.has(extra.request),
      onSubscribe({ extra, subscriptions }, _id, payload) {
        const ctx = contexts.get(extra.request);
        if (!ctx) return [new AppError('UNAUTHENTICATED')];
        const refuse = (error: GraphQLError) => [asGraphQLError(deps.formatError(error, ctx))];
        if (Object.keys(subscriptions).length > LIMITS.subscriptionsPerSocket) return refuse(new AppError('TOO_COMPLEX'));
        const { document, text, errors } = prepare(payload.query);
        const [first] = errors;
        if (first) return refuse(first);
        const operation = getOperationAST(document, payload.operationName);
        if (operation?.operation !== 'subscription') return refuse(new AppError('INVALID', { fields: [] }));
        const { coerced, errors: wrong } = getVariableValues(deps.schema, operation.variableDefinitions ?? [], payload.variables ?? {});
        // Without the scalar's own error inside, which would count as ours.
        if (wrong?.[0]) return refuse(new GraphQLError(wrong[0].message));
        return { schema: deps.schema, document, operationName: payload.operationName, variableValues: coerced, text };
      },
      context: ({ extra }, id, _payload: SubscribePayload, args) => ({
        ctx: contexts.get(extra.request),
        wire: { socket: extra.socket, stream: streams.get(extra.socket) },
        id,
        text: (args as { text?: string }).text,
      }),
      subscribe: (args) => subscribeShared(deps, args as unknown as SubscribeArgs) as never,
    },
    server,
  );

  return {
    upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
      stream.on('error', () => stream.destroy());
      if (!deps.isOriginAllowed(request)) return refuseUpgrade(stream, 403);
      deps
        .contextOf(request)
        .then((ctx) => {
          if (!ctx.signedIn && !admit(strangers, ctx.address, stream)) return refuseUpgrade(stream, 429);
          contexts.set(request, ctx);
          server.handleUpgrade(request, stream, head, (socket) => {
            socket.on('error', () => socket.terminate());
            boundUnread(socket);
            streams.set(socket, stream);
            deps.onOpen(socket, ctx);
            server.emit('connection', socket, request);
          });
        })
        .catch(() => refuseUpgrade(stream, 503));
    },
    /** Closes every socket with a code after which clients come back. */
    async close(): Promise<void> {
      for (const socket of server.clients) socket.close(CLOSE.goingAway, 'restarting');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          for (const socket of server.clients) socket.terminate();
        }, 1_000);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    /** The open sockets. */
    get clients(): ReadonlySet<WebSocket> {
      return server.clients;
    },
  };
}

/** Counts a socket of someone without a session until its stream closes; false when the address has enough of them. */
function admit(open: Map<string, number>, address: string, stream: Duplex): boolean {
  const count = open.get(address) ?? 0;
  if (count >= LIMITS.strangersSockets) return false;
  open.set(address, count + 1);
  stream.once('close', () => {
    const left = (open.get(address) ?? 1) - 1;
    if (left > 0) open.set(address, left);
    else open.delete(address);
  });
  return true;
}

/** Every ping and every mistake is answered, so a client that sends and never reads would fill our memory. */
function boundUnread(socket: WebSocket): void {
  const look = (): void => {
    if (socket.bufferedAmount > LIMITS.unreadBytes) socket.terminate();
  };
  socket.on('message', look);
  socket.on('ping', look);
}

interface SubscribeArgs {
  document: DocumentNode;
  operationName?: string;
  variableValues?: Record<string, unknown>;
  contextValue: { ctx: Context; wire: Wire; id: string; text: string };
}

/** Hands the subscription to its group, which writes the frames itself; graphql-ws sees an iterable that only ends. */
async function subscribeShared(deps: Deps, args: SubscribeArgs): Promise<AsyncGenerator<never, void> | ExecutionResult> {
  const { ctx, wire, id, text } = args.contextValue;
  try {
    const leave = await deps.hub.subscribe(ctx, wire, id, {
      document: args.document,
      text,
      operationName: args.operationName,
      variables: args.variableValues ?? {},
    });
    return untilReturned(leave);
  } catch (error) {
    const graphqlError = error instanceof GraphQLError ? error : new GraphQLError('INTERNAL', { originalError: error as Error });
    return { errors: [asGraphQLError(deps.formatError(graphqlError, ctx))] };
  }
}

function untilReturned(leave: () => void): AsyncGenerator<never, void> {
  let end: (result: IteratorResult<never, void>) => void = () => undefined;
  const ended = new Promise<IteratorResult<never, void>>((resolve) => {
    end = resolve;
  });
  const finish = (): Promise<IteratorResult<never, void>> => {
    leave();
    end({ value: undefined, done: true });
    return ended;
  };
  return {
    next: () => ended,
    return: finish,
    throw: finish,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await finish();
    },
  };
}

function prepareDocument(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens, noLocation: true });
    return { document, text: print(document), errors: validate(schema, document, [...specifiedRules, ...limitRules]) };
  } catch (error) {
    return {
      document: { kind: 'Document', definitions: [] } as unknown as DocumentNode,
      text: '',
      errors: [error instanceof GraphQLError ? error : new AppError('INVALID', { fields: [] })],
    };
  }
}

function asGraphQLError(formatted: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(formatted.message, { extensions: formatted.extensions });
}

function refuseUpgrade(stream: Duplex, status: 403 | 429 | 503): void {
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
