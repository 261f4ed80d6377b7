import type { Alternative, ConflictDetails, ErrorCode, FieldError } from '@ww/shared/error-codes';

export interface AnswerError {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: ErrorCode;
    fields?: FieldError[];
    conflict?: ConflictDetails;
    alternatives?: Alternative[];
    requestId?: string;
    retryAfter?: number;
    version?: number;
  };
}

export interface Answer<T> {
  status: number;
  data: T | null;
  errors?: AnswerError[];
}

/** One operation over HTTP, exactly as a browser sends it. */
export async function gql<T>(url: string, query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<Answer<T>, 'status'>;
  return { status: response.status, data: body.data ?? null, ...(body.errors ? { errors: body.errors } : {}) };
}

/** The data of an answer that must have no error. */
export function dataOf<T>(answer: Answer<T>): T {
  if (answer.errors || answer.data === null) throw new Error(`expected data, got ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

/** The one error of an answer that must have failed. */
export function errorOf(answer: Answer<unknown>): AnswerError['extensions'] {
  const [error] = answer.errors ?? [];
  if (!error) throw new Error(`expected an error, got ${JSON.stringify(answer.data)}`);
  return error.extensions;
}
