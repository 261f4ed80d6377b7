import type { IncomingMessage, ServerResponse } from 'node:http';
import { withAddress } from '@ww/server/pages';
import { RATE_LIMITS } from '@ww/server/platform/limits';
import { networkOf } from '@ww/server/platform/network';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf } from '../support/log.ts';
import { OWN_REQUEST } from '../support/own.ts';
import { intake } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('who counts as one caller', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:55123', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2'],
    ['[2001:db8:1:2::7]:443', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is for the pages what the server takes it for, whatever the visitor writes', () => {
    const seen: unknown[] = [];
    const pages = withAddress((request) => seen.push(request.headers['x-ww-address']), 1);
    const headers = { 'x-ww-address': '203.0.113.1', 'x-forwarded-for': '203.0.113.1, 198.51.100.7' };

    pages({ headers, socket: { remoteAddress: '127.0.0.1' } } as unknown as IncomingMessage, Object.create(null) as ServerResponse);

    expect(seen).toEqual(['198.51.100.7']);
  });
});

describe('a limit by address', () => {
  const world = useWorld();

  it('holds for all addresses of one IPv6 network together', async () => {
    const code = 'AAAA-BBBB-CCCC';
    const guess = (line: number) => resident(world, `2001:db8:1:2::${line.toString(16)}`).send(OWN_REQUEST, { code });
    for (let line = 1; line <= RATE_LIMITS.ownCode.hits; line++) expect(errorOf(await guess(line)).code).toBe('NOT_FOUND');

    expect(errorOf(await guess(99)).code).toBe('RATE_LIMITED');
    expect(errorOf(await resident(world, '2001:db8:1:3::1').send(OWN_REQUEST, { code })).code).toBe('NOT_FOUND');
  });

  it('keeps someone without a session from filling the audit trail with refusals', async () => {
    const id = newId();
    const stranger = resident(world, '198.51.100.31');
    const knock = async () =>
      errorOf(
        await stranger.send(`mutation ($input: CreateRequestInput!) { createRequest(input: $input) { id } }`, {
          input: intake(world, { id }),
        }),
      ).code;
    for (let knocks = 0; knocks < RATE_LIMITS.refusal.hits; knocks++) expect(await knock()).toBe('UNAUTHENTICATED');

    expect(await knock()).toBe('RATE_LIMITED');
    expect(await auditOf(world, id)).toHaveLength(RATE_LIMITS.refusal.hits);
  });
});
