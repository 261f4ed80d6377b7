import type { Gate } from '@ww/shared/volunteer/gates';
import { ERROR_CODES, type Alternative, type ConflictDetails, type ErrorCode, type FieldError } from '@ww/shared/error-codes';

export type AppErrorCode = ErrorCode | 'OFFLINE';

interface Details {
  fields?: readonly FieldError[];
  conflict?: ConflictDetails | null;
  requestId?: string | null;
  gates?: readonly Gate[];
  alternatives?: readonly Alternative[];
}

/** Why a request was not answered. `OFFLINE` never reached the server, or its answer never came: send again with the same key. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly fields: readonly FieldError[];
  readonly conflict: ConflictDetails | null;
  readonly requestId: string | null;
  /** The gates that stand in the way, of `GATE_FAILED`. */
  readonly gates: readonly Gate[];
  /** Rooms and times that could be had instead. */
  readonly alternatives: readonly Alternative[];

  constructor(code: AppErrorCode, { fields = [], conflict = null, requestId = null, gates = [], alternatives = [] }: Details = {}) {
    super(code);
    this.code = code;
    this.fields = fields;
    this.conflict = conflict;
    this.requestId = requestId;
    this.gates = gates;
    this.alternatives = alternatives;
  }

  /** Whether the same thing sent again can succeed. */
  get isRetryable(): boolean {
    return this.code === 'OFFLINE' || this.code === 'RATE_LIMITED' || this.code === 'INTERNAL';
  }
}

/** The part of urql's CombinedError that matters here. */
export interface Refusal {
  networkError?: Error | undefined;
  graphQLErrors?: readonly { extensions?: Record<string, unknown> }[];
  response?: { status?: number } | undefined;
}

const isCode = (value: unknown): value is ErrorCode => (ERROR_CODES as readonly unknown[]).includes(value);

/** What the server or the network said, as one error. The first GraphQL error counts. */
export function toAppError({ networkError, graphQLErrors = [], response }: Refusal): AppError {
  const extensions = graphQLErrors[0]?.extensions;
  if (extensions) {
    return new AppError(isCode(extensions['code']) ? extensions['code'] : 'INTERNAL', {
      fields: Array.isArray(extensions['fields']) ? (extensions['fields'] as FieldError[]) : [],
      conflict: (extensions['conflict'] as ConflictDetails | undefined) ?? null,
      requestId: (extensions['requestId'] as string | undefined) ?? null,
      gates: Array.isArray(extensions['gates']) ? (extensions['gates'] as Gate[]) : [],
      alternatives: Array.isArray(extensions['alternatives']) ? (extensions['alternatives'] as Alternative[]) : [],
    });
  }
  // a gateway's page instead of an answer: the server itself was not reached
  const status = response?.status ?? 0;
  if (networkError && status >= 400 && status < 500) return new AppError(status === 429 ? 'RATE_LIMITED' : 'INTERNAL');
  return new AppError(networkError ? 'OFFLINE' : 'INTERNAL');
}
