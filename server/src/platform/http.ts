import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { Logger } from 'pino';
import { normaliseCode } from '@ww/shared/id';
import { LIMITS } from './limits.ts';
import type { Context } from './context.ts';

/** @throws TooLarge once more than `limit` bytes came; the rest is let go by, so that the client reads its answer. */
export function readBody(request: IncomingMessage, limit: number = LIMITS.bodyBytes): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(new TooLarge());
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

export class TooLarge extends Error {}

/** Answers with an error of our own shape, also where GraphQL never saw the request. */
export function sendError(response: ServerResponse, status: number, code: string, extensions: object = {}): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errors: [{ message: code, extensions: { code, ...extensions } }] }));
}

/** One GraphQL operation over HTTP POST, through Apollo. */
export async function handleGraphql(
  server: ApolloServer<Context>,
  request: IncomingMessage,
  response: ServerResponse,
  ctx: Context,
): Promise<void> {
  const raw = await readBody(request);
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch {
    return sendError(response, 400, 'INVALID', { fields: [] });
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const httpGraphQLRequest: HTTPGraphQLRequest = { method: request.method ?? 'POST', headers, search: '', body };
  const result = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: () => Promise.resolve(ctx) });
  response.statusCode = result.status ?? 200;
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  if (result.body.kind === 'complete') return void response.end(result.body.string);
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}

/** The client's address: the last one that our own proxies did not add. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return socket;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-trustedProxies) ?? socket;
}

const ROUTE = /^[a-z_.-]*$/;

/** One line a request. Of the path only its first part is kept, if it can be a name of ours: anything else may hold a resident's code. */
export function logAccess(log: Logger, request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const began = performance.now();
  const [, first = ''] = (request.url ?? '/').split(/[/?]/, 2);
  response.once('close', () => {
    log.info(
      {
        requestId,
        method: request.method,
        route: ROUTE.test(first) && !normaliseCode(first) ? `/${first}` : '/?',
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
      },
      'request',
    );
  });
}
