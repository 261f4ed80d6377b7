import { describe, expect, it } from 'vitest';
import { toAppError } from '../../web/src/lib/graphql/app-error.ts';
import { waitBefore } from '../../web/src/lib/graphql/backoff.ts';
import { noteServerTime, serverNow } from '../../web/src/lib/graphql/server-time.ts';

describe('an answer that is no answer', () => {
  it('carries the code, the fields, the conflict and the request id', () => {
    const fields = [{ path: 'person.phone', rule: 'phone' }];
    expect(toAppError({ graphQLErrors: [{ extensions: { code: 'INVALID', fields } }] })).toMatchObject({
      code: 'INVALID',
      fields,
      isRetryable: false,
    });
    const conflict = { by: 'Anna Kruk', at: '2026-11-26T11:04:09Z', state: 'ACCEPTED' };
    expect(toAppError({ graphQLErrors: [{ extensions: { code: 'CONFLICT', conflict } }] })).toMatchObject({ code: 'CONFLICT', conflict });
    expect(toAppError({ graphQLErrors: [{ extensions: { code: 'INTERNAL', requestId: 'r-1' } }] })).toMatchObject({
      code: 'INTERNAL',
      requestId: 'r-1',
      isRetryable: true,
    });
  });

  it('is offline when the network failed, and can be sent again', () => {
    expect(toAppError({ networkError: new Error('Failed to fetch') })).toMatchObject({ code: 'OFFLINE', isRetryable: true });
    expect(toAppError({ networkError: new Error('Bad Gateway'), response: { status: 502 } })).toMatchObject({ code: 'OFFLINE' });
    expect(toAppError({ networkError: new Error('Too Many Requests'), response: { status: 429 } })).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('is internal when the code is none of ours', () => {
    expect(toAppError({ graphQLErrors: [{ extensions: { code: 'WHATEVER' } }] }).code).toBe('INTERNAL');
    expect(toAppError({}).code).toBe('INTERNAL');
  });
});

describe('waiting before the next try', () => {
  it('doubles up to 15 seconds, spread over the second half', () => {
    expect(waitBefore(0, 0)).toBe(250);
    expect(waitBefore(0, 1)).toBe(500);
    expect(waitBefore(2, 1)).toBe(2_000);
    expect(waitBefore(50, 0)).toBe(7_500);
    expect(waitBefore(50, 1)).toBe(15_000);
  });
});

describe("the server's clock", () => {
  it('is learnt from answers when it differs by more than a header can err', () => {
    const ahead = new Date(Date.now() + 60_000).toUTCString();
    noteServerTime(ahead, Date.now(), Date.now());
    expect(serverNow() - Date.now()).toBeGreaterThan(58_000);
    noteServerTime('no date', 0, 0);
    expect(serverNow() - Date.now()).toBeGreaterThan(58_000);
    noteServerTime(new Date().toUTCString(), Date.now(), Date.now());
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(5);
  });
});
