import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { ERROR_CODES } from '@ww/shared/error-codes';

const KNOWN: ReadonlySet<unknown> = new Set(ERROR_CODES);
const PARSER: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Every error leaves with a code of the closed list. What we did not mean to say is masked, logged with the
 * request's id and shown with that id.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown, requestId: string, log: Logger): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (KNOWN.has(code) && code !== 'INTERNAL') {
    const { stacktrace: _stack, ...extensions } = formatted.extensions ?? {};
    return { message: formatted.message, ...(formatted.path ? { path: formatted.path } : {}), extensions };
  }
  if (PARSER.has(code) || (error instanceof GraphQLError && !error.originalError && code === undefined)) return asInvalid(formatted);
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  log.error({ err: original, requestId }, 'unexpected error');
  return { message: 'INTERNAL', ...(formatted.path ? { path: formatted.path } : {}), extensions: { code: 'INTERNAL', requestId } };
}

/** What Apollo refuses before there is an operation, in our words; anything else as it is. */
export function formatRefusal(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return PARSER.has(formatted.extensions?.code) ? asInvalid(formatted) : formatted;
}

function asInvalid({ message }: GraphQLFormattedError): GraphQLFormattedError {
  if (/^TOO_COMPLEX$|more tha[nt] \d+ tokens/i.test(message)) return { message: 'TOO_COMPLEX', extensions: { code: 'TOO_COMPLEX' } };
  return { message, extensions: { code: 'INVALID', fields: [] } };
}
