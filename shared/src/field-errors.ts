import type { StandardSchemaV1 } from '@standard-schema/spec';
import { FIELD_RULES, type FieldError, type FieldRule } from './error-codes.ts';

const isRule = (message: string): message is FieldRule => (FIELD_RULES as readonly string[]).includes(message);

/** An issue of any Standard Schema as our field error: its message is the broken rule's name. */
function toFieldError(issue: StandardSchemaV1.Issue): FieldError {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  const { requirement } = issue as { requirement?: unknown };
  return {
    path,
    rule: isRule(issue.message) ? issue.message : 'malformed',
    ...(typeof requirement === 'number' ? { limit: requirement } : {}),
  };
}

export type Checked<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] };

/** Check a value; at most one error for each field, the first. */
export function check<S extends StandardSchemaV1>(schema: S, value: unknown): Checked<StandardSchemaV1.InferOutput<S>> {
  const result = schema['~standard'].validate(value);
  if (result instanceof Promise) throw new TypeError('input schemas are synchronous');
  if (!result.issues) return { ok: true, value: result.value };
  const byPath = new Map<string, FieldError>();
  for (const error of result.issues.map(toFieldError)) if (!byPath.has(error.path)) byPath.set(error.path, error);
  return { ok: false, errors: [...byPath.values()] };
}
