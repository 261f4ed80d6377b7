import { GraphQLError } from 'graphql';
import type { Alternative, ConflictDetails, ErrorCode, FieldError } from '@ww/shared/error-codes';

interface Details {
  fields?: FieldError[];
  conflict?: ConflictDetails;
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
  version?: number;
  /** The gates that stand in the way. */
  gates?: readonly string[];
  /** What could be had instead. */
  alternatives?: readonly Alternative[];
  /** Of the answer over HTTP, where it is not 200; Apollo takes it out. */
  http?: { status: number };
}

/** An error that the caller is meant to see; anything else is masked as `INTERNAL`. */
export class AppError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, details: Details = {}) {
    super(code, { extensions: { code, ...details } });
    this.code = code;
  }
}

export const notFound = () => new AppError('NOT_FOUND');
export const unauthenticated = () => new AppError('UNAUTHENTICATED');
export const invalid = (fields: FieldError[], alternatives?: readonly Alternative[]) =>
  new AppError('INVALID', { fields, ...(alternatives ? { alternatives } : {}) });
export const stale = (version: number) => new AppError('STALE', { version });
export const conflict = (details: ConflictDetails) => new AppError('CONFLICT', { conflict: details });
export const rateLimited = (retryAfter: number) => new AppError('RATE_LIMITED', { retryAfter });
export const gateFailed = (gates: readonly string[]) => new AppError('GATE_FAILED', { gates });
export const seatsTaken = () => new AppError('SEATS_TAKEN');
export const spaceTaken = (alternatives: readonly Alternative[]) => new AppError('SPACE_TAKEN', { alternatives });
