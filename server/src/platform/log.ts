import { DriverException } from '@mikro-orm/core';
import { pino, type Logger } from 'pino';

/**
 * Structured logs. What they may hold is a short list: ids, counts, codes, times and our own error classes.
 * A database error's message quotes the statement or the row, so of such an error only its code is kept.
 */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const fromDatabase = error instanceof DriverException || (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code));
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(fromDatabase ? {} : { message: error.message.split('\n')[0]?.slice(0, 200) }),
    stack: frames.slice(0, 8).map((line) => line.trim()),
  };
}
